import { fileCase } from '../../../core/operations/intake/file-case.ts'
import { needsOf } from '../../../functions/wiring/services.ts'
import type { Jaabi } from '../functions/services.ts'
import type { seatOf } from './seat.ts'

export const ansongo = { system: 'cod-2021', code: 'ML0701' } as const
export const woman = '+22370000001'

type Filing = Parameters<typeof fileCase>[0]
/** A case as somebody files it, with a number that takes SMS. */
export async function filed(jaabi: Jaabi, over: Partial<Filing> = {}): Promise<string> {
  const needs = needsOf(jaabi.servicesFor('staff-api'))
  const filing: Filing = {
    channel: 'call',
    kind: 'complaint',
    words: 'On demande 500 F au CSCom',
    phone: woman,
    consent: 'sms',
    language: 'fr',
    place: ansongo,
    receivedAt: needs.now,
    by: null,
    requestId: `f-${String((filings += 1))}`,
  }
  return (await fileCase({ ...filing, ...over }, needs)).reference
}
let filings = 0

const plain = (markup: string): string =>
  markup.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

export const textOf = (page: string): string => plain(page.replace(/<[^>]+>/g, ' ')).replace(/[\s\u00a0]+/g, ' ')

/** One form of a page with what stands in its fields. */
export function formIn(page: string, step: string): Record<string, string> {
  const [, form = ''] = new RegExp(`id="geste-${step}"([\\s\\S]*?)</form>`).exec(page) ?? []
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*name="(\w+)"[^>]*value="([^"]*)"/g)]
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, plain(value)]))
}

type Seat = Pick<Awaited<ReturnType<typeof seatOf>>, 'get' | 'post'>

/** One person at a case: opens its page, and sends the form of a step as a browser without script would. */
export function atCase(seat: Seat, reference: string, base = '/console') {
  const path = `${base}/cases/${reference}`
  const read = async (response: Response) => {
    const page = await response.text()
    const location = response.headers.get('location')
    return { status: response.status, location, page, text: textOf(page) }
  }
  const open = async (query = '') => read(await seat.get(path + query))
  return {
    open,
    send: async (step: string, fields: Record<string, string>, from?: string) => {
      const page = from ?? (await open()).page
      return read(await seat.post(`${path}/${step}`, { ...formIn(page, step), go: 'send', ...fields }))
    },
    /** Sends, then opens the page the answer leads to. */
    does: async (step: string, fields: Record<string, string> = {}) => {
      const page = (await open()).page
      const response = await seat.post(`${path}/${step}`, { ...formIn(page, step), go: 'send', ...fields })
      const to = response.headers.get('location')
      if (response.status !== 303 || to === null)
        throw new Error(`${step}: ${response.status} ${textOf(await response.text()).slice(0, 900)}`)
      return read(await seat.get(to))
    },
    /** With its look at the SMS before. */
    says: async (step: string, fields: Record<string, string>) => {
      const page = (await open()).page
      const looked = await read(await seat.post(`${path}/${step}`, { ...formIn(page, step), go: 'preview', ...fields }))
      const sent = await read(
        await seat.post(`${path}/${step}`, { ...formIn(looked.page, step), go: 'send', ...fields }),
      )
      return { looked, sent }
    },
  }
}
