import type { SearchRow, SearchView } from '../../../web/console/search/view.ts'

/** One case that was found. */
export const found = (over: Partial<SearchRow> = {}): SearchRow => ({
  href: '/console/cases/4829137996',
  grouped: '4829\u00a01379\u00a096',
  receivedOn: '2027-06-07',
  categoryLabel: 'Frais demandés',
  placeName: 'Ansongo (cercle, Gao)',
  suggested: [],
  status: 'open',
  late: true,
  level: null,
  organisation: 'ONG Santé Gao',
  satisfaction: 2,
  ...over,
})

interface Over {
  choices?: Partial<SearchView['choices']>
  rows?: readonly SearchRow[]
  flaws?: SearchView['flaws']
}

/** The search as it stands before anything was chosen, with as much of it as a test is about. */
export const searchView = ({ choices = {}, rows = [], flaws = [] }: Over = {}): SearchView => ({
  base: '/console',
  scope: 'all',
  now: '2027-06-07T09:00:00.000Z',
  utcOffsetMinutes: 0,
  values: {},
  lastOn: '2027-06-07',
  choices: {
    places: { href: '/console/lieux', villages: '', found: '{count}', none: '–', ofCercle: '' },
    categories: [],
    organisations: [],
    levels: [],
    channels: [],
    kinds: [],
    ...choices,
  },
  flaws,
  otherwise: [],
  found: { fromOn: '2027-04-01', untilOn: '2027-06-15', rows, next: null, start: null, examined: rows.length },
})
