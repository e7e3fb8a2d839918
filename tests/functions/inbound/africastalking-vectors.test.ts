import { describe, expect, test } from 'vitest'
import { vectors, type Vector } from '../../vectors/vectors.ts'
import { callbacksOf, form, pathOf } from '../../support/functions/phone.ts'
import { gatewayToken, type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

/**
 * What Jaabi does where a vector records another project's choice. Facts of design §14: 200 to every authenticated callback that can
 * be parsed, since anything else is repeated for hours and still lost; on USSD always 200 and END. What joins what: design §4.
 */
interface Ours {
  status?: number
  /** Cases in the table after it. */
  cases?: number
  why: string
}
const ours: Record<string, Ours> = {
  'sms-02': { status: 200, why: 'fact 3: a refusal is repeated for hours; there is nothing in it to keep' },
  'sms-03': { status: 200, cases: 1, why: 'fact 3: a name cannot be answered, but its words are kept' },
  'sms-05': { status: 404, why: 'fact 2: the secret is in the path, and a wrong path does not exist' },
  'sms-07': { cases: 1, why: 'fact 4: a message without an id is a message' },
  'sms-09': { status: 200, cases: 1, why: 'fact 4: integers are ids too, their shape is never checked' },
  'sms-27': { cases: 1, why: 'design §4: the exact text again within 24 h from one number is a repeat of its case' },
  'sms-44': { cases: 0, why: 'a command is carried out; it is nobody’s complaint' },
  'sms-45': {
    cases: 1,
    why: 'another gateway: its sender field means nothing here, so the body is kept beside the words',
  },
  'sms-46': { status: 200, cases: 1, why: 'the same, and fact 3: an odd date is no reason to refuse' },
  'dlr-02': { status: 200, why: 'fact 3: an unknown status changes nothing' },
  'dlr-04': { status: 404, why: 'as sms-05' },
  'ussd-09': { status: 200, why: 'fact 6: any 4xx kills the session; another caller gets END and learns nothing' },
  'ussd-10': { status: 200, why: 'fact 6: END' },
  'ussd-11': { status: 200, why: 'fact 10: the first of two equal fields counts' },
  'ussd-13': { status: 200, why: 'fact 6: END' },
}
/** Most of them carry « Bonjour », which opens no case (docs/decisions/048-a-greeting-is-asked-what-happened.md): here a word of as many letters that says something. */
const smsVectors = vectors('sms').map(
  (vector) => JSON.parse(JSON.stringify(vector).replaceAll('Bonjour', 'Forages')) as Vector,
)
const endpoints: [RegExp, 'sms' | 'delivery' | 'opt-out' | 'ussd' | 'ussd-end'][] = [
  [/opt-out|subscription/, 'opt-out'],
  [/deliver/, 'delivery'],
  [/ussd\/events/, 'ussd-end'],
  [/ussd/, 'ussd'],
]
const whatOf = ({ path_hint: path }: Vector['request']) =>
  endpoints.find(([pattern]) => pattern.test(path))?.[1] ?? 'sms'
/** Where the words stand under no name of ours, or no sender does. */
const noForm = ['sms-45', 'sms-46']
/** No secret, or a wrong one, in the peer's query or in the path. */
const strangers = ['sms-05', 'sms-43', 'dlr-04']

async function send(jaabi: Jaabi, { id, request }: Vector): Promise<Response> {
  const query = /\?.*/.exec(request.path_hint)?.[0] ?? ''
  const token = strangers.includes(id) ? 'not-the-token' : gatewayToken
  const path = pathOf(whatOf(request), token) + query
  const isGet = request.method === 'GET'
  const init = { method: request.method, headers: request.headers, ...(isGet ? {} : { body: request.body }) }
  return callbacksOf(jaabi)[whatOf(request)].request(path, init)
}
const statusOf = ({ id, expect: { http_status: status = 200 } }: Vector): number => ours[id]?.status ?? status
/** As the vector has it, read by another decoder than ours wherever it says so. */
function textOf({ request, expect: { text, decoded } }: Vector): string {
  if (typeof text === 'string') return text
  if (typeof decoded === 'object' && decoded !== null && 'text' in decoded) return String(decoded.text)
  return new URLSearchParams(request.body).get('text') ?? ''
}
const given = (vector: Vector, name: string): string | null => {
  const value = vector.given?.[name]
  return typeof value === 'string' ? value : null
}

describe('sms', () => {
  const casesOf = ({ id, expect: { outcome } }: Vector) =>
    ours[id]?.cases ?? (outcome.startsWith('accept') && statusOf({ id, expect: {} } as Vector) === 200 ? 1 : 0)
  const incoming = smsVectors.filter(({ request }) => whatOf(request) === 'sms')

  test.each(incoming)('$id $description', async (vector) => {
    const { id, request } = vector
    const jaabi = await newJaabi()
    const stored = given(vector, 'storedText')
    if (stored !== null) {
      const before = new URLSearchParams(request.body)
      before.set('text', stored)
      if (id === 'sms-27') before.set('id', 'an-earlier-id')
      await send(jaabi, { ...vector, request: { ...request, body: before.toString() } })
    }
    const [earlier] = await jaabi.references()
    const response = await send(jaabi, vector)
    expect(response.status).toBe(statusOf(vector))
    const references = await jaabi.references()
    const wanted = casesOf(vector)
    expect(references).toHaveLength(id === 'sms-26' ? 2 : wanted)

    const answered = await response.text()
    if (response.status !== 200) expect(answered).toBe('')
    const made = references.find((reference) => reference !== earlier)
    if (made === undefined) return
    const [said] = await jaabi.saidIn(made)
    const text = textOf(vector)
    expect(said?.words).toBe(text)
    // Where reading lost something, the body as it came lies beside the words.
    if (noForm.includes(id) || text === '' || text.includes('\uFFFD')) expect(said?.raw).toBe(request.body)
    else expect(said?.raw).toBeUndefined()
  })

  test('sms-26: what was stored under the same id is neither overwritten nor dropped', async () => {
    const jaabi = await newJaabi()
    const vector = smsVectors.find(({ id }) => id === 'sms-26') as Vector
    const first = {
      ...vector,
      request: { ...vector.request, body: vector.request.body.replace('Autre+texte', 'Forages') },
    }
    for (const one of [first, vector, first, vector]) await send(jaabi, one)
    const said = await Promise.all((await jaabi.references()).map((reference) => jaabi.saidIn(reference)))
    expect(
      said
        .flat()
        .map(({ words }) => words)
        .sort(),
    ).toEqual(['Autre texte', 'Forages'])
  })

  test('sms-27: the repeat is a line in the history of the one case', async () => {
    const jaabi = await newJaabi()
    const vector = smsVectors.find(({ id }) => id === 'sms-27') as Vector
    for (const id of ['first', 'second'])
      await send(jaabi, {
        ...vector,
        request: { ...vector.request, body: vector.request.body.replace(/id=[\w-]+/, `id=${id}`) },
      })
    const [reference = ''] = await jaabi.references()
    expect((await jaabi.caseOf(reference)).history.map(({ what }) => what)).toEqual(['received', 'repeated'])
  })

  test.each(['sms-02', 'sms-22'])('%s leaves nothing behind', async (id) => {
    const jaabi = await newJaabi({ settings: { smsShortCode: '36019' } })
    await send(jaabi, smsVectors.find((vector) => vector.id === id) as Vector)
    await jaabi.drain()
    expect([await jaabi.references(), jaabi.sms]).toEqual([[], []])
  })

  test('sms-03 and sms-21: nobody is answered at a name', async () => {
    const jaabi = await newJaabi()
    for (const vector of smsVectors.filter(({ id }) => ['sms-03', 'sms-21'].includes(id))) await send(jaabi, vector)
    await jaabi.drain()
    expect(await jaabi.references()).toHaveLength(2)
    expect(jaabi.sms).toEqual([])
  })

  const optOuts = smsVectors.filter(({ request }) => whatOf(request) === 'opt-out')
  test.each([...optOuts, ...smsVectors.filter(({ id }) => id === 'sms-44')])('$id $description', async (vector) => {
    const jaabi = await newJaabi()
    expect((await send(jaabi, vector)).status).toBe(200)
    const fields = new URLSearchParams(vector.request.body)
    const phone = fields.get('phoneNumber') ?? fields.get('from')
    const sender = phone ? await jaabi.senderOf(phone) : null
    expect(sender?.optedOut ?? false).toBe(vector.expect.outcome === 'accept')
  })
})

describe('delivery reports', () => {
  const states: Record<string, string> = { sent: 'sent', delivered: 'delivered', failed: 'failed' }

  test.each(vectors('dlr'))('$id $description', async (vector) => {
    const jaabi = await newJaabi()
    const phone = '+22370000001'
    const ourId = vector.id === 'dlr-12' ? 'another-id' : (new URLSearchParams(vector.request.body).get('id') ?? '')
    jaabi.answers.push({ outcome: 'accepted', gateway: 'africastalking', gatewayMessageId: ourId })
    const sms = new URLSearchParams({ from: phone, text: 'Le forage est en panne', id: 'AT-1' }).toString()
    await callbacksOf(jaabi).sms.request(pathOf('sms'), { method: 'POST', headers: form, body: sms })
    await jaabi.drain()
    if (given(vector, 'status') === 'delivered')
      await send(jaabi, { ...vector, request: { ...vector.request, body: `id=${ourId}&status=Success` } })

    expect((await send(jaabi, vector)).status).toBe(statusOf(vector))
    await jaabi.drain()
    const [reference = ''] = await jaabi.references()
    const [receipt] = await jaabi.noticesOf(reference)
    const accepted = vector.expect.outcome.startsWith('accept')
    expect(receipt?.state).toBe((accepted && states[String(vector.expect['status'])]) || 'sent')
    const optedOut = vector.expect['intent'] === 'opt-out'
    expect((await jaabi.caseOf(reference)).optedOut).toBe(optedOut)
    expect((await jaabi.senderOf(phone))?.optedOut).toBe(optedOut)
  })
})

describe('ussd', () => {
  const isEnd = ({ request }: Vector) => whatOf(request) === 'ussd-end'
  /** What stands in the table after it, by what the vector tries; all others only walk through menus. */
  const words: Record<string, string> = {
    'ussd-05': '1',
    'ussd-06': '1*2',
    'ussd-07': 'Mkulima wa Kiswahili',
    'ussd-17': '1',
    'ussd-19': '*2',
    'ussd-20': '0123456789',
    'ussd-21': 'James',
    'ussd-23': 'a*b',
    'ussd-24': 'rue 12#3',
    'ussd-25': '2',
    'ussd-26': '2',
    'ussd-28': 'x'.repeat(5000),
    'ussd-29': '😀',
    'ussd-34': 'END of story',
  }
  const starts: Record<string, { with: RegExp; why: string }> = {
    'ussd-02': { with: /^CON Dites/, why: 'the SDK test’s own menu ends there; ours asks for words' },
    'ussd-04': { with: /^CON Jaabi/, why: 'the home screen' },
    'ussd-09': { with: /^END Pardon/, why: 'neutral' },
    'ussd-10': { with: /^END/, why: 'nobody to talk to' },
    'ussd-13': { with: /^END/, why: 'nobody to talk to' },
    'ussd-15': { with: /^CON Dites/, why: 'a lost hop or a direct dial: what was typed counts' },
    'ussd-16': { with: /^CON Dites/, why: 'the next screen' },
    'ussd-18': { with: /^CON Pas compris. Jaabi/, why: 'fits nothing: read afresh, and 10 is no key' },
    'ussd-26': { with: /^CON Jaabi/, why: 'begun again' },
    'ussd-27': { with: /^END Bien/, why: 'here 0 asks for a call and 0 again goes back; 2 is a woman who calls' },
    'ussd-30': { with: /^CON Dites/, why: 'choice 1' },
    'ussd-31': { with: /^CON Dites/, why: 'choice 1' },
    'ussd-37': { with: /^END Pardon/, why: 'the table dawdles: a screen leaves in time all the same' },
    'ussd-33': { with: /^CON Jaabi/, why: 'the home screen' },
  }
  const replay = async (jaabi: Jaabi, vector: Vector) => {
    const previous = given(vector, 'previousText') ?? (given(vector, 'sessionPhone') ? '1' : null)
    if (previous === null) return null
    const parts = previous === '' ? [] : previous.split('*')
    let screen = ''
    for (const length of Array.from({ length: parts.length + 1 }).keys()) {
      const fields = new URLSearchParams(vector.request.body)
      fields.set('text', parts.slice(0, length).join('*'))
      const phone = given(vector, 'sessionPhone')
      if (phone) fields.set('phoneNumber', phone)
      screen = await (await send(jaabi, { ...vector, request: { ...vector.request, body: fields.toString() } })).text()
    }
    return screen
  }

  test.each(vectors('ussd').filter((vector) => !isEnd(vector)))('$id $description', async (vector) => {
    const { id, expect: expected } = vector
    const isSlow = vector.given?.['storage'] === 'slow'
    const jaabi = await newJaabi(
      isSlow ? { faults: ({ operation }) => (operation === 'GetItem' ? { latencyMs: 4_000 } : undefined) } : {},
    )
    const before = await replay(jaabi, vector)
    const response = await send(jaabi, vector)
    expect(response.status).toBe(statusOf(vector))
    const references = await jaabi.references()
    if (response.status !== 200) {
      expect(references).toEqual([])
      return
    }
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    expect([...response.headers.keys()]).not.toContain('at-ussd-hop-metadata')
    const screen = await response.text()
    const [start = 'CON '] = Array.isArray(expected['response_starts']) ? (expected['response_starts'] as string[]) : []
    expect(screen).toMatch(starts[id]?.with ?? new RegExp(`^(CON|${start.trim()}) `))
    if (['repeat', 'stale'].includes(String(expected['transition']))) expect(screen).toBe(before)

    const said = (await Promise.all(references.map((reference) => jaabi.saidIn(reference)))).flat()
    const wanted = words[id]
    expect(said.map((one) => one.words)).toEqual(wanted === undefined ? [] : [wanted])
    expect(references).toHaveLength(wanted === undefined && id !== 'ussd-27' ? 0 : 1)
  })

  test.each(vectors('ussd').filter(isEnd))('$id $description', async (vector) => {
    const jaabi = await newJaabi()
    const times = vector.given?.['ended'] === true ? [1, 2] : [1]
    for (const _ of times) expect((await send(jaabi, vector)).status).toBe(200)
    expect(await jaabi.references()).toEqual([])
  })
})
