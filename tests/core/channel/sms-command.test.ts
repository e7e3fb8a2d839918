import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSms } from '../../../core/channel/sms-command.ts'
import type { SmsIntent } from '../../../core/channel/sms-intent.ts'
import { mali } from '../../../programme/mali.ts'
import { sentences } from '../../../programme/model/sentences.ts'

const { commands } = mali
const n = '4829137920'
const read = (text: string, openQuestion = false): SmsIntent => parseSms(text, { commands, openQuestion })

describe('commands by SMS', () => {
  it.each([
    ...['Arrêtez-les', 'arretez les svp urgent', 'arrête le', 'arrêtez moi', 'Arrêtez-la', 'arretez vite svp'],
    ...['arrêtez maintenant', 'arrêtez tout de suite', 'arrêtez par pitié', 'stop de grâce', 'stop la'],
  ])('« %s » is no STOP', (text) => {
    expect(read(text)).toEqual({ is: 'voice' })
  })
  it.each(['arrêtez les sms', 'Arrêtez-moi ces messages', 'arrêtez ce numéro', 'arrêtez svp'])('« %s » is', (text) => {
    expect(read(text)).toEqual({ is: 'stop', reference: null })
  })

  const expected: [string, SmsIntent][] = [
    ['AIDE', { is: 'help' }],
    [' aide. ', { is: 'help' }],
    ['Dɛmɛ', { is: 'help' }],
    [`SUIVI ${n}`, { is: 'follow-up', reference: n }],
    ['SUIVI: 4829 1379 20', { is: 'follow-up', reference: n }],
    [`suivi no ${n}`, { is: 'follow-up', reference: n }],
    [`Suivi n° ${n} svp`, { is: 'follow-up', reference: n }],
    [`suivi du dossier nº ${n}, merci`, { is: 'follow-up', reference: n }],
    [`SUIVI${n}`, { is: 'follow-up', reference: n }],
    ['suivi ٤٨٢٩١٣٧٩٢٠', { is: 'follow-up', reference: n }],
    [`${n} suivi`, { is: 'follow-up', reference: n }],
    ['SUIVI', { is: 'follow-up', reference: null }],
    ['SUIVI 4829137921', { is: 'follow-up', reference: null }],
    [`APPEL ${n}`, { is: 'appeal', reference: n }],
    [n, { is: 'follow-up', reference: n }],
    [`Bonjour, ${n} svp`, { is: 'follow-up', reference: n }],
    ['4829l3792O', { is: 'follow-up', reference: n }],
    ['suivi 4829,l379/2O', { is: 'follow-up', reference: n }],
    [`Où en est mon dossier ${n} ?`, { is: 'follow-up', reference: n }],
    ['ou en est ma plainte 4829I3792o svp', { is: 'follow-up', reference: n }],
    ['Où en est mon dossier ?', { is: 'follow-up', reference: null }],
    ['SUIVI 48291E7921', { is: 'follow-up', reference: null }],
    ['4829137921', { is: 'follow-up', reference: null, bare: true }],
    ['RAPPEL', { is: 'call-me', reference: null, says: false }],
    ['Rappelez-moi svp', { is: 'call-me', reference: null, says: false }],
    ['rappel 70 00 00 01', { is: 'call-me', reference: null, says: true }],
    [`RAPPEL ${n}`, { is: 'call-me', reference: n, says: false }],
    [`aide ${n}`, { is: 'help' }],
    [`START ${n}`, { is: 'start' }],
    ['STOP', { is: 'stop', reference: null }],
    ['Arrêt !', { is: 'stop', reference: null }],
    ['ARRET', { is: 'stop', reference: null }],
    [`stop ${n}`, { is: 'stop', reference: n }],
    ['start', { is: 'start' }],
    ['LANGUE', { is: 'language', language: null }],
    ['langue: BM', { is: 'language', language: 'bm' }],
    ['kan bamanankan', { is: 'language', language: 'bm' }],
    ['Langue Français', { is: 'language', language: 'fr' }],
    ['langue peul', { is: 'language', language: null }],
    ['bambara', { is: 'language', language: 'bm', bare: true }],
    ['Français', { is: 'language', language: 'fr', bare: true }],
    ['en bambara svp', { is: 'language', language: 'bm', bare: true }],
  ]
  it.each(expected)('%s', (text, intent) => {
    expect(read(text)).toEqual(intent)
    expect(read(text.toUpperCase())).toEqual(intent)
    expect(read(text, true)).toEqual(intent)
  })
})

describe('STOP by any usual name', () => {
  it.each([
    ...['stop', 'STOP SMS', 'stop stop stop', 'svp stop', 'Stop les messages !', 'arrêt', 'Arrêtez', 'ARRETER svp'],
    ...['arrêtez de m’envoyer des messages', 'Désabonner', 'me desabonner', 'Je ne veux plus de messages'],
    ...['je veux plus recevoir vos sms', 'Plus de SMS svp', 'N’envoyez plus de textos', 'ＳＴＯＰ'],
  ])('%s', (text) => {
    expect(read(text)).toEqual({ is: 'stop', reference: null })
    expect(read(text.toUpperCase().normalize('NFD'), true)).toEqual({ is: 'stop', reference: null })
  })
})

describe('STOP in more words', () => {
  it.each([
    ...[
      'arrete de menvoyer des sms',
      'cessez les messages',
      'je ne veux plus rien recevoir',
      'ne me derangez plus svp',
    ],
    ...['supprimez mon numero', 'S T O P', 'stop vite', 'STOP 🛑', 'ST0P', 'stop all', 'je me désabonne'],
    ...['veuillez arreter les sms', "veuillez ne plus m'envoyer de sms", 'je voudrais arreter de recevoir vos sms'],
    ...['jveux plus de sms', 'jve plu de sms', 'je veu plu de mesaj', 'je refuse les sms', 'bloquez les messages'],
    ...['desactivez les sms', 'annuler les sms', 'marre de vos sms', "n'envoyez pas de sms", 'ne me contactez plus'],
  ])('%s', (text) => {
    expect(read(text)).toEqual({ is: 'stop', reference: null })
  })

  it.each([
    'cessez les vols',
    'supprimez mon nom de la liste des vivres',
    'ne nous oubliez plus',
    'arretez de nous voler',
    'bloquez la route',
    'je refuse',
    'assez de souffrance',
    'supprimez les taxes',
    'annuler la distribution',
  ])('%s is a voice', (text) => {
    expect(read(text)).toEqual({ is: 'voice' })
  })
})

describe('STOP and a number that is nearly one of ours', () => {
  it.each(['STOP 4829137921', 'stop 482913792', 'Arrêtez 48 29 13 79 21 svp'])(
    '« %s » silences nothing else',
    (text) => {
      expect(read(text)).toEqual({ is: 'stop', reference: null, mistyped: true })
    },
  )
  it.each(['stop 70 00 00 01', 'STOP 36019'])('« %s » is all of them', (text) => {
    expect(read(text)).toEqual({ is: 'stop', reference: null })
  })
})

describe('START, as people send it', () => {
  it.each(['START pour recevoir la réponse', 'recommencez les sms', 'reprenez svp', 'reactiver les sms'])(
    '%s',
    (text) => {
      expect(read(text)).toEqual({ is: 'start' })
    },
  )
})

describe('how a case stands, as people ask', () => {
  it.each([
    ...[`SU1VI ${n}`, `statut ${n}`, `vous avez des nouvelles du dossier ${n} ?`, `voici mon numero ${n}`],
    ...[`est ce que mon dossier ${n} est traité ?`, `quand aurai-je une réponse ${n}`],
  ])('« %s » is asked of it', (text) => {
    expect(read(text)).toEqual({ is: 'follow-up', reference: n })
  })

  it.each(['c’est bon ?', 'ok ?', 'bien reçu ?', 'compris ?', 'merci ?'])('« %s » is no thanks: it asks', (text) => {
    expect(read(text)).toEqual({ is: 'follow-up', reference: null, wonders: true })
  })
  it.each([
    ...[`mon dossier ${n} ou ca en est`, `${n} svp quelle nouvelle`, `je veux savoir ou en est mon dossier ${n}`],
    ...[
      `c'est comment mon dossier ${n}`,
      `quel est letat de mon dossier ${n}`,
      `vous en etes ou avec mon dossier ${n}`,
    ],
    ...[`quoi de neuf ${n}`, `ou en sont les choses ${n}`, `sivi ${n}`, `suivi vite ${n}`],
  ])('%s', (text) => {
    expect(read(text)).toEqual({ is: 'follow-up', reference: n })
  })

  it.each([`pas de réponse ${n}`, `toujours rien pour ${n}`, `${n} 😡`])('%s is said to its case', (text) => {
    expect(read(text)).toEqual({ is: 'cites', reference: n })
  })
})

describe('the language somebody speaks', () => {
  it.each(['je parle bambara', 'écrivez en bambara svp', 'je préfère le bambara', 'Je comprends seulement le bambara'])(
    '%s',
    (text) => {
      expect(read(text)).toEqual({ is: 'language', language: 'bm', bare: true })
    },
  )

  it.each(['je ne parle pas bambara', 'je veux eau', 'on parle du chef', 'je parle bambara et on me chasse'])(
    '%s is a voice',
    (text) => {
      expect(read(text)).toEqual({ is: 'voice' })
    },
  )
})

describe('a command with one wrong letter', () => {
  it.each([
    ['rapel', { is: 'call-me', reference: null, says: false }],
    ['appelle', { is: 'call-me', reference: null, says: false }],
    [`suivie ${n}`, { is: 'follow-up', reference: n }],
    [`siuvi ${n}`, { is: 'follow-up', reference: n }],
    [`apel ${n}`, { is: 'appeal', reference: n }],
    ['lang bm', { is: 'language', language: 'bm' }],
    ['lange bambra', { is: 'language', language: 'bm' }],
    ['stopp', { is: 'stop', reference: null }],
    ['desaboner', { is: 'stop', reference: null }],
  ] as [string, SmsIntent][])('%s', (text, intent) => {
    expect(read(text)).toEqual(intent)
  })
})

describe('a command of several words, each with one wrong letter, courtesy around it', () => {
  const callMe = { is: 'call-me', reference: null, says: false } as const
  it.each([
    ...['RAPPELEZ MOI SVP', 'rapeler moi', 'rappel moi', 'rapele moi', 'raplez moi', 'rappellez-moi', 'rapel moi'],
    ...['appelez-moi svp', 'appellez moi', 'apeler moi', 'aplez moi', 'rappelé moi', 'appelez nous svp'],
    ...['bonjour rapelez moi s il vous plait merci', 'veuiller me rapeler', 'vous pouver m appeler svp', 'me rapeler'],
    ...['bjr rappeler moi sur ce numero', 'je veux qu on m apelle', 'demande de rapel', 'call me'],
  ])('%s', (text) => {
    expect(read(text)).toEqual(callMe)
    expect(read(text.toUpperCase(), true)).toEqual(callMe)
  })

  it.each([
    ...[
      'rappelez moi urgent',
      'svp rappelez moi vite',
      'vite rapelez moi',
      "appelez moi c'est urgent",
      'bjr svp raplez moi c urjent',
    ],
    ...['urgence rappelez moi', 'rappelez-moi dès que possible', 'merci de me rappeler au plus vite', 'n wele joona'],
    ...['appelez moi je n’ai pas de crédit', 'plus d unités rappelez moi', 'bjr mr rappeler moi je sais pas ecrire'],
    ...[
      'rappelez moi demain matin',
      'rappelez-moi ce soir à 18h',
      'i ni sogoma, aw ye n wele sisan',
      'rappelez moi 📞',
    ],
  ])('%s: how soon, when and why stay with the call', (text) => {
    expect(read(text)).toEqual({ ...callMe, says: true })
    expect(read(text.toUpperCase(), true)).toEqual({ ...callMe, says: true })
  })

  it.each([
    ...['rappelez moi stp je vous en prie', 'je veux parler à quelqu’un', 'j attends votre appel', 'appel urgent'],
    ...['je préfère un appel', 'on peut me rappeler', 'call me please', 'allo rappelez moi 🙏🏾'],
  ])('%s says no more than the wish', (text) => {
    expect(read(text)).toEqual(callMe)
  })

  it.each([
    ...['rappelez moi urgent pas d’eau', 'appelez moi vite ma fille saigne', 'urgent appelez moi on nous attaque'],
    ...[
      'plus de médicaments rappelez moi',
      'rappelez moi pour la pompe',
      'appelez la police urgent',
      'urgent',
      'AIDE 😭',
    ],
  ])('%s: with a subject, or without the wish, it is a voice', (text) => {
    expect(read(text)).toEqual({ is: 'voice' })
  })

  it.each([
    ['suivit', { is: 'follow-up', reference: null }],
    ['suivi de ma plinte', { is: 'follow-up', reference: null }],
    ['je veux suivre mon dosier', { is: 'follow-up', reference: null }],
    ['ou en ai mon dosier', { is: 'follow-up', reference: null }],
    [`je fait appel ${n}`, { is: 'appeal', reference: n }],
    ['aid', { is: 'help' }],
    ['éde', { is: 'help' }],
    ['arreté', { is: 'stop', reference: null }],
    ['arette les mesages', { is: 'stop', reference: null }],
    ['stoper', { is: 'stop', reference: null }],
    ['changer de langue', { is: 'language', language: null }],
    ['Aw ye n wele', { is: 'call-me', reference: null, says: false }],
    ['a dabila', { is: 'stop', reference: null }],
    ['SMS tè na tun', { is: 'stop', reference: null }],
    ['langue banbara', { is: 'language', language: 'bm' }],
  ] as [string, SmsIntent][])('%s', (text, intent) => {
    expect(read(text)).toEqual(intent)
  })

  it('no number is taken back, and its words erased, by a mistyped word', () => {
    expect(read(`je retir ma plinte ${n}`)).toEqual({ is: 'cites', reference: n })
  })
})

describe('ordinary words are no commands', () => {
  it.each([
    ...[
      'stock',
      'Stock épuisé',
      'arrêt maladie',
      'arrêt des soins',
      'arrestation',
      'Stop aux retards de paiement',
      'plus rien',
    ],
    ...[
      'plus de médicaments',
      'langue gonflée',
      'kan arrivez vous',
      'Bamba',
      'aidez',
      'aides',
      'appel d’offres truqué',
    ],
    ...[
      'appelez la police',
      'rappelez le docteur',
      'ne m’appelez pas',
      'personne m’a rappelé',
      'il m’a appelé',
      'on nous appelle pas',
      'appelez nous quand les vivres arrivent',
      'arrêté par la police',
      'stop violence',
      'suivi des enfants',
      'rebelles',
      'lange',
      'suivi médical',
      'suite',
      'état',
      '70 00 00 01',
      '+223 70 00 00 01',
      'long',
      'Messages',
      'la pompe',
      'rappels de vaccin',
    ],
  ])('%s', (text) => {
    expect(read(text)).toEqual({ is: 'voice' })
  })

  it('nor is any sentence of ours that somebody might complain in', () => {
    // « Comme vous voulez » says who may call only to whom that is asked; « bonne fête » greets.
    const notAsked = ['voice', 'thanks-only', 'caller', 'greeting']
    const heard = sentences().filter(({ text }) => !notAsked.includes(read(text).is))
    const greetings = sentences().filter(({ text }) => read(text).is === 'greeting')
    expect(greetings.filter(({ text }) => !/^bonne (fete|année)/.test(text))).toEqual([])
    // Those that begin as a command does, or wish to be called and say no more, are the command they look like.
    expect(
      heard
        .map(({ text }) => text)
        .filter(
          (text) =>
            !/^(appelle|appelez|rappel|rappelez|appel|langue|suivi|stop|n weele|merci de me rappeler|je veux vous parler|changer la langue|mon dossier|je prefere le)\b/i.test(
              text,
            ),
        ),
    ).toEqual([])
    expect(heard.length).toBeLessThan(20)
  })
})

describe('the verdict on an answer', () => {
  const expected: [string, SmsIntent][] = [
    ['1', { is: 'verdict', verdict: 1, reference: null }],
    [' 2.', { is: 'verdict', verdict: 2, reference: null }],
    ['٣', { is: 'verdict', verdict: 3, reference: null }],
    ['3=non', { is: 'verdict', verdict: 3, reference: null }],
    ['1 oui merci', { is: 'verdict', verdict: 1, reference: null }],
    [`3 ${n}`, { is: 'verdict', verdict: 3, reference: n }],
    ['3 4829 1379 20', { is: 'verdict', verdict: 3, reference: n }],
    [`${n}: 2`, { is: 'verdict', verdict: 2, reference: n }],
    [`non ${n}`, { is: 'verdict', verdict: 3, reference: n }],
    ['3 😡', { is: 'verdict', verdict: 3, reference: null }],
    ['😭 2', { is: 'verdict', verdict: 2, reference: null }],
    ['1 👍🏾', { is: 'verdict', verdict: 1, reference: null }],
  ]
  it.each(expected)('%s', (text, intent) => {
    expect(read(text)).toEqual(intent)
  })

  it.each([
    ['oui', 1],
    ['Awɔ', 1],
    ['ɔwɔ', 1],
    ['en partie', 2],
    ['NON', 3],
    ['ayi', 3],
  ])('%s answers only a question we asked', (text, verdict) => {
    expect(read(text, true)).toEqual({ is: 'verdict', verdict, reference: null })
    expect(read(text)).toEqual({ is: 'voice' })
  })

  it.each(['1 2', '1 non', '1 😡', '1 par pitié', '4', '12', '3 4829137921', '1er jour'])(
    '%s is no verdict',
    (text) => {
      expect(read(text, true)).toEqual({ is: 'voice' })
    },
  )
})

describe('thanks alone', () => {
  it.each([
    'merci',
    'Merci beaucoup !!',
    'ok',
    'D’accord',
    'i ni ce',
    'Aw ni ce kɔsɛbɛ',
    'merci 🙏',
    '👍',
    'bonjour, merci',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ is: 'thanks-only' })
  })
})

describe('everything else is somebody’s voice', () => {
  it.each([
    'aide moi, ma fille est malade et le CSCom est fermé depuis deux jours',
    'aide svp',
    'Stop à la corruption au CSCom',
    'stop aide',
    'Appel urgent: on nous attaque',
    "Merci pour l'aide mais il manque des kits",
    'ok mais rien ne change',
    'suivi des enfants malnutris arrêté',
    'langue du formulaire trop difficile pour nous',
    '2000 F pour un enfant',
    'bonjour, le puits est sec',
    'bonjour svp',
    '',
    '   \n ',
    '😡',
    'ߊ߬ ߣߌ߫ ߛߐ߲߬ߞߐ߬',
  ])('%s', (text) => {
    expect(read(text)).toEqual({ is: 'voice' })
    expect(read(text, true)).toEqual({ is: 'voice' })
  })

  it('belongs to the case it cites', () => {
    expect(read(`Toujours rien pour ${n}, les enfants attendent`)).toEqual({ is: 'cites', reference: n })
    expect(read(`merci ${n}`)).toEqual({ is: 'cites', reference: n })
  })

  it('whatever long text follows a command word', () => {
    fc.assert(
      fc.property(fc.constantFrom('aide', 'stop', 'appel', 'langue', '1'), fc.lorem({ maxCount: 12 }), (word, rest) => {
        expect(read(`${word} ${rest} malade`).is).toBe('voice')
      }),
    )
  })
})
