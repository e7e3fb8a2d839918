import smpp, { type Pdu, type Session } from 'smpp'
import { segments } from '../../../core/notices/gsm7.ts'
import { listening } from '../../../infra/local/stand-ins/loopback.ts'

/** What the centre says of an SMS that it was handed: the word of an SMPP receipt, or that it refuses it. */
export type Fate = 'DELIVRD' | 'UNDELIV' | 'ACCEPTD' | 'refused'

/** An SMS as the phone has it. */
export interface Received {
  to: string
  text: string
}

const invalidDestination = 0x0b
const internationalNumber = { source_addr_ton: 1, source_addr_npi: 1 }
const withHeader = 0x40
const receipt = 0x04
const ucs2 = 8
const roomOf = { gsm7: 153, ucs2: 67 }

/** The message centre of an operator, played: phones write through it, and have what was sent to them. */
export async function messageCentre({ fateOf }: { fateOf: (phone: string) => Fate }) {
  const parts = new Map<string, string[]>()
  const received: Received[] = []
  let bound: Session | null = null
  let ids = 0
  let references = 0

  function keep(to: string, { message, udh }: Pdu['short_message']): void {
    const text = typeof message === 'string' ? message : message.toString('latin1')
    const header = Array.isArray(udh) ? udh.find(([kind]) => kind === 0) : undefined
    const [, , reference, total, at] = header ?? []
    if (total === undefined || at === undefined) {
      received.push({ to, text })
      return
    }
    const key = `${to}#${String(reference)}`
    const there = parts.get(key) ?? []
    there[at - 1] = text
    parts.set(key, there)
    if (Array.from({ length: total }, (_, n) => there[n]).every((part) => part !== undefined)) {
      parts.delete(key)
      received.push({ to, text: there.join('') })
    }
  }

  function take(session: Session, pdu: Pdu): void {
    const to = pdu.destination_addr.startsWith('+') ? pdu.destination_addr : `+${pdu.destination_addr}`
    const fate = fateOf(to)
    if (fate === 'refused') {
      session.send(pdu.response({ command_status: invalidDestination }))
      return
    }
    const id = String((ids += 1))
    session.send(pdu.response({ message_id: id }))
    if (fate === 'DELIVRD') keep(to, pdu.short_message)
    const told = `id:${id} sub:001 dlvrd:001 submit date:2706070900 done date:2706070900 stat:${fate} err:000 text:`
    session.deliver_sm({
      ...internationalNumber,
      source_addr: to.slice(1),
      destination_addr: pdu.source_addr,
      esm_class: receipt,
      short_message: told,
    })
  }

  const server = smpp.createServer((session) => {
    session.on('error', () => undefined)
    session.on('bind_transceiver', (pdu: Pdu) => {
      session.send(pdu.response())
      bound = session
    })
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()))
    session.on('unbind', (pdu: Pdu) => session.send(pdu.response()))
    session.on('submit_sm', (pdu: Pdu) => {
      take(session, pdu)
    })
    session.on('close', () => {
      if (bound === session) bound = null
    })
  })
  const port = await listening(server)

  /** A text as the PDUs of a phone. */
  function pdusOf(text: string): Record<string, unknown>[] {
    const { alphabet, segments: count } = segments(text)
    const wide = alphabet === 'ucs2'
    const data_coding = wide ? ucs2 : 0
    const octets = (piece: string) =>
      wide ? Buffer.from(piece, 'utf16le').swap16() : smpp.encodings.ASCII.encode(piece)
    if (count === 1) return [{ data_coding, short_message: { message: octets(text) } }]
    references = (references + 1) % 256
    const pieces = text.match(new RegExp(`[^]{1,${String(roomOf[alphabet])}}`, 'g')) ?? []
    return pieces.map((piece, n) => ({
      data_coding,
      esm_class: withHeader,
      short_message: { udh: Buffer.from([5, 0, 3, references, pieces.length, n + 1]), message: octets(piece) },
    }))
  }

  return {
    port,
    isBound: () => bound !== null,
    received,
    /** Hands all PDUs of these texts over in the order that `shuffled` makes of them; resolves when Kannel has taken each. */
    async write(written: readonly { from: string; text: string }[], to: string, shuffled = <T>(all: T[]): T[] => all) {
      const pdus = written.flatMap(({ from, text }) => pdusOf(text).map((pdu) => ({ from, pdu })))
      await Promise.all(
        shuffled(pdus).map(
          ({ from, pdu }) =>
            new Promise<void>((taken, fail) => {
              const fields = {
                ...internationalNumber,
                source_addr: from.replace('+', ''),
                destination_addr: to,
                ...pdu,
              }
              if (
                !bound?.deliver_sm(fields, () => {
                  taken()
                })
              )
                fail(new Error('nobody is bound'))
            }),
        ),
      )
    },
    close: () => {
      bound?.destroy()
      server.close()
    },
  }
}
