import type { Settings } from '../core/notices/settings.ts'

const region = (label: string, code: string) => ({ label, place: { system: 'cod-2021' as const, code } })

/** Nothing is confirmed yet by an operator: the texts say nothing of it until a person fills it in here. */
export const settings: Settings = {
  ussdCode: null,
  smsShortCode: null,
  helpNumber: null,
  callBackNumber: null,
  emergencyNumber: null,
  freeSmsConfirmed: false,
  consoleLink: null,
  webAddress: null,
  mailFrom: null,
  quietHours: { from: '20:00', to: '07:00' },
  callingCodes: ['223'],
  typedSmsAnHour: 300,
  smsADay: 30,
  smsCeilingAMonth: null,
  // The six regions with a health cluster; P-codes of the 2021 cut (design §15).
  ussdPlaces: [
    region('Gao', 'ML07'),
    region('Kidal', 'ML08'),
    region('Ménaka', 'ML10'),
    region('Mopti', 'ML05'),
    region('Ségou', 'ML04'),
    region('Tombouctou', 'ML06'),
  ],
}

/**
 * What one segment of an SMS costs us. A list price of another country until an operator of Mali has given one in writing
 * (docs/deploy.md, What it costs): change it here, then `npm run messages`.
 */
export const smsPrice = { perSegment: 0.006, currency: 'USD', confirmed: false }
