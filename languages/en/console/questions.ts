import type { StaffQuestions } from '../../../web/question-texts.ts'

export const questionsEn: StaffQuestions = {
  intake: {
    person: {
      label: 'Who it concerns',
      hint: 'Optional. Girl or boy: under 18.',
      key: 'q',
      options: { woman: 'a woman', man: 'a man', girl: 'a girl', boy: 'a boy' },
    },
    ageGroup: {
      label: 'Their age',
      hint: 'Optional. Ask, do not guess.',
      key: 'a',
      options: {
        '0-4': 'under 5',
        '5-11': '5 to 11',
        '12-17': '12 to 17',
        '18-59': '18 to 59',
        '60-up': '60 and over',
      },
    },
    displacement: {
      label: 'Their situation',
      hint: 'Optional. Host family: displaced, and living with somebody.',
      key: 'z',
      options: {
        'not-displaced': 'not displaced',
        site: 'displaced, on a site',
        'host-family': 'displaced, in a host family',
        returned: 'returned',
        repatriated: 'repatriated',
        refugee: 'refugee',
      },
    },
    facility: {
      label: 'Which health facility',
      hint: 'Optional. The one they speak of.',
      key: 'w',
      options: {
        csref: 'CSRéf',
        cscom: 'CSCom',
        temporary: 'temporary post',
        'mobile-clinic': 'mobile clinic',
        'asc-site': 'ASC site',
      },
    },
    disability: {
      label:
        'Does the person concerned have a lot of difficulty seeing, hearing, walking, remembering, washing or speaking?',
      hint: 'Optional. Ask it as it is written, do not guess; never of a child under 5.',
      key: 'h',
      options: { yes: 'yes', no: 'no' },
    },
  },
  danger: {
    danger: { label: 'Is somebody in danger now?', options: { yes: 'yes', no: 'no' } },
    person: { label: 'The person concerned is', options: { child: 'a child (under 18)', adult: 'an adult' } },
    sought: { label: 'What do they want?', options: { care: 'care and support only', report: 'to report it' } },
  },
  assess: {
    person: { label: 'Who it concerns', options: { woman: 'woman', man: 'man', girl: 'girl', boy: 'boy' } },
    ageGroup: {
      label: 'Age',
      options: {
        '0-4': 'under 5',
        '5-11': '5 to 11',
        '12-17': '12 to 17',
        '18-59': '18 to 59',
        '60-up': '60 and over',
      },
    },
    displacement: {
      label: 'Situation',
      options: {
        'not-displaced': 'not displaced',
        site: 'displaced, on a site',
        'host-family': 'displaced, in a host family',
        returned: 'returned',
        repatriated: 'repatriated',
        refugee: 'refugee',
      },
    },
    facility: {
      label: 'Health facility',
      options: {
        csref: 'CSRéf',
        cscom: 'CSCom',
        temporary: 'temporary post',
        'mobile-clinic': 'mobile clinic',
        'asc-site': 'ASC site',
      },
    },
    disability: {
      label: 'A lot of difficulty seeing, hearing, walking, remembering, washing or speaking',
      hint: 'Only if they were asked; never guessed. For counting: nothing of it is kept at an S level.',
      options: { yes: 'a lot of difficulty', no: 'not a lot of difficulty' },
    },
  },
  facts: {
    person: {
      label: 'Who it concerns',
      answers: { woman: 'woman', man: 'man', girl: 'girl', boy: 'boy', child: 'child', adult: 'adult' },
    },
    ageGroup: {
      label: 'Age',
      answers: {
        '0-4': 'under 5',
        '5-11': '5 to 11',
        '12-17': '12 to 17',
        '18-59': '18 to 59',
        '60-up': '60 and over',
      },
    },
    displacement: {
      label: 'Situation',
      answers: {
        'not-displaced': 'not displaced',
        site: 'displaced, on a site',
        'host-family': 'displaced, in a host family',
        returned: 'returned',
        repatriated: 'repatriated',
        refugee: 'refugee',
      },
    },
    facility: {
      label: 'Health facility',
      answers: {
        csref: 'CSRéf',
        cscom: 'CSCom',
        temporary: 'temporary post',
        'mobile-clinic': 'mobile clinic',
        'asc-site': 'ASC site',
      },
    },
    disability: {
      label: 'Seeing, hearing, walking, remembering, washing, speaking',
      answers: { yes: 'a lot of difficulty', no: 'not a lot of difficulty' },
    },
    danger: { label: 'In danger now', answers: { yes: 'yes', no: 'no' } },
    sought: { label: 'Asked for', answers: { care: 'care and support only', report: 'to report' } },
  },
  figures: {
    person: {
      heading: 'By sex and age',
      values: {
        woman: 'Woman',
        man: 'Man',
        girl: 'Girl',
        boy: 'Boy',
        child: 'Child, sex not said',
        adult: 'Adult, sex not said',
      },
    },
    ageGroup: {
      heading: 'By age',
      note: 'Asked by staff only. The public form and USSD ask no more than girl, boy, woman or man.',
      values: { '0-4': 'Under 5', '5-11': '5 to 11', '12-17': '12 to 17', '18-59': '18 to 59', '60-up': '60 and over' },
    },
    displacement: {
      heading: 'By displacement',
      note: 'Neither USSD nor SMS asks it.',
      values: {
        'not-displaced': 'Not displaced',
        site: 'Displaced, on a site',
        'host-family': 'Displaced, in a host family',
        returned: 'Returned',
        repatriated: 'Repatriated',
        refugee: 'Refugee',
      },
    },
    facility: {
      heading: 'By kind of health facility',
      note: 'Asked by staff only.',
      values: {
        csref: 'CSRéf',
        cscom: 'CSCom',
        temporary: 'Temporary post',
        'mobile-clinic': 'Mobile clinic',
        'asc-site': 'ASC site',
      },
    },
    disability: {
      heading: 'By disability',
      note: 'One question for six difficulties (“wg_merged” in the file): not to be compared with figures from the full Washington Group set. Neither USSD nor SMS asks it.',
      values: { yes: 'A lot of difficulty', no: 'Not a lot of difficulty' },
    },
  },
}
