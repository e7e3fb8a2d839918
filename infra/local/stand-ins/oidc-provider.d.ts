/** The parts of the provider we use; it ships no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }
  export interface Context {
    body: unknown
    type: string
    oidc: {
      client: { clientId: string }
      session: { accountId: string }
      provider: { Grant: new (of: { clientId: string; accountId: string }) => Grant }
    }
  }
  export interface Interaction {
    uid: string
  }

  /** https://openid.net: a certified provider; `configuration` is checked by it when it is made. */
  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    on(event: 'server_error', hear: (ctx: Context, error: Error) => void): void
    callback(): (req: IncomingMessage, res: ServerResponse) => Promise<void>
    /** Throws when this browser began no such sign-in, or too long ago. */
    interactionDetails(req: IncomingMessage, res: ServerResponse): Promise<Interaction>
    /** Where the browser goes on. */
    interactionResult(
      req: IncomingMessage,
      res: ServerResponse,
      result: { login: { accountId: string } } | { error: string },
    ): Promise<string>
  }
}
