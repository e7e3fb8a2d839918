import { gazetteer } from '../../../core/places/gazetteer.ts'
import { villageTable } from '../../../core/places/villages.ts'
import type { Category } from '../../../core/routing/category.ts'
import type { Lexicon } from '../../../core/routing/lexicon.ts'
import { suggest } from '../../../core/routing/suggest.ts'
import type { Suggestion } from '../../../core/routing/suggestion.ts'
import type { WorkingCalendar } from '../../../core/deadlines/calendar.ts'
import type { ServiceStandards } from '../../../core/deadlines/service-standards.ts'
import type { Languages } from '../../../core/language.ts'
import type { Organisation } from '../../../core/directory/organisation.ts'
import type { Settings } from '../../../core/notices/settings.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { peopleTextsFor } from '../../../languages/people.ts'
import { mailsFor } from '../../../languages/mail.ts'
import { publicationsFor } from '../../../languages/publications.ts'
import { serviceStandards } from '../../../programme/service-standards.ts'

/*
 * A country that does not exist: two regions, one cluster that serves one of them, one language, offices from Sunday to Thursday three hours
 * east of Greenwich, a feast on 9 June, half the time to answer.
 */

const system = 'kl-1'
export const pelune = { system, code: 'K101' }
export const orvelle = { system, code: 'K201' }

const day = [{ from: '08:00', to: '14:00' }]
export const calendar: WorkingCalendar = {
  version: 'kl-2027',
  utcOffsetMinutes: 180,
  years: { from: 2026, until: 2030 },
  office: { sunday: day, monday: day, tuesday: day, wednesday: day, thursday: day, friday: [], saturday: [] },
  fixed: [{ monthDay: '06-09', name: 'Fête des puits' }],
  easterMonday: false,
  dated: [],
  overrides: [],
}

const [ofMali] = Object.values(serviceStandards.versions)
if (!ofMali) throw new Error('the programme has no service standards')
const standards: ServiceStandards = {
  ...ofMali,
  version: 'kl-1',
  levels: {
    ...ofMali.levels,
    N1: { ...ofMali.levels.N1, read: { workingDays: 1 }, answer: { workingDays: 5 } },
    N2: { ...ofMali.levels.N2, act: { hours: 6 } },
  },
}

const clusters = [{ id: 'nord', name: 'Norvane', topic: 'regional-nord' }]
const places = gazetteer(
  {
    systems: [system],
    places: {
      [system]: {
        region: [
          ['K1', 'Norvane', ''],
          ['K2', 'Sudane', ''],
        ],
        cercle: [
          ['K101', 'Pelune', 'K1'],
          ['K201', 'Orvelle', 'K2'],
        ],
        commune: [['K10101', 'Puisat', 'K101']],
      },
    },
    same: [],
    spellings: [],
  },
  [{ id: 'nord', codes: { [system]: ['K1'] } }],
  {
    system,
    sounds: [],
    aliases: [],
    levelWords: { region: ['region'], cercle: ['cercle'], commune: ['commune'] },
    villages: { called: [], of: [], joining: [] },
    announcing: ['village'],
    small: ['a', 'de'],
    doubtful: {},
    notPlaces: [],
  },
)

const category = (code: string, level: Category['level'], fr: string): Category => ({
  code,
  label: { fr },
  owner: { fr: 'Partenaire' },
  kinds: ['complaint'],
  level,
  lane: level === 'S1' || level === 'S2' ? level : 'N',
})
const categories = [category('PUITS', 'N1', 'Puits'), category('ABUS', 'S2', 'Abus')]

const body = (id: string, name: string): Organisation => ({
  id,
  name,
  kind: 'ngo',
  regions: ['nord'],
  places: [],
  sectors: ['eau'],
  supervises: [],
  mandatedFor: [],
  languages: ['fr'],
  active: true,
})

const lexicon: Lexicon = {
  sounds: [],
  terms: { well: ['puits', 'poulie'], abuse: ['coucher avec'] },
  rules: [
    { code: 'PUITS', weight: 3, all: ['well'] },
    { code: 'ABUS', weight: 8, all: ['abuse'] },
  ],
  dangers: [],
  kinds: [],
  sensitive: ['ABUS'],
  idle: [],
  common: [
    'la',
    'du',
    'est',
    'un',
    'de',
    'et',
    'pour',
    'depuis',
    'hier',
    'cassee',
    'garde',
    'demande',
    'ma',
    'fille',
    'a',
  ],
}

const settings: Settings = {
  ussdCode: '*77#',
  smsShortCode: null,
  helpNumber: null,
  callBackNumber: null,
  emergencyNumber: null,
  freeSmsConfirmed: false,
  consoleLink: null,
  webAddress: null,
  quietHours: { from: '21:00', to: '06:00' },
  // The phones of the tests stand for those of any country.
  mailFrom: null,
  callingCodes: ['223'],
  typedSmsAnHour: 300,
  smsADay: 30,
  smsCeilingAMonth: null,
  ussdPlaces: [
    { label: 'Norvane', place: { system, code: 'K1' } },
    { label: 'Sudane', place: { system, code: 'K2' } },
  ],
}

const languages: Languages = [{ code: 'fr', standIn: null, on: ['people', 'public', 'staff'] }]

export const elsewhere: Programme = {
  id: 'kl',
  standards: { current: standards.version, versions: { [standards.version]: standards } },
  calendar,
  calendars: { [calendar.version]: calendar },
  gazetteer: places,
  categories,
  clusters,
  organisations: [body('puits-pour-tous', 'Puits pour tous')],
  pairs: { members: 2, standIns: 2 },
  intakePoints: [],
  readyAnswers: [],
  settings,
  gateways: { byPrefix: {}, otherwise: 'recorded', unnamed: null },
  languages,
  ...peopleTextsFor(settings, languages),
  mails: mailsFor(languages),
  publications: publicationsFor(languages),
  placeLevels: { region: 'région', cercle: 'cercle', commune: 'commune', village: 'village' },
}

/** Nobody has written them down. */
export const villagesElsewhere = villageTable({ system, version: '1', villages: [] }, places, { system, sounds: [] })

export const suggestElsewhere = (text: string): Suggestion => suggest(text, { gazetteer: places, lexicon, judge: null })
