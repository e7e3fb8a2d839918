/** What the rehearsal uses of npm smpp 0.5.1, which has no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server } from 'node:net'
  interface ShortMessage {
    message: string | Buffer
    udh?: Buffer | Buffer[]
  }
  interface Pdu {
    command: string
    source_addr: string
    destination_addr: string
    data_coding: number
    registered_delivery: number
    short_message: ShortMessage
    response: (fields?: Record<string, unknown>) => Pdu
  }
  interface Session extends EventEmitter {
    send: (pdu: Pdu) => boolean
    deliver_sm: (fields: Record<string, unknown>, answered?: (pdu: Pdu) => void) => boolean
    destroy: () => void
  }
  const smpp: {
    createServer: (listener: (session: Session) => void) => Server
    encodings: { ASCII: { encode: (text: string) => Buffer } }
  }
  // eslint-disable-next-line no-restricted-syntax -- it is a CommonJS module
  export default smpp
  export type { Pdu, Session }
}
