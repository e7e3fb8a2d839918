import { describe, expect, test } from 'vitest'
import { segments } from '../../../core/notices/gsm7.ts'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { deliveryReport } from '../../support/faults/delivery.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { filed } from '../../support/functions/filing.ts'
import { man, phonesOf, referenceIn, woman, wrongReferences } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const complaint = 'Le forage du village est en panne depuis un mois'

async function begun() {
  const jaabi = await newJaabi({ settings: { helpNumber: '36 00' } })
  const phones = phonesOf(jaabi)
  const reference = await phones.says(woman, complaint)
  const last = (phone = woman) => phones.received(phone).at(-1) ?? ''
  return { jaabi, phones, reference, last }
}

test.each(['AIDE', 'aide', ' Aidé. ', 'HELP', 'dɛmɛ'])('« %s » is told what can be sent', async (text) => {
  const { jaabi, phones, last } = await begun()
  expect(await phones.says(man, text)).toBe('')
  expect(last(man)).toMatch(/^Jaabi: écrivez-nous ici.*36 00/)
  expect(segments(last(man)).segments).toBe(1)
  expect(await jaabi.references()).toHaveLength(1)
})

test('a command inside a sentence is somebody’s voice', async () => {
  const { jaabi, phones } = await begun()
  for (const text of ['AIDE nous, le puits est sec', 'STOP aux vols de vivres', 'rappel: le puits est sec'])
    expect(await phones.says(man, text)).not.toBe('')
  expect(await jaabi.references()).toHaveLength(4)
})

describe('SUIVI', () => {
  test('shows the stage and the date to any phone, in one segment', async () => {
    const { jaabi, phones, reference, last } = await begun()
    await phones.says(man, `suivi ${reference}`)
    expect(last(man)).toBe(`Jaabi ${reference}: message bien noté. Des nouvelles au plus tard le 21/06.`)
    await (await deskOf(jaabi)).step(reference, 'assess', { level: 'N1' })
    await phones.says(man, `SUIVI${reference.slice(0, 4)} ${reference.slice(4)}`)
    expect(last(man)).toContain('nous nous en occupons')
    expect(segments(last(man)).segments).toBe(1)
  })

  test('shows the answer at N, and its delivery is the telling', async () => {
    const { jaabi, phones, reference, last } = await begun()
    await phones.says(woman, 'STOP')
    await (await deskOf(jaabi)).answers(reference, 'la pompe est réparée')
    expect(last()).toContain('vous ne recevrez plus')
    await phones.says(man, `SUIVI ${reference}`)
    expect(last(man)).toContain('la pompe est réparée')
    expect((await jaabi.caseOf(reference)).told).toBeNull()
    await phones.report(man)
    expect((await jaabi.caseOf(reference)).told).toMatchObject({ how: 'sms' })
  })

  test('at S it shows the stage in the same words, no date and never the answer', async () => {
    const { jaabi, phones, last } = await begun()
    const reference = await phones.says(woman, 'un agent a violé une fille du camp')
    await phones.says(man, `SUIVI ${reference}`)
    expect(last(man)).toBe(`Jaabi ${reference}: message bien noté.`)
    await (await deskOf(jaabi)).step(reference, 'assess', { level: 'S1' })
    await phones.says(man, `SUIVI ${reference}`)
    expect(last(man)).toBe(`Jaabi ${reference}: nous nous en occupons.`)
  })

  test('unknown and wrong look alike; after ten in an hour nothing is said, not even of a right one', async () => {
    const { jaabi, phones, reference, last } = await begun()
    for (const number of ['4829137920', '1234567890', '', '12']) await phones.says(man, `SUIVI ${number}`)
    expect(new Set(phones.received(man)).size).toBe(1)
    expect(last(man)).toContain('inconnu')
    expect(phones.received(man)).toHaveLength(4)
    // Of those four three could be none, and do not count.
    for (const wrong of wrongReferences(9)) await phones.says(man, `SUIVI ${wrong}`)
    expect(phones.received(man)).toHaveLength(13)
    await phones.says(man, `SUIVI ${reference}`)
    expect(phones.received(man)).toHaveLength(13)
    jaabi.clock.nowAt = '2027-06-07T10:00:00.000Z'
    await phones.says(man, `SUIVI ${reference}`)
    expect(last(man)).toContain('message bien noté')
  })
})

test('« c’est bon » thanks, and to « réglé ? » it is the verdict', async () => {
  const { jaabi, phones, reference } = await begun()
  await phones.says(woman, "c'est bon")
  expect((await jaabi.caseOf(reference)).history.at(-1)).toMatchObject({ what: 'message-added', thanks: true })
  await (await deskOf(jaabi)).answers(reference, 'la pompe est réparée')
  await phones.report(woman)
  expect(await phones.says(woman, 'cest bon merci')).toBe(reference)
  expect((await jaabi.caseOf(reference)).satisfaction).toBe(1)
})

test('APPEL n within 30 days of the answer reopens one level up; before it, it is words', async () => {
  const { jaabi, phones, reference, last } = await begun()
  expect(await phones.says(woman, `APPEL ${reference}`)).toBe(reference)
  expect((await jaabi.caseOf(reference)).history.at(-1)).toMatchObject({ what: 'message-added' })
  await (await deskOf(jaabi)).answers(reference, 'la pompe est réparée')
  await phones.report(woman)
  await phones.says(woman, `APPEL ${reference}`)
  expect((await jaabi.caseOf(reference)).history.at(-1)).toMatchObject({ what: 'reopened', to: 2 })
  expect(last()).toContain('rouvert')
  await phones.says(man, 'APPEL 4829137920')
  expect(last(man)).toContain('inconnu')
})

describe('RAPPEL', () => {
  test.each([
    ['2', 'call-woman'],
    ['3', 'call-man'],
    ['1', 'call'],
  ])('makes a case to be called; asked who may call, « %s » is kept', async (digit, consent) => {
    const { jaabi, phones, last } = await begun()
    const reference = await phones.says(man, 'Rappelez-moi svp')
    expect(await jaabi.caseOf(reference)).toMatchObject({ callMe: true, consent: 'call', channel: 'sms' })
    expect(last(man)).toMatch(/Une personne vous appellera au plus tard le 21\/06\. Qui\?/)
    await phones.report(man)
    expect(await phones.says(man, digit)).toBe(reference)
    expect((await jaabi.caseOf(reference)).consent).toBe(consent)
  })

  test('asked again it is the same call, and « non » is no man’s voice', async () => {
    const { jaabi, phones } = await begun()
    const reference = await phones.says(man, 'RAPPEL')
    expect(await phones.says(man, 'RAPPEL')).toBe(reference)
    await phones.report(man)
    expect(await phones.says(man, 'non')).toBe(reference)
    expect((await jaabi.caseOf(reference)).consent).toBe('call')
    expect(await phones.says(man, '2')).toBe(reference)
    expect((await jaabi.caseOf(reference)).consent).toBe('call-woman')
  })

  test('how soon and when are kept for whoever calls, and suggest nothing; asked again it is the same call', async () => {
    const { jaabi, phones } = await begun()
    const reference = await phones.says(man, 'Rappelez moi urgent svp')
    const { callMe, lane, suggested } = await jaabi.caseOf(reference)
    expect({ callMe, lane, suggested }).toMatchObject({ callMe: true, lane: 'N', suggested: { category: null } })
    expect(await phones.says(man, 'appelez moi ce soir, pas de credit')).toBe(reference)
    expect((await jaabi.saidIn(reference)).map(({ words }) => words)).toEqual([
      'Rappelez moi urgent svp',
      'appelez moi ce soir, pas de credit',
    ])
    expect(await jaabi.references()).toHaveLength(2)
  })

  test('is answered by call, never by SMS', async () => {
    const { jaabi, phones } = await begun()
    const reference = await phones.says(man, 'RAPPEL')
    await (await deskOf(jaabi)).answers(reference, 'la pompe est réparée')
    expect(phones.received(man)).toHaveLength(1)
  })
})

describe('STOP and START', () => {
  test('STOP stands for all cases of the phone and what it sends later; START takes it back', async () => {
    const { jaabi, phones, reference, last } = await begun()
    const desk = await deskOf(jaabi)
    const earlier = await phones.says(woman, 'Le moulin est cassé')
    await phones.says(woman, 'STOP')
    expect(last()).toContain('vous ne recevrez plus nos SMS')
    const later = await phones.says(woman, 'Le puits du marché est sec')
    expect(last()).toContain('Vous avez demandé le silence. START pour recevoir la réponse.')
    await phones.says(woman, 'Le toit du marché est tombé')
    await desk.answers(reference, 'une équipe passe lundi')
    // The two acknowledgements, that it stops, and once a day why no answer comes.
    expect(phones.received(woman)).toHaveLength(4)
    jaabi.clock.nowAt = '2027-06-08T09:00:00.000Z'
    await phones.says(woman, 'La porte du marché est cassée')
    expect(phones.received(woman)).toHaveLength(5)
    jaabi.clock.nowAt = '2027-06-08T09:10:00.000Z'

    await phones.says(woman, 'START')
    expect(last()).toContain('de nouveau')
    for (const one of [earlier, later]) await desk.answers(one, 'réparé hier')
    const answers = phones.received(woman).filter((text) => text.includes('réparé hier'))
    expect(answers.map(referenceIn)).toEqual([earlier, later])
  })

  test('an answer given while nothing might be sent stands open, and goes out by SMS after START, once', async () => {
    const { jaabi, phones, reference } = await begun()
    const desk = await deskOf(jaabi)
    await phones.says(woman, 'STOP')
    await desk.answers(reference, 'la pompe est réparée')
    jaabi.clock.nowAt = '2027-06-07T09:30:00.000Z'
    await jaabi.sweep()
    const stood = (await jaabi.caseOf(reference)).told
    expect(stood).toMatchObject({ how: 'open-answer' })
    await phones.says(woman, 'START')
    await phones.says(woman, 'START')
    expect(phones.received(woman).filter((text) => text.includes('la pompe est réparée'))).toHaveLength(1)
    const [answer] = (await jaabi.noticesOf(reference)).filter(({ template }) => template === 'answer')
    expect(await deliveryReport(jaabi, answer?.gatewayMessageId ?? '', 'Success', woman)).toBe(200)
    expect((await jaabi.caseOf(reference)).told).toEqual({ ...stood, how: 'sms' })
  })

  test('STOP reaches cases older than those the record of a phone remembers: nothing more is sent, and its number goes', async () => {
    const { jaabi, phones, reference } = await begun()
    const desk = await deskOf(jaabi)
    for (let well = 1; well <= 20; well++) await phones.sms(woman, `Le puits ${String(well)} est sec`)
    await phones.says(woman, 'STOP')
    expect((await jaabi.senderOf(woman))?.live.map((live) => live.reference)).not.toContain(reference)
    const before = phones.received(woman)
    await desk.answers(reference, 'la pompe est réparée')
    expect(phones.received(woman)).toEqual(before)
    expect(await jaabi.caseOf(reference)).toMatchObject({ optedOut: true })
    jaabi.clock.nowAt = '2027-06-08T10:00:00.000Z'
    await jaabi.sweep()
    expect((await jaabi.caseOf(reference)).told).toMatchObject({ how: 'open-answer' })
    expect((await jaabi.cases.load(reference))?.sealed.contact).toBeNull()
    // Another phone's STOP is not theirs.
    await phones.says(man, 'Le moulin est cassé')
    expect(phones.received(man)).toHaveLength(1)
  })

  test('STOP n is for that case only, and nobody silences the case of another phone', async () => {
    const { jaabi, phones, reference, last } = await begun()
    const other = await phones.says(woman, 'Le puits du marché est sec')
    await phones.says(man, `STOP ${reference}`)
    expect(last(man)).toContain('inconnu')
    await phones.says(woman, `STOP ${reference}`)
    expect(last(woman)).toContain(`${reference}: plus de SMS pour ce dossier`)
    const optedOut = await Promise.all([reference, other].map(async (one) => (await jaabi.caseOf(one)).optedOut))
    expect(optedOut).toEqual([true, false])
    expect((await jaabi.senderOf(woman))?.optedOut).toBe(false)
  })

  test('what the operator blocks counts as STOP, whether or not the phone has written yet', async () => {
    const { jaabi, phones, reference } = await begun()
    for (const phoneNumber of [woman, man]) await phones.post('opt-out', { senderId: '36019', phoneNumber })
    expect((await jaabi.caseOf(reference)).optedOut).toBe(true)
    const later = await phones.says(man, complaint)
    expect(await jaabi.caseOf(later)).toMatchObject({ consent: 'none', phone: true })
    // One reply, which says why nothing comes; whether the operator carries it is the operator's word.
    expect(phones.received(man)).toEqual([expect.stringContaining('START pour recevoir')])
  })

  test('staff who are told « plus de SMS » stop them for all cases of that phone, and take it back', async () => {
    const { jaabi, phones, reference } = await begun()
    const desk = await deskOf(jaabi)
    const other = await phones.says(woman, 'Le puits du marché est sec')
    await desk.step(reference, 'assess', { level: 'N1' })
    await desk.step(reference, 'silence', {})
    for (const one of [reference, other]) expect(await jaabi.caseOf(one)).toMatchObject({ optedOut: true })
    // Who works the one case learns nothing of the other, and is not named there.
    expect((await jaabi.caseOf(other)).history.at(-1)?.by).toMatchObject({ role: 'system' })
    expect((await jaabi.senderOf(woman))?.optedOut).toBe(true)
    await desk.answers(other, 'réparé hier')
    expect(phones.received(woman)).toHaveLength(2)

    await desk.step(reference, 'unsilence', { reason: 'Elle l’a demandé au téléphone.' })
    expect((await jaabi.senderOf(woman))?.optedOut).toBe(false)
    await desk.answers(reference, 'une équipe passe lundi')
    expect(phones.received(woman).at(-1)).toContain('une équipe passe lundi')
  })

  test('what staff were told can be taken back as long as it holds, from any case of that phone; the phone’s own STOP takes the number', async () => {
    const { jaabi, phones, reference } = await begun()
    const desk = await deskOf(jaabi)
    const other = await phones.says(woman, 'Le puits du marché est sec')
    for (const one of [reference, other]) await desk.step(one, 'assess', { level: 'N1' })
    await desk.step(reference, 'silence', {})
    const weeks = async (on: string) => {
      jaabi.clock.nowAt = `2027-${on}T09:00:00.000Z`
      await jaabi.sweep()
      await jaabi.drain()
    }
    await weeks('06-14')
    expect((await jaabi.caseOf(other)).erased).toEqual([])
    await expect(desk.step(reference, 'reveal-contact', { reason: 'appeler' })).rejects.toThrow()
    await desk.step(other, 'unsilence', { reason: 'Noté pour une autre personne.' })
    await desk.answers(other, 'réparé hier')
    expect(phones.received(woman).at(-1)).toContain('réparé hier')
    for (const one of [reference, other]) expect((await jaabi.caseOf(one)).optedOut).toBe(false)

    await desk.step(other, 'silence', {})
    await phones.says(woman, 'STOP')
    await weeks('06-16')
    expect((await jaabi.caseOf(other)).erased).toEqual(['contact'])
    await expect(desk.step(other, 'unsilence', { reason: 'elle le veut' })).rejects.toThrow('no-contact')
    await phones.says(woman, 'START')
    for (const one of [reference, other]) expect((await jaabi.caseOf(one)).optedOut).toBe(false)
  })

  test('START undoes what staff were told of a case they wrote down too', async () => {
    const { jaabi, phones } = await begun()
    const desk = await deskOf(jaabi)
    const written = await filed(jaabi, { channel: 'face', phone: woman, consent: 'sms' })
    await desk.step(written, 'assess', { level: 'N1' })
    await desk.step(written, 'silence', {})
    await phones.says(woman, 'START')
    expect((await jaabi.caseOf(written)).optedOut).toBe(false)
  })

  test('STOP again says it again and writes nothing twice', async () => {
    const { jaabi, phones, reference } = await begun()
    await phones.says(woman, 'STOP')
    await phones.says(woman, 'ARRÊT')
    const history = (await jaabi.caseOf(reference)).history.map(({ what }) => what)
    expect(history).toEqual(['received', 'opted-out'])
  })
})

test('LANGUE BM: from now on in Bambara, by every channel of that phone', async () => {
  const { phones, last } = await begun()
  expect(await phones.says(woman, 'langue bm')).toBe('')
  expect(last()).toContain('LANGUE FR')
  await phones.says(woman, 'Le puits du marché est sec')
  expect(last()).toContain('sòròla')
  expect((await phones.dials(woman)).home).toContain('Tògò tè nyini')
  await phones.says(woman, 'LANGUE FR')
  await phones.says(woman, 'Le puits de l’école est sec')
  expect(last()).toContain('bien noté')
})

test.each(['LANGUE xx', 'LANGUE', 'langue tamasheq'])(
  '« %s »: a language we do not have is answered with those there are',
  async (text) => {
    const { jaabi, phones, last } = await begun()
    await phones.says(woman, text)
    expect(last()).toBe(
      'Jaabi: nos langues: FR (Francais), BM (Bamanankan). Pour choisir: envoyez LANGUE FR ou LANGUE BM.',
    )
    expect((await jaabi.senderOf(woman))?.language).toBeNull()
  },
)

test('AIDE and LANGUE follow the language that was chosen', async () => {
  const { phones, last } = await begun()
  await phones.says(woman, 'LANGUE BM')
  for (const [text, words] of [
    ['AIDE', 'sèbèn yan'],
    ['dɛmɛ', '36 00'],
    ['LANGUE xx', 'an ka kanw'],
  ] as const) {
    await phones.says(woman, text)
    expect(last()).toContain(words)
    expect(last()).not.toContain('envoyez')
    expect(segments(last()).segments).toBe(1)
  }
})

test('what a phone agreed to on the web counts for its SMS: the reference is known and STOP reaches it', async () => {
  const { jaabi, phones } = await begun()
  const web = publicWeb(jaabi.servicesFor('public-web'))
  const body = new URLSearchParams({
    text: 'Le moulin est cassé',
    phone: '70 00 00 02',
    consent: 'sms',
    requestId: 'form-1',
  })
  await web.request('/plainte', { method: 'POST', body: body.toString() })
  await jaabi.drain()
  const reference = (await jaabi.senderOf(man))?.live[0]?.reference ?? ''
  expect(await phones.says(man, 'Merci')).toBe(reference)
  await phones.says(man, 'STOP')
  expect((await jaabi.caseOf(reference)).optedOut).toBe(true)
})
