import { paginateScan } from '@aws-sdk/client-dynamodb'
import type { Member } from '../../../core/directory/member.ts'
import type { PracticePart } from '../../../web/console/practice/texts.ts'
import type { Jaabi } from '../functions/services.ts'
import { seatOf } from './seat.ts'

const base = '/console/exercice'

export const plain = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

/** Somebody at practice: the pages as text, and the references of the list. */
export async function practiceOf(
  jaabi: Jaabi,
  person: Omit<Partial<Member>, 'id'> & Pick<Member, 'role'>,
  id: string = person.role,
) {
  await jaabi.person(id, person)
  const seat = await seatOf(jaabi, id)
  let steps = 0
  const list = async (query = '') => {
    const page = await (await seat.get(`${base}/inbox${query}`)).text()
    const shown = [...page.matchAll(/href="([^"?]*)[^"]*" data-case/g)].map(([, href]) => href?.split('/').at(-1) ?? '')
    return { page, text: plain(page), shown }
  }
  return {
    ...seat,
    list,
    start: (part: PracticePart = 'focal-point') => seat.post(`${base}/jeu`, { go: 'start', part }),
    play: (part: PracticePart) => seat.post(`${base}/jeu`, { go: 'play', part }),
    pass: (days: number) => seat.post(`${base}/jeu`, { go: 'pass', days: String(days) }),
    /** One step of a case, as its form sends it: an SMS is looked at first, then sent. */
    async takes(reference: string, step: string, fields: Record<string, string>) {
      const path = `${base}/cases/${reference}/${step}`
      const sent = { requestId: `${reference}-${String(steps++)}-${step}`, ...fields }
      const first = await seat.post(path, sent)
      if (first.status === 303) return first
      const previewed = /name="previewed"\s+value="([^"]*)"/.exec(await first.text())?.[1] ?? ''
      return seat.post(path, {
        ...sent,
        previewed: previewed.replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
        go: 'send',
      })
    },
    /** The made-up person of a case sends an SMS. */
    says: (reference: string, text: string, requestId = `says-${String(steps++)}`) =>
      seat.post(`${base}/cases/${reference}/personne`, { text, requestId }),
    /** The first case of a list whose page holds these words. */
    async find(words: string, query = '') {
      for (const reference of (await list(query)).shown)
        if ((await opens(reference)).text.includes(words)) return reference
      throw new Error(`no practice case says ${words}`)
    },
    open: opens,
  }
  async function opens(reference: string) {
    const response = await seat.get(`${base}/cases/${reference}`)
    const page = await response.text()
    return {
      status: response.status,
      page,
      text: plain(page),
      requestId: /name="requestId" value="([^"]*)"/.exec(page)?.[1] ?? '',
    }
  }
}
/** Everything there is in the table of cases, but what people practise on. */
export async function outsidePractice(jaabi: Jaabi): Promise<string[]> {
  const keys: string[] = []
  for await (const { Items = [] } of paginateScan({ client: jaabi.client }, { TableName: jaabi.tables.cases }))
    keys.push(...Items.map(({ pk, sk }) => `${pk?.S ?? ''} ${sk?.S ?? ''}`))
  return keys.filter((key) => !key.startsWith('ml-exercice-')).sort()
}
