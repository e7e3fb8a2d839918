import { byId, texts } from './dom.ts'
import { did } from './guide.ts'
import { json } from './server.ts'

const frame = byId('desk', HTMLIFrameElement)
const news = byId('desk-news', HTMLElement)
const someone = byId('someone', HTMLSelectElement)

/** What a newcomer is shown, done by these steps of the console. */
const guided: Partial<Record<string, 'triage' | 'answer'>> = { assess: 'triage', answer: 'answer' }
/** A page that was asked for comes within this time, or never: a file was saved, the line broke. */
const patienceMs = 10_000

let sitting: string | null = null
/** The clock moved after the page was made. */
let isOld = false
/** When the page in the frame began to make room for another; 0 while it stands. */
let leftAt = 0
/** Where a form of the page was sent to, and whether the page is what came back: loading it again would send the form again. */
let sentTo = ''
let isReply = false

const isLeaving = (): boolean => Date.now() - leftAt < patienceMs

/** What the machine had counted when it made the page. */
function madeOn({ performance }: Window): string | undefined {
  const visits = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return visits[0]?.serverTiming.find(({ name }) => name === 'mark')?.description
}

/** Something stands in a form that was not in it when the page came. */
function isWritten(page: Document): boolean {
  const boxes = [...page.querySelectorAll<HTMLInputElement>('form input:not([type="hidden"])')]
  const areas = [...page.querySelectorAll<HTMLTextAreaElement>('form textarea')]
  const lists = [...page.querySelectorAll<HTMLSelectElement>('form select')]
  // Of several lines that come chosen, the last is.
  const came = ({ options }: HTMLSelectElement): number =>
    Math.max(
      0,
      [...options].findLastIndex(({ defaultSelected }) => defaultSelected),
    )
  return (
    [...boxes, ...areas].some((one) => one.value !== one.defaultValue) ||
    boxes.some((one) => one.checked !== one.defaultChecked) ||
    lists.some((one) => one.selectedIndex !== came(one))
  )
}

/** Loading the page again could lose what somebody writes, take them from where they are, or note one more reading of an S case. */
function mustStand(page: Document): boolean {
  const isWorkedOn = document.activeElement === frame && page.activeElement !== page.body
  const isNoted = page.querySelector('#lectures') !== null || page.location.pathname.endsWith('/sheet')
  return isReply || isWorkedOn || isNoted || isWritten(page)
}

function reload(): void {
  leftAt = Date.now()
  const page = frame.contentDocument
  if (page && !isReply) page.location.reload()
  else frame.src = '/console'
}

/** What the machine counts now: a page that was made on another count is loaded again, or says that it is old. */
export function hearMark(mark: string): void {
  const { contentDocument: page, contentWindow: inside } = frame
  if (!page || !inside || sitting === null || isLeaving()) return
  const made = madeOn(inside)
  const isBehind = made !== undefined && (isOld || made !== mark)
  const waits = isBehind && mustStand(page)
  const says = waits ? texts.desk.news : ''
  if (news.textContent !== says) news.textContent = says
  if (isBehind && !waits) reload()
}

export function clockMoved(): void {
  isOld = true
}

async function hearWhoSits(): Promise<void> {
  const { status, data } = await json('GET', '/local/desk')
  if (status !== 200) return
  sitting = (data as { person: string | null }).person
  for (const seat of document.querySelectorAll<HTMLButtonElement>('[data-seat]'))
    seat.setAttribute('aria-pressed', String(seat.value === sitting))
  const isListed = [...someone.options].some(({ value }) => value === sitting)
  someone.value = isListed ? (sitting ?? '') : ''
}

function arrived(): void {
  leftAt = 0
  isOld = false
  news.textContent = ''
  const { contentDocument: page, contentWindow: inside } = frame
  if (!page || !inside) return
  const { pathname, search } = page.location
  isReply = sentTo === pathname
  sentTo = ''
  page.addEventListener('submit', ({ target, defaultPrevented }) => {
    const form = target as HTMLFormElement
    if (form.method === 'post' && !defaultPrevented) sentTo = new URL(form.action).pathname
  })
  inside.addEventListener('beforeunload', () => {
    leftAt = Date.now()
  })
  const [, step = ''] = /-([a-z]+)$/.exec(new URLSearchParams(search).get('fait') ?? '') ?? []
  const shows = guided[step]
  if (shows) did(shows)
  void hearWhoSits()
}

export function startDesk(): void {
  frame.addEventListener('load', arrived)
  // It may have come before we listened.
  if (frame.contentDocument?.readyState === 'complete') arrived()
  byId('refresh', HTMLButtonElement).addEventListener('click', reload)
}
