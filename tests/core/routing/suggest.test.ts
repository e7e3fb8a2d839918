import { expect, test } from 'vitest'
import { type Lexicon, readList } from '../../../core/routing/lexicon.ts'
import { suggest } from '../../../core/routing/suggest.ts'
import { places } from '../../../programme/places/places.ts'
import { categories } from '../../../programme/categories.ts'
import { lexicon } from '../../../programme/lexicon.ts'
import { suggestFromWords } from '../../../programme/suggest-from-words.ts'

const N = false
const S = true

test.each([
  ["on nous fait payer 2000 F pour les enfants alors que c'est gratuit", 'SAN-FRAIS', N],
  ['ordonance payante a gao', 'SAN-FRAIS', N],
  ['on ma fait peyer alor que ces gratui', 'SAN-FRAIS', N],
  ['On demande aux femmes enceintes de payer l accouchement 10000 fcfa', 'SAN-FRAIS', N],
  ["l'infirmier demande 2000 F pour soigner mon enfant", 'SAN-FRAIS', N],
  ["l'infirmier demande 5000 francs pour lui avant de soigner", 'INT-ARGENT', S],
  ["il demande de l'argent pour lui", 'INT-ARGENT', S],
  ["on m'a demandé 5000 F pour me mettre sur la liste", 'INT-ARGENT', S],
  ["le chef garde l'argent des distributions", 'INT-ARGENT', S],
  ['il faut donner un bakchich', 'INT-ARGENT', S],
  ['il veut un cadeau avant de donner le kit', 'INT-ARGENT', S],
  ["un agent de l'aide demande du sexe aux filles pour donner la nourriture", 'PRO-SEA', S],
  ['il veut que je couche avec lui pour avoir le kit', 'PRO-SEA', S],
  ['ma voisine a été violée', 'PRO-VBG', S],
  ['mon mari me bat', 'PRO-VBG', S],
  ['un enfant a été enlevé hier', 'PRO-ENF', S],
  ['ils ont menassé de me tuer si je parle', 'PRO-MENACE', S],
  ["l'ambulance a été attaquée par des hommes armés", 'SAN-ATTAQ', S],
  ['on ne nous donne rien parce que nous sommes nomades', 'INT-CONDUITE', S],
  ['on a donné mon numéro à des inconnus', 'INT-DONNEES', S],
  ['medicaman fini au cscom', 'SAN-MEDIC', N],
  ['nous avons attendu 6 heures sans consultation', 'SAN-QUAL', N],
  ['la sage femme nous insulte', 'SAN-ACCUEIL', N],
  ['le CSCom est fermé depuis lundi', 'SAN-FERME', N],
  ['le cscom est trop loin, 40 km', 'SAN-DIST', N],
  ['beaucoup de malades, diarrhée et vomissement', 'SAN-EPI', N],
  ["mon nom n'est pas sur la liste", 'AID-CIBL', N],
  ["nous n'avons pas encore reçu les vivres depuis 3 mois", 'AID-RET', N],
  ["comment avoir de l'aide ?", 'AID-INFO', N],
  ['les déchets et les seringues sont jetés dehors', 'AID-ENV', N],
  ['conflit foncier avec le voisin', 'AUT-HORS', N],
  ['merci pour le travail de la sage femme', 'MERCI', N],
  ['i ni ce', null, N],
  ['Aw ni ce', null, N],
  ['Le forage de Menaka * est en panne #2', 'EHA-EAU', N],
  ['pompe tinyena dugu kono', 'EHA-EAU', N],
  ['les latrines du site sont pleines', 'EHA-LATR', N],
  ['dans le kit il manque couvertures et moustiquaire', 'AID-KIT', N],
  ["les deplacés de Konna sont dans une famille d'accueil sans place", 'ABR-LOGE', N],
  ['nos enfants ont faim, rien a manger', 'SEC-VIVRES', N],
  ['plus de plumpy pour les enfants malnutris', 'NUT-PEC', N],
  ["ma fille n'a pas d'acte de naissance", 'PRO-GEN', N],
  ["il n'y a pas d'enseignant a l'école depuis janvier", 'EDU-ECOLE', N],
  ["on n'a pas payé le cash for work", 'REL-MOYENS', N],
  ['le chef prend la moitié des vivres', 'INT-ARGENT', S],
  ['mon nom est enlevé si je ne couche pas avec lui', 'PRO-SEA', S],
  ['bonjour', null, N],
  ['', null, N],
])('« %s » suggests %s', (text, category, sensitive) => {
  expect(suggestFromWords(text)).toMatchObject({ category, sensitive })
})

test.each([
  'notre vie est chère, trouvez une solution',
  'ce sont des voleurs',
  'les enfants sont malades',
  'on cherche le chef de Menaka',
])('« %s » is nothing a narrow circle must read first', (text) => {
  expect(suggestFromWords(text).sensitive).toBe(false)
})

test.each([
  'mon enfant convulse depuis ce matin, le CSCom est fermé',
  'ELLE SAIGNE BEAUCOUP APRES LACCOUCHEMENT',
  'une femme accouche seule au bord de la route',
  'il est tombé du camion, inconsian',
  'le vieux ne respire plus bien, aidez nous il va mourir',
  'den kirinna, mobili te yen',
])('« %s » may be a danger to life, with the words that say so', (text) => {
  const { level, why } = suggestFromWords(text)
  expect(level).toBe('N2')
  expect(why.find(({ what }) => what === 'level')?.words.length).toBeGreaterThan(0)
})

test.each([
  'comment éviter les convulsions chez un enfant ?',
  "merci d'avoir sauvé mon enfant qui convulsait",
  'la pompe saigne de la graisse',
  'les médicaments sont finis au CSCom',
  '',
])('« %s » is no danger to life now', (text) => {
  expect(suggestFromWords(text).level).toBeNull()
})

test.each([
  ['merci beaucoup pour votre travail', 'thanks'],
  ['il faudrait un banc devant le centre', 'suggestion'],
  ['est ce que le vaccin est gratuit', 'question'],
  ['il parait que le vaccin rend malade', 'rumour'],
  ['i ni ce', null],
])('« %s » reads as %s', (text, kind) => {
  expect(suggestFromWords(text).kind).toBe(kind)
})

test.each(['الماء مقطوع منذ ثلاثة أيام', 'ߒߞߏ ߞߊ߲ ߘߐ߫', 'Wor na wayni gay kaa ir se'])(
  '« %s » is beyond our lists',
  (text) => {
    expect(suggestFromWords(text)).toMatchObject({ unread: true, category: null, kind: null })
  },
)

test.each(['bonjour', 'medicaman fini au cscom', 'ji te an ka dugu la, pompe tinyena', 'Talataye', '500', ''])(
  '« %s » can be read',
  (text) => {
    expect(suggestFromWords(text).unread).toBe(false)
  },
)

test('where a programme has no model the list speaks alone', () => {
  const reads = { gazetteer: places, lexicon, judge: null }
  expect(suggest('la pompe est en panne', reads)).toMatchObject({ category: 'EHA-EAU', sensitive: false })
  expect(suggest('il faut donner un bakchich', reads)).toMatchObject({ category: 'INT-ARGENT', sensitive: true })
})

test('says why, in the words of the person', () => {
  const { why, place } = suggestFromWords('Au CSCom de Talataye on nous fait payer 2000 F')
  expect(place).toEqual({ system: 'cod-2021', code: 'ML070105' })
  expect(why).toContainEqual({ what: 'place', code: 'ML070105', words: ['Talataye'] })
  expect(why.find(({ what }) => what === 'category')?.words).toEqual(['CSCom', 'payer 2000 F'])
})

test('shows words that stand together as the phrase they are, each once', () => {
  const { why } = suggestFromWords('Pas de médicaments au centre, pas de médicaments')
  const about = why.filter(({ what }) => what === 'category')
  expect(about.map(({ words }) => words)).toEqual([['Pas de médicaments']])
})

test.each([
  ['Les kits distribues a Bourem sont incomplets', 'AID-KIT'],
  ['merci de nous aider, on a rien recu', 'AID-RET'],
])('« %s » is about %s or, where nothing is sure, about nothing', (text, category) => {
  expect([category, null]).toContain(suggestFromWords(text).category)
})

test('possible abuse goes before anything else the message says', () => {
  const { category, sensitive, why } = suggestFromWords(
    'le CSCom est fermé, ordonnance payante, et un agent a violé une fille de 9 ans',
  )
  expect(category).toMatch(/^PRO-/)
  expect(sensitive).toBe(true)
  expect(why.filter(({ what }) => what === 'sensitive').length).toBeGreaterThan(0)
})

test('every rule names groups and categories that exist, and every category has a rule', () => {
  const codes = categories.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const { code, all, none = [] } of lexicon.rules) {
    expect(codes).toContain(code)
    for (const group of [...all, ...none]) expect(lexicon.terms).toHaveProperty(group)
  }
  expect(new Set(lexicon.rules.map(({ code }) => code))).toEqual(new Set(codes))
})

test('terms far apart in a long message do not make one thing', () => {
  const tiny: Lexicon = {
    sounds: [],
    terms: { a: ['alpha'], b: ['beta'] },
    rules: [{ code: 'AB', weight: 3, all: ['a', 'b'] }],
    dangers: [],
    kinds: [],
    sensitive: [],
    idle: [],
    common: [],
  }
  expect(readList('alpha et beta', tiny).codes.map(({ code }) => code)).toEqual(['AB'])
  expect(readList(`alpha ${'mot '.repeat(40)} beta`, tiny).codes).toEqual([])
})

test('survives any text, however long or odd', () => {
  for (const text of [
    '\uD800\uFFFD\u0000',
    '𝒢𝒶𝑜 🙏🏿',
    'ا'.repeat(500),
    'payer '.repeat(20_000),
    'é'.normalize('NFD').repeat(3000),
  ]) {
    expect(() => suggestFromWords(text)).not.toThrow()
  }
})
