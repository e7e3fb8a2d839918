/** Languages spoken in Mali, as French calls them. */
export const languageNamesFr: Readonly<Record<string, string>> = {
  fr: 'français',
  bm: 'bambara',
  ff: 'fulfulde',
  ses: 'songhay',
  khq: 'songhay de Tombouctou',
  taq: 'tamasheq',
  ar: 'arabe',
  dtm: 'dogon',
  snk: 'soninké',
}
