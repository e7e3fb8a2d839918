import { text as whole } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { SMTPServer } from 'smtp-server'
import { mailsBy } from '../../../adapters/mail/mails.ts'
import { listening } from '../../../infra/local/stand-ins/loopback.ts'

const servers: SMTPServer[] = []
const ended = (server: SMTPServer | undefined) =>
  new Promise<void>((done) => {
    server?.close(done)
  })
afterEach(() => Promise.all(servers.splice(0).map(ended)))

/** A mail server on this machine; what it was given stands in `taken`. `says`: with what it turns the recipient away. */
async function mailServer(says?: number) {
  const taken: { from: string; to: string[]; raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, answer) => {
      answer(says === undefined ? null : Object.assign(new Error('no'), { responseCode: says }))
    },
    onData: (stream, { envelope }, answer) => {
      void whole(stream).then((raw) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        answer()
      })
    },
  })
  servers.push(server)
  const port = await listening(server.server)
  return { taken, carrier: () => Promise.resolve({ host: '127.0.0.1', port, ignoreTLS: true }) }
}

const mail = {
  to: 'a.diallo@example.org',
  subject: 'Jaabi : du travail vous attend',
  body: '3 dossiers à traiter, dont 1 en retard.\n\nPage d’accueil : https://jaabi.example.org/c',
}
const from = 'jaabi@example.org'
/** Quoted-printable, as far as a short text needs it. */
const decoded = (raw: string): string =>
  Buffer.from(
    raw
      .replaceAll('=\r\n', '')
      .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

describe('a mail', () => {
  test('arrives as plain text, from us, to one address', async () => {
    const { taken, carrier } = await mailServer()
    expect(await mailsBy({ from, carrier }).send(mail)).toBe('taken')
    expect(taken).toMatchObject([{ from, to: [mail.to] }])
    const [head = '', body = ''] = (taken[0]?.raw ?? '').split(/\r\n\r\n/s, 2)
    expect(head).toMatch(/^From: jaabi@example\.org$/m)
    expect(head).toMatch(/^To: a\.diallo@example\.org$/m)
    expect(head).toMatch(/^Subject: Jaabi : du travail vous attend$/m)
    expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m)
    expect(decoded(body)).toBe('3 dossiers à traiter, dont 1 en retard.')
    expect(decoded(taken[0]?.raw ?? '')).toContain('Page d’accueil : https://jaabi.example.org/c')
  })

  test('says that a machine wrote it, and nothing that could tell who read it', async () => {
    const { taken, carrier } = await mailServer()
    await mailsBy({ from, carrier }).send(mail)
    const raw = taken[0]?.raw ?? ''
    expect(raw).toMatch(/^Auto-Submitted: auto-generated$/m)
    expect(raw).not.toMatch(/html|<img|disposition-notification|return-receipt|list-unsubscribe|x-mailer/i)
  })

  test('to an address with a comma goes to nobody else', async () => {
    const { taken, carrier } = await mailServer()
    await mailsBy({ from, carrier }).send({ ...mail, to: 'a@example.org,b@example.org' })
    expect(taken.flatMap(({ to }) => to)).not.toContain('b@example.org')
  })

  test.each([
    [550, 'refused'],
    [450, 'again'],
  ])('that the server turns away with %i is %s', async (says, said) => {
    const { taken, carrier } = await mailServer(says)
    expect(await mailsBy({ from, carrier }).send(mail)).toBe(said)
    expect(taken).toEqual([])
  })

  test('that no server takes may be taken later, and is then', async () => {
    const { carrier } = await mailServer()
    const mails = mailsBy({ from, carrier })
    await ended(servers.pop())
    expect(await mails.send(mail)).toBe('again')
  })

  test('whose carrier cannot be made now may be taken later', async () => {
    expect(await mailsBy({ from, carrier: () => Promise.reject(new Error('none')) }).send(mail)).toBe('again')
  })
})

test('SES is handed the whole mail, and its refusals are told from its troubles', async () => {
  const asked: { input: { Content?: { Raw?: { Data?: Uint8Array } } } }[] = []
  class SendEmailCommand {
    input: object
    constructor(input: object) {
      this.input = input
    }
  }
  const sesWhich = (error: string | null) =>
    mailsBy({
      from,
      carrier: () =>
        Promise.resolve({
          SES: {
            SendEmailCommand,
            sesClient: {
              send(command: unknown) {
                asked.push(command as (typeof asked)[number])
                return error === null
                  ? Promise.resolve({ MessageId: 'one' })
                  : Promise.reject(Object.assign(new Error('no'), { name: error }))
              },
            },
          },
        }),
    })
  expect(await sesWhich(null).send(mail)).toBe('taken')
  expect(Buffer.from(asked[0]?.input.Content?.Raw?.Data ?? []).toString()).toContain('To: a.diallo@example.org')
  expect(await sesWhich('MessageRejected').send(mail)).toBe('refused')
  expect(await sesWhich('TooManyRequestsException').send(mail)).toBe('again')
})
