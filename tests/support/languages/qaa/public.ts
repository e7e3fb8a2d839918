import type { Partly } from '../../../../languages/stock.ts'
import type { PublicSections } from '../../../../web/public/texts.ts'

/** A part of the public pages: of some sections all, of some a little, of the poster nothing. */
export const publicQaa: Partly<PublicSections> = {
  site: { tagline: 'Snodnopér suon', write: 'Erircé', follow: 'Ervius', languages: 'Seugnal' },
  months: ['reivnaj', 'reirvéf', 'sram', 'lirva', 'iam', 'niuj', 'telliuj', 'tûoa', 'erbmetpes', 'erbotco', 'erbmevon', 'erbmecéd'], // prettier-ignore
  form: { title: 'Suon-setid', send: 'Reyovne', text: { label: 'Egassem ertov' } },
  problems: { 'text-missing': 'Stom seuqleuq zevircé' },
  receipt: { title: 'Éton neib' },
}
