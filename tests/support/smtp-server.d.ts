declare module 'smtp-server' {
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'
  interface Session {
    envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] }
  }
  type Answer = (error?: Error | null) => void
  export class SMTPServer {
    constructor(options: {
      authOptional?: boolean
      disabledCommands?: string[]
      logger?: boolean
      onRcptTo?: (address: { address: string }, session: Session, answer: Answer) => void
      onData?: (stream: Readable, session: Session, answer: Answer) => void
    })
    server: Server
    close(done: () => void): void
  }
}
