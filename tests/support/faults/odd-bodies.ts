import { request } from 'node:http'

/** What was answered; `status` 0 where the connection broke. */
export interface Answered {
  status: number
  text: string
  headers: NodeJS.Dict<string | string[]>
}

export interface Asked {
  headers?: Record<string, string>
  body?: string | Uint8Array
}

/** One request as it is written, over a connection of its own: no client of ours makes it better. */
export async function asks(
  base: string,
  method: string,
  path: string,
  { headers = {}, body }: Asked = {},
): Promise<Answered> {
  const { hostname, port } = new URL(base)
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((done) => {
    const sent = request(
      { host: hostname, port, method, path, headers: { ...headers, ...length }, agent: false },
      (answer) => {
        let text = ''
        answer.on('data', (piece: Buffer) => (text += piece.toString()))
        answer.on('end', () => {
          done({ status: answer.statusCode ?? 0, text, headers: answer.headers })
        })
      },
    )
    sent.on('error', ({ message }) => {
      done({ status: 0, text: message, headers: {} })
    })
    sent.end(body)
  })
}

const urlencoded = 'application/x-www-form-urlencoded'
const deep = (open: string, close: string, times: number) => `${open.repeat(times)}1${close.repeat(times)}`

/** What no page and no gateway of ours sends: its label, and what is in it. Where a form is asked for, `csrf` makes it one of ours. */
export const oddBodies = (csrf: string): Record<string, { type?: string; body: string | Uint8Array }> => ({
  'a list instead of an object': { type: 'application/json', body: '[]' },
  'JSON null': { type: 'application/json', body: 'null' },
  'a JSON number': { type: 'application/json', body: '3' },
  'JSON 200,000 lists deep': { type: 'application/json', body: deep('[', ']', 200_000) },
  'JSON 5,000 objects deep': { type: 'application/json', body: deep('{"a":', '}', 5_000) },
  'JSON of other types in each field': {
    type: 'application/json',
    body: '{"__proto__":{"x":1},"constructor":{"prototype":{}},"requestId":["a"],"text":{"a":1},"kind":null,"contact":[]}',
  },
  'half of a JSON text': { type: 'application/json', body: '{"text":"a' },
  XML: { type: 'application/xml', body: '<a>1</a>' },
  'no label': { body: `text=a&csrf=${csrf}` },
  'a form labelled as text': { type: 'text/plain', body: `text=a&csrf=${csrf}` },
  'parts without a boundary': { type: 'multipart/form-data', body: `text=a&csrf=${csrf}` },
  'half of a part': {
    type: 'multipart/form-data; boundary=x',
    body: '--x\r\nContent-Disposition: form-data; name="csrf"\r\n',
  },
  nothing: { type: urlencoded, body: '' },
  'half a letter': { type: urlencoded, body: Buffer.from([0x74, 0x65, 0x78, 0x74, 0x3d, 0xc3]) },
  'escapes that are none': { type: urlencoded, body: `text=%ZZ%E0%A4%A&from=%&id=%u1234&csrf=${csrf}` },
  'UTF-16': { type: `${urlencoded}; charset=utf-16`, body: Buffer.from('text=abc&from=+22370000001', 'utf16le') },
  'zero bytes': { type: urlencoded, body: `text=%00a%00&from=%00&id=%00&sessionId=%00&phoneNumber=%00&csrf=${csrf}` },
  'one field five thousand times': { type: urlencoded, body: `csrf=${csrf}&${'text=a&id=z&'.repeat(5_000)}` },
  'names that every object has': {
    type: urlencoded,
    body: `__proto__=x&constructor=y&toString=z&hasOwnProperty=1&csrf=${csrf}`,
  },
  'three million letters': { type: urlencoded, body: `csrf=${csrf}&text=${'a'.repeat(3_000_000)}` },
  'line breaks that would be headers': {
    type: urlencoded,
    body: `csrf=${csrf}&text=%0d%0aset-cookie:+x%3dy&requestId=a%0d%0ab&go=x%0d%0a&liste=a%0d%0aset-cookie:+x%3dy&language=f%0d%0ar`,
  },
})

const long = '9'.repeat(5_000)

/** Addresses that nothing of ours leads to, and what stands behind the real ones when somebody types into them. */
export const oddAddresses = (gateway: string): string[] => [
  ...['/x', '/console/..%2f..%2fetc/passwd', '/console/%2e%2e/%2e%2e/etc', '//elsewhere.example/console?langue=fr'],
  ...[
    '/?kind=__proto__',
    '/?langue=__proto__',
    '/?kind=%E0%A4%A',
    '/suivi?reference=%00%ff',
    `/suivi?reference=${long}`,
  ],
  ...['%00', '%ff', '%E0%A4%A', '__proto__', long].flatMap((id) => [
    ...[`/console/cases/${id}`, `/console/masse/${id}`, `/console/annuaire/personnes/${id}`],
    ...[`/console/annuaire/organisations/${id}`, `/console/nouvelle/${id}/jeton`, `/api/cases/${id}`],
    ...[`/console/protection/cases/${id}`, `/api/protection/cases/${id}`, `/local/desk/${id}`],
    `/gateways/${id}/token/sms`,
  ]),
  ...['/console/chiffres?periode=__proto__', '/console/chiffres?periode=2027-99', '/console/chiffres.csv?periode=%ff'],
  ...['/console/recherche?du=2027-99-99&au=x', `/console/recherche?mots=${'a+'.repeat(3_000)}`, '/console/inbox?p=-1'],
  ...['/console/inbox?next=%00', '/console/ecran?feuille=x', '/console/ensemble?geste=__proto__'],
  ...[`/console/ensemble?geste=dismiss&d=${'x&d='.repeat(2_000)}`, '/console/retour?state=__proto__'],
  ...['/console/connexion?vers=//elsewhere.example', '/api/queue?limit=1e9', '/api/queue?next=%00%ff'],
  ...['/local/sms?to=__proto__', '/local/topics?topic=__proto__'],
  ...['?b=%ZZ&p=%ff&I=%00', `?b=${'a'.repeat(9_000)}&p=%2B22370000001&I=1`, ''].map(
    (query) => `${gateway}/sms${query}`,
  ),
  ...['?id=x&d=99', '?id=__proto__&d=__proto__', `?id=${long}&d=1`].map((query) => `${gateway}/delivery${query}`),
]
