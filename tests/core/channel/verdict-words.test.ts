import { describe, expect, test } from 'vitest'
import { mali } from '../../../programme/mali.ts'

const heard = (text: string) => mali.hearsVerdict(text)
const score = (text: string) => heard(text)?.score ?? null

describe('what begins as a « no » and may be none', () => {
  test.each([
    ...['rien à dire', 'rien a signaler', 'Rien à ajouter, merci', 'rien a manger', 'on n’a rien à boire'],
    ...['non le forage marche', 'non, la pompe coule bien maintenant', 'non pas de problème', 'non c’est bon'],
  ])('« %s » somebody judges', (text) => {
    expect(score(text)).toBeNull()
  })
  test.each(['non le forage ne marche pas', 'non ils sont venus mais rien', 'non, encore en panne'])(
    '« %s » is 3',
    (text) => {
      expect(score(text)).toBe(3)
    },
  )
})

describe('a verdict in words', () => {
  test.each([
    ...[
      '3 rien n’a changé',
      '3rien na change',
      '3. Rien',
      '3 : la pompe est en panne',
      'trois',
      'TROIS',
      'Trois, rien de nouveau',
    ],
    ...[
      'non, la pompe est encore en panne',
      'NON LE ROBINET GOUTTE',
      'nonnn',
      'non non non',
      'pas du tout',
      'Pa du tt',
    ],
    ...[
      'toujours pas réglé',
      'tjrs pas regle',
      'ce n’est pas encore réparé',
      'le problème n’est pas réglé',
      'c pa regle',
    ],
    ...['Réponse : 3', 'Bonjour, non, toujours rien', 'non mais rien n’a changé', 'non, 2 pompes sont en panne'],
    ...[
      '3 😡',
      'non 😭',
      '👎',
      '❌',
      'je choisis le 3',
      'option 3',
      'le problème persiste',
      'nest pas regle',
      'cest pas bon',
    ],
    ...['non résolu', 'non reçu', 'je n’ai pas reçu', 'pas encore reçu', 'ça ne marche plus', 'sa marche plus'],
    ...['ça n’a pas marché', 'mécontent', 'rien n’a été fait', 'rien a été fait', 'je tape 3', 'je mets le 3', 'nope'],
    ...['je ne suis pas satisfaite', 'pas content', 'personne n’est venue', 'ils sont pas venus', 'le mm problème'],
    ...['ayi', 'Ayi dɛ', 'ayi, a ma dilan', 'saba', 'Foyi ma yɛlɛma', 'a ma nya'],
  ])('« %s » is 3', (text) => {
    expect(score(text)).toBe(3)
  })

  test.each([
    ...['2', '2 car il manque une pièce', 'deux, il manque une pièce', '2. Il manque une piece', 'en partie', 'un peu'],
    ...['Pas tout à fait', 'à moitié seulement', '2 mais ça vient', 'fila', 'fila nka ji te'],
  ])('« %s » is 2', (text) => {
    expect(score(text)).toBe(2)
  })

  test.each([
    ...[
      '1. Merci beaucoup',
      '1 merci',
      'un',
      'OUIII',
      'oui c’est réglé',
      '1, c est réglé',
      'Oui, la pompe marche très bien',
    ],
    ...['oui 😊', '1 👍🏾', 'cest regle merci bcp', 'oui Dieu merci', 'alhamdoulilah c’est réglé', 'merci c regle'],
    ...['ɔwɔ', 'owo', 'awo, i ni ce', 'kelen', 'plus de problème'],
    ...['satisfait', 'je suis très satisfaite', 'très bien', 'parfait', 'c ok', 'ça y est'],
  ])('« %s » is 1', (text) => {
    expect(score(text)).toBe(1)
  })

  test.each([
    ...[
      'Oui mais une seule des deux fontaines marche',
      'oui la pompe fuit',
      'oui pas partout',
      '1 mais l’eau est sale',
    ],
    ...['owo nka ji te', 'oui, c’est réglé mais pas à l’école', 'oui non', '1 ou 2', '1 2 3', 'non c’est bon', '3 oui'],
    ...[
      '1 seule fontaine marche',
      '2 femmes attendent encore',
      '3 jours sans eau',
      '2-3 jours',
      'oui une fontaine sur deux',
    ],
    ...['oui 😡', '1 😭', '😡', 'le 3 juin', '3e jour sans eau', 'oui inchallah', 'ça va un peu mieux'],
    ...['La pompe est encore en panne', 'merci', 'Le puits du marché est sec', ''],
  ])('« %s » is for a person to judge', (text) => {
    expect(score(text)).toBeNull()
  })

  test.each(['a ma dila halisa', 'halisa a ma dila', 'ayi, a ma dilan fɔlɔ', 'a ma nya hali bi'])(
    '« %s » says the verdict and no more: nothing in it is left to be read',
    (text) => {
      expect(heard(text)).toMatchObject({ score: 3, more: false })
    },
  )

  test.each(['C’est réglé ?', 'réglé?', 'Oui ?', 'Bonjour, ça va ?', 'ça marche؟', 'Oui c’est fait, mais quand ?'])(
    '« %s » asks: it closes nothing',
    (text) => {
      expect(score(text)).toBeNull()
    },
  )

  test('a question behind one of the three digits, or behind a no, leaves them standing', () => {
    expect(['1 ?', 'non ?', 'Toujours pas réparé, pourquoi ?'].map(score)).toEqual([1, 3, 3])
  })

  test('what is said besides is told from the verdict alone', () => {
    expect(heard('3')).toMatchObject({ number: true, bare: true, more: false })
    expect(heard('1. Merci beaucoup')).toMatchObject({ bare: true, more: false })
    expect(heard('3 rien n’a changé')).toMatchObject({ bare: false, more: false })
    expect(heard('2 car il manque une pièce')).toMatchObject({ bare: false, more: true })
  })
})
