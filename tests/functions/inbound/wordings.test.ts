import { expect, test } from 'vitest'
import { deskOf } from '../../support/functions/desk.ts'
import { phonesOf } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

/*
 * As people text: no accents, shortened, misspelt. What each does through the intake; whatever looks like a command and is a complaint stays
 * somebody's voice.
 */

const phoneOf = (at: number): string => `+2237000${String(3000 + at)}`

/** A first message of each phone. */
const alone: Readonly<Record<string, readonly string[]>> = {
  stopped: [
    ...['stop svp jai pas besoin de vos sms', 'fo plu menvoyé de message', 'plus aucun sms', 'ne mecrivez plus jamais'],
    ...['enlever mon numero de votre liste', 'laissez moi tranquille avec vos messages', 'stop je ne sais pas lire'],
    ...["ne plus m'envoyer de messages svp", 'aw ye sms dabila'],
  ],
  called: [
    ...[
      'contactez moi svp',
      'telefoné moi',
      'bipé moi',
      'je sais pas lire ni ecrire',
      'je ne sais pas ecrire appelez moi',
    ],
    ...['je veux vous parler de vive voix', 'une femme peut m’appeler', 'rapelez moi svp pas de credi', 'n wele joona'],
  ],
  greeted: [
    ...['cc', 'alloo', 'a salam aleykoum wa rahmatoullah', 'bonsoir la famille', 'slt cv', 'ini sogoma', 'aw ni ce'],
    ...['foulfoulde', 'je parle sonrai', 'en arabe svp', 'bonne fete'],
  ],
  replied: [
    ...[
      'mon dossier est où',
      'ma plainte en est où svp',
      'ya koi de neuf',
      'vous avez traité ma plainte ?',
      'du nouveau ?',
    ],
    ...['annulation de ma plainte', 'laissez tomber ma plainte', 'je veux plus porter plainte', 'haide'],
  ],
  opened: [
    ...[
      'stop a la faim dans le camp',
      'plus aucun medicament',
      'plus aucune nouvelle de mon mari',
      'pas besoin de vaccin ici',
    ],
    ...[
      'enlevez le gardien il frappe les gens',
      'laissez tomber la distribution a gossi',
      'effacez le nom du chef il est mort',
    ],
    ...[
      'contactez le chef du village il a volé',
      'je ne peux pas ecrire mon nom le chef refuse',
      'appelez le medecin elle saigne',
    ],
    ...[
      'rappelez les agents ils sont partis',
      'mon dossier est perdu',
      'vous avez traité les autres et pas nous',
      'reçu refusé',
    ],
    ...[
      'bonjour la famille du chef prend tout',
      'bonne fete on a rien a manger',
      'salam on a faim',
      'peul refuse du camp',
    ],
    ...[
      'i ni ce nka ji tɛ',
      'touareg chassé du puits',
      'allo ya quelqu’un',
      'la famille',
      'une femme enceinte',
      'aide alimentaire',
    ],
    ...['annulez la distribution il y a eu vol', 'je retire mon argent et on refuse', 'suivi de grossesse refusé'],
  ],
}

test('what a first message does', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const all = Object.entries(alone).flatMap(([does, texts]) => texts.map((text) => ({ does, text })))
  const did: typeof all = []
  for (const [at, { text }] of all.entries()) {
    const reference = await phones.says(phoneOf(at), text)
    const callMe = reference !== '' && (await jaabi.caseOf(reference)).callMe
    const outcomes = Object.values((await jaabi.senderOf(phoneOf(at)))?.recent ?? {}).map(({ outcome }) => outcome)
    did.push({ does: callMe ? 'called' : outcomes.join(), text })
  }
  expect(did).toEqual(all)
})

/** To « réglé ? »: the verdict, or null where somebody judges. */
const toTheAnswer: readonly (readonly [text: string, score: 1 | 2 | 3 | null])[] = [
  ['oui cest bon merci', 1],
  ['ca marche mtn', 1],
  ["c'est arrangé", 1],
  ['awo a dilanna', 1],
  ['en parti', 2],
  ['2 mais il manque le savon', 2],
  ['on a rien recu', 3],
  ['ya rien', 3],
  ["il n'y a pas de changement", 3],
  ['nn c pas reglé', 3],
  ['3. le forage est tjr gaté', 3],
  ['ayi a ma dilan', 3],
  // More than four words nobody here can read are a case of their own.
  ['ayi ji tɛ yen hali bi', null],
  ['on a recu merci', null],
  ['oui mais ya plus de savon', null],
  ['rien a manger depuis hier', null],
  ['non assistance a gao', null],
  ['2 mois sans ration', null],
]

test('what is heard as a verdict, and what somebody judges', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const desk = await deskOf(jaabi)
  const heard: (readonly [string, number | null])[] = []
  for (const [at, [text]] of toTheAnswer.entries()) {
    const reference = await phones.says(phoneOf(at), 'Le forage du village est en panne')
    await desk.answers(reference, 'la pompe est réparée')
    await phones.report(phoneOf(at))
    await phones.says(phoneOf(at), text)
    const { history } = await jaabi.caseOf(reference)
    const verdict = history.findLast((line) => line.what === 'satisfied')
    heard.push([text, verdict?.score ?? null])
  }
  expect(heard).toEqual(toTheAnswer)
})
