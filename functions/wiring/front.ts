import * as z from 'zod/mini'
import { verifyToken } from '../../adapters/gateways/token.ts'

/** What stands before the pages: a web firewall, which shows one of these secrets; null where there is none. */
export const Front = z.nullable(z.object({ secrets: z.array(z.string().check(z.minLength(32))) }))
export type Front = z.infer<typeof Front>

/** What the firewall says beside the request; whatever somebody sent under these names, it writes over (`infra/aws/functions/front.ts`). */
export const frontHeaders = { secret: 'x-jaabi-front', viewer: 'x-jaabi-viewer', host: 'x-jaabi-host' } as const

/** What the entrance knows of a request: its own name, the address that connected to it, and headers anybody may have written. */
interface Arrived {
  sourceIp: string
  domainName: string
  headers: Readonly<Record<string, string | undefined>>
}

/**
 * Whose request it is, and under which name we were asked. Without a firewall that is what the entrance saw, whatever headers say. With one it is
 * what the firewall says, and only what carries its secret: null for who went past it.
 */
export function viewerOf(
  { sourceIp, domainName, headers }: Arrived,
  front: Front,
): { address: string; host: string } | null {
  if (front === null) return { address: sourceIp, host: domainName }
  if (!verifyToken(headers[frontHeaders.secret] ?? '', front.secrets)) return null
  const { [frontHeaders.viewer]: address, [frontHeaders.host]: host } = headers
  return address === undefined || host === undefined ? null : { address, host }
}
