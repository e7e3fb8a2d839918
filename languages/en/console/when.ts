import type { WhenTexts } from '../../../web/console/frame/when.ts'

export const whenEn: WhenTexts = {
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  firstDay: '1',
  day: '{weekday} {day} {month}',
  time: '{hour}:{minute}',
  moment: 'less than a minute',
  units: {
    day: ['{count} day', '{count} days'],
    hour: ['{count} h', '{count} h'],
    minute: ['{count} min', '{count} min'],
  },
}
