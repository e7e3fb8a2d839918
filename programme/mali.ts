import type { Programme } from '../core/operations/programme.ts'
import { calendar, calendars } from './calendar/calendar.ts'
import { categories } from './categories.ts'
import { clusters } from './clusters.ts'
import { peopleTextsFor } from '../languages/people.ts'
import { mailsFor } from '../languages/mail.ts'
import { publicationsFor } from '../languages/publications.ts'
import { languages } from './languages.ts'
import { gateways } from './gateways.ts'
import { organisations } from './organisations.ts'
import { places } from './places/places.ts'
import { readyAnswers } from './ready-answers.ts'
import { serviceStandards } from './service-standards.ts'
import { settings } from './settings.ts'
import { intakePoints } from './intake-points.ts'

/** The programme of the humanitarian clusters of Mali. */
export const mali: Programme = {
  id: 'ml',
  standards: serviceStandards,
  calendar,
  calendars,
  gazetteer: places,
  categories,
  clusters,
  organisations,
  // Two work protection, two integrity; two more of each are named to stand in.
  pairs: { members: 2, standIns: 2 },
  intakePoints,
  readyAnswers,
  settings,
  gateways,
  languages,
  ...peopleTextsFor(settings, languages),
  mails: mailsFor(languages),
  publications: publicationsFor(languages),
  placeLevels: { region: 'région', cercle: 'cercle', commune: 'commune', village: 'localité' },
}
