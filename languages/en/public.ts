import type { PublicSections } from '../../web/public/texts.ts'
import { afterwardsEn } from './public-afterwards.ts'
import { pointsEn } from './points.ts'
import { elsewhereEn, publicCareEn } from './public-care.ts'

/** The public pages in English. Plain words, short sentences; “free” only about what we ask of people, never about operators. */
export const publicEn: PublicSections = {
  ...afterwardsEn,
  care: publicCareEn,
  points: pointsEn,
  elsewhere: elsewhereEn,
  site: {
    name: 'Jaabi',
    tagline: 'You speak, we answer.',
    skip: 'Skip to content',
    write: 'Write',
    follow: 'Follow up',
    elsewhere: 'Elsewhere',
    poster: 'Poster',
    menu: 'Menu',
    languages: 'Languages',
    draft: 'being tried out',
  },
  footer: {
    notEmergency: 'Jaabi is not an emergency service.',
    help: 'A person answers you about this service: {number}.',
    emergency: 'Care and protection, day and night: {number}.',
    privacy:
      'Your contact is erased 30 days after your case is closed, your words after a year. Backup copies are erased a few weeks later.',
  },
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'], // prettier-ignore
  firstDay: '1',
  form: {
    title: 'Tell us. We answer.',
    lead: 'A complaint, a question, an idea, a thank you. Nothing to pay, no need to give your name.',
    danger: {
      title: 'Abuse or danger?',
      text: 'Somebody hurts you, threatens you, or demands money or a favour in exchange for aid? There is a short page for it: neither name nor detail. The button is at the top of this page.',
      link: 'This way',
    },
    promises: {
      line: 'A complaint today: news by {date} at the latest.',
      title: 'Our promise',
      intro: 'If you write today, you have news at the latest on:',
      thanks: 'passed on to the team',
      urgent: 'If a life or care is at stake, we act or pass it on within 24 hours.',
      late: 'If the date passes without an answer, your case goes one level up and you are given a new date: by SMS if you chose that, otherwise on the page “Follow up”. For abuse or danger we promise no date.',
    },
    know: {
      link: 'Who reads, and our limits',
      title: 'Good to know',
      points: [
        {
          title: 'What happens next',
          text: 'You receive a number. A person reads, hands your case to the right service, then answers you.',
        },
        {
          title: 'Who reads',
          text: 'The accountability focal point and their deputy; then the organisation in charge of answering, of another cluster if need be; the health cluster of the region and the public service that follows it; the coordination, if nobody answered in time. A relay or agent who writes down for you knows what you tell them, and sees nothing of what follows. Money or a favour demanded: two people in charge of integrity, and the focal point. Violence or danger, by the button at the top: two trained people, and they alone; written into this form, the focal point too. If your message is in a language they do not read, a trained person reads it to say what it means. Never the person or the service concerned.',
        },
        {
          title: 'What we cannot do',
          text: 'This is not an emergency service: nobody sets out when your message is read. We give neither money nor aid, and we do not punish.',
        },
        {
          title: 'Your phone says who you are',
          text: 'A SIM card is bound to a person (NINA). Without a phone number we do not know who you are, and you can follow up the answer all the same.',
        },
      ],
    },
    formTitle: 'Your message',
    kind: {
      label: 'What is it about?',
      options: {
        complaint: { label: 'Complaint' },
        question: { label: 'Question' },
        suggestion: { label: 'Suggestion' },
        thanks: { label: 'Thanks' },
        abus: { label: 'Abuse or danger' },
      },
    },
    abuse: {
      text: 'For abuse or danger, write nothing here. The next page asks five simple questions, neither name nor detail.',
      link: 'Go on without writing',
    },
    integrity: {
      title: 'Money or a favour demanded',
      text: 'Two people in charge of integrity read your message. The person concerned, their service and their superiors never see it.',
      promise:
        'The case is handed within three days to the body that can investigate. We cannot promise a date for an answer.',
    },
    text: {
      label: 'Say it in your own words',
      hint: 'What, where, when. Do not write your name or that of a sick person.',
    },
    place: {
      label: 'Where does it happen?',
      hint: 'Village, commune or health centre.',
      region: 'Region',
      noRegion: 'I do not say',
    },
    consent: {
      label: 'May we answer you?',
      hint: 'The SMS never says what it is about before the answer.',
      options: {
        sms: 'Yes, by SMS',
        call: 'Yes, by a call',
        'call-woman': 'A woman calls',
        'call-man': 'A man calls',
        none: 'No contact: I follow up with the number',
      },
    },
    phone: {
      label: 'Your phone number',
      hint: 'Only to answer you. Example: 70 00 00 01',
    },
    language: 'Answer in',
    notSaid: 'I do not say',
    questions: {
      person: {
        label: 'Who is concerned?',
        hint: 'You, or the person you wrote for. Girl or boy: under 18.',
        options: { woman: 'a woman', man: 'a man', girl: 'a girl', boy: 'a boy' },
      },
      displacement: {
        label: 'Did you have to leave your village or town?',
        hint: 'You, or the person you wrote for.',
        options: {
          'not-displaced': 'No',
          site: 'Yes, we are on a site',
          'host-family': 'Yes, we live with a family',
          returned: 'Yes, and we have come back',
          repatriated: 'We were refugees abroad, and have come back',
          refugee: 'We come from another country',
        },
      },
      disability: {
        label: 'Do you have a lot of difficulty seeing, hearing, walking, remembering, washing yourself or speaking?',
        hint: 'If you wrote for somebody: the person concerned, if they are five or older.',
        options: { yes: 'Yes', no: 'No' },
      },
    },
    send: 'Send',
  },
  problems: {
    title: 'Something is missing',
    unsent: 'Not sent yet',
    'text-missing': 'Write a few words to say what is happening.',
    'text-too-long': 'The message is too long. Keep what matters most: we can ask you questions.',
    'place-too-long':
      'The place is too long: keep the name of the village or quarter. The rest may go into the message.',
    'consent-missing': 'Say whether we may answer you, and how.',
    'phone-missing': 'Write your number, or choose “No contact”.',
    'phone-unreadable': 'This number is not complete. It has eight digits, for example 70 00 00 01.',
    'phone-abroad':
      'We send SMS only to numbers in Mali. Write another number, or choose “No contact” and follow your case with its number.',
    'call-phone-missing': 'Write the number to call, or choose “No”.',
    'reference-missing': 'Write the number of the case: ten digits.',
    'too-many':
      'Too many messages left from here in a short time. Wait an hour, then start again: nothing below is lost.',
    unavailable: 'We could not keep your message. It is still below: send it again in a moment.',
  },
  sensitive: {
    title: 'Neither name nor detail',
    lead: 'It is:',
    violence: {
      title: 'Violence, abuse, danger',
      text: 'Violence, sexual abuse, a child in danger, a threat. Five questions, nothing to write. Only two trained people read.',
      link: 'Go on, writing nothing',
    },
    money: {
      title: 'Money or a favour demanded',
      text: 'Somebody demands money or a favour to give aid or care, or diverts aid.',
      link: 'Go on and write',
      send: 'Send what I wrote',
    },
    dropped: 'What you wrote is not kept if you go on here.',
    back: 'Back',
  },
  protection: {
    title: 'Neither name nor detail',
    lead: 'Answer what you want. Nothing is required. Two trained people read, nobody else. No SMS is sent.',
    notEmergency:
      'This is not an emergency service. If you are in danger now, go first to a place or a person you trust.',
    emergency: 'Care and help, day and night: {number}',
    notSaid: 'I do not say',
    place: { label: 'In which region?', hint: 'The region is enough.' },
    questions: {
      danger: { label: 'Is somebody in danger now?', options: { yes: 'Yes', no: 'No' } },
      person: {
        label: 'The person concerned is',
        options: { child: 'a child (under 18)', adult: 'an adult' },
      },
      sought: {
        label: 'What do you want?',
        hint: 'Care and support never depend on this answer.',
        options: { care: 'care and support only', report: 'to report what is happening' },
      },
    },
    call: {
      label: 'May a trained person call you?',
      hint: 'They will not ask you to tell what happened.',
      no: 'No, no call',
      woman: 'Yes, a woman',
      man: 'Yes, a man',
    },
    phone: {
      label: 'Number to call',
      hint: 'Only a phone that nobody else picks up. A SIM card is bound to a person (NINA).',
    },
    after: 'You will receive a case number. You do not need to keep it.',
    send: 'Send',
  },
  leave: {
    label: 'Leave this page',
    text: 'Opens an ordinary site.',
    href: 'https://en.wikipedia.org/wiki/Mali',
    history: 'This page stays in the history of the phone: erase the history, or use a private tab.',
  },
}
