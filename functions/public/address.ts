import { isIPv6 } from 'node:net'

/** The address the entrance saw, last in the list; what stands before it anybody may have written. */
const seenIn = (forwardedFor: string | undefined): string => forwardedFor?.split(',').at(-1)?.trim() ?? 'unknown'

/** The first four groups: one household or one machine has all that begin so. */
function network(address: string): string {
  const [before = '', after] = address.split('::')
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'))
  const [first, last] = [groups(before), groups(after ?? '')]
  const zeros = after === undefined ? 0 : 8 - first.length - last.length
  const all = [...first, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...last]
  const whole = all.slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
  return `${whole.join(':')}::/64`
}

/** Who asks, as far as an address tells: of IPv6 the network. */
export function callerOf(forwardedFor: string | undefined): string {
  const address = seenIn(forwardedFor)
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  return isIPv6(address) ? network(address) : address
}
