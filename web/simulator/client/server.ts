import { byId, texts } from './dom.ts'

export interface Answered {
  status: number
  data: unknown
}

const offline = byId('offline', HTMLElement)

async function request(path: string, init: RequestInit): Promise<Answered & { text: string }> {
  try {
    const response = await fetch(path, init)
    const text = await response.text()
    offline.hidden = true
    return { status: response.status, text, data: parse(text) }
  } catch {
    offline.hidden = false
    return { status: 0, text: '', data: null }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function json(method: 'GET' | 'POST', path: string, body?: unknown, token?: string): Promise<Answered> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  return request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}

interface Config {
  /** Whose place the simulator takes, as its callbacks name it. */
  gateway: string
  gatewayToken: string
  now: string
}
let known: Config = { gateway: '', gatewayToken: '', now: new Date().toISOString() }

/** The clock of this machine, as last heard. */
export const now = (): string => known.now
export const gatewayToken = (): string => known.gatewayToken

export async function hearConfig(): Promise<void> {
  const { status, data } = await json('GET', '/local/config')
  if (status === 200) known = data as Config
}

/** Speaks as the gateway does that this machine has a stand-in for: a form, with the fields the operator would fill in. */
export function gateway(
  what: 'sms' | 'delivery' | 'ussd' | 'ussd-end' | 'voice',
  fields: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const body = new URLSearchParams({ ...fields, networkCode: texts.networkCode })
  return request(`/gateways/${known.gateway}/${known.gatewayToken}/${what}`, { method: 'POST', body })
}
