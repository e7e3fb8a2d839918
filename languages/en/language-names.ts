/** Languages spoken in Mali, as English calls them. */
export const languageNamesEn: Readonly<Record<string, string>> = {
  fr: 'French',
  bm: 'Bambara',
  ff: 'Fulfulde',
  ses: 'Songhay',
  khq: 'Timbuktu Songhay',
  taq: 'Tamasheq',
  ar: 'Arabic',
  dtm: 'Dogon',
  snk: 'Soninke',
}
