import { createHash } from 'node:crypto'

/** A file every page loads. Its address changes with its content, so a browser may keep it for ever. */
export interface Asset {
  path: string
  /** With the content's hash: what pages link to. */
  href: string
  type: string
  body: string
}

export function asset(path: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
  return { path, href: `${path}?v=${hash}`, type, body }
}
