import { Hono } from 'hono'
import { grouped } from '../core/case/reference.ts'
import { readReference } from '../core/channel/read-reference.ts'
import { answerDueAt } from '../core/deadlines/clock.ts'
import { standardsOf } from '../core/deadlines/rulebook.ts'
import { inLanguage } from '../core/notices/messages.ts'
import { fileCase } from '../core/operations/intake/file-case.ts'
import { followUp, triesHour } from '../core/operations/intake/follow-up.ts'
import { webFr } from '../languages/fr/public.ts'
import { type FollowUpView, followUpPage } from '../web/public/follow-up.ts'
import { formPage } from '../web/public/form.ts'
import { emptyValues, type FormKind, type FormView } from '../web/public/form-view.ts'
import { notFoundPage } from '../web/public/not-found.ts'
import { posterPage } from '../web/public/poster.ts'
import { receiptPage, type ReceiptView } from '../web/public/receipt.ts'
import type { Problem } from '../web/public/texts.ts'
import { filingOf, formKindOf, type PostedForm, readForm } from './public/form.ts'
import { awsServices, toPhone } from './wiring/aws.ts'
import { httpEntry } from './wiring/lambda.ts'
import { log } from './wiring/log.ts'
import { needsOf, type WebServices } from './wiring/services.ts'

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
  'cache-control': 'no-store',
} as const

const offered = ['complaint', 'question', 'suggestion'] as const

/** What we would promise somebody who writes now: the receipt's date, for every kind the same level. */
function promises({ programme, nowAt }: WebServices) {
  const standards = standardsOf(programme, programme.standards.current)
  const receivedAt = nowAt()
  const policy = { standards, calendar: programme.calendar }
  return offered.flatMap((kind) => {
    const level = kind === 'complaint' ? 'N1' : 'N0'
    const dueAt = answerDueAt(level, { kind, receivedAt }, policy)
    return dueAt ? [{ kind, on: dueAt.slice(0, 10) }] : []
  })
}

function formView(services: WebServices, form: Partial<PostedForm> & { kind: FormKind }): FormView {
  const { messages, settings } = services.programme
  return {
    kind: form.kind,
    values: form.values ?? emptyValues,
    problems: form.problems ?? [],
    requestId: form.requestId || `web-${services.random().toString(36).slice(2)}`,
    promises: promises(services),
    regions: settings.ussdPlaces.map(({ label, place }) => ({ value: place.code, label })),
    languages: messages.languages.map(({ code, name, draft }) => ({ code, name, draft })),
    settings,
  }
}

async function follow(typed: string, who: string, services: WebServices): Promise<FollowUpView> {
  const { settings, messages } = services.programme
  const view = { reference: typed, problems: [], settings }
  const [caller = ''] = await services.vault.fingerprints(`address:${who}`)
  const found = await followUp(readReference(typed), caller, needsOf(services))
  if (found === 'unknown') return { ...view, result: { is: 'unknown' } }
  if (found === 'too-many-tries') return { ...view, result: { is: 'too-many' } }
  const { sms } = inLanguage(messages, messages.languages[0].code)
  const { reference, stage, receivedAt, promisedAt, answeredAt, answer } = found
  return {
    ...view,
    result: {
      is: 'case',
      reference: grouped(reference),
      stage,
      receivedOn: receivedAt.slice(0, 10),
      promisedOn: promisedAt?.slice(0, 10) ?? null,
      answeredOn: answeredAt?.slice(0, 10) ?? null,
      answer: answer && sms[answer.template]({ reference, text: answer.words }),
    },
  }
}

/** The address the entrance saw, last in the list; what stands before it anybody may have written. */
const addressOf = (forwardedFor: string | undefined): string => forwardedFor?.split(',').at(-1)?.trim() ?? 'unknown'

/** Operators put thousands of phones behind one address: only a machine sends this often in an hour. */
const formsPerHour = 300
async function sentTooOften(address: string, { vault, limits, nowAt }: WebServices): Promise<boolean> {
  const [sender = ''] = await vault.fingerprints(`forms:${address}`)
  return (await limits.tries(sender, triesHour(nowAt()), 1)) > formsPerHour
}

/** No page of ours posts more; a longer body is a text that is too long. */
const maxBodyLength = 64 * 1024

/** The public form, the receipt, the follow-up and the poster: one response each, no script. */
export function build(services: WebServices): Hono {
  const app = new Hono()
  const { programme } = services
  const { settings } = programme
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
  })

  app.get('/', (c) => {
    const kind = formKindOf(c.req.query('kind') ?? '')
    return c.html(formPage(formView(services, { kind }), webFr))
  })

  app.post('/plainte', async (c) => {
    const form = readForm(new URLSearchParams((await c.req.text()).slice(0, maxBodyLength)), services)
    const again = (problems: Problem[]) => formPage(formView(services, { ...form, problems }), webFr)
    if (form.kind === 'abus') return c.html(again([]))
    if (form.problems.length > 0) return c.html(again(form.problems), 422)
    try {
      // Danger is never made to wait.
      const limited = form.kind !== 'protection'
      if (limited && (await sentTooOften(addressOf(c.req.header('x-forwarded-for')), services)))
        return await c.html(again(['too-many']), 429)
      const { lane, kind, reference, promisedAt } = await fileCase(filingOf(form, services), needsOf(services))
      const is: ReceiptView['is'] =
        lane === 'S2' ? 'protection' : lane !== 'N' ? 'short' : kind === 'thanks' ? 'thanks' : 'full'
      const promisedOn = is === 'full' ? (promisedAt?.slice(0, 10) ?? null) : null
      return await c.html(receiptPage({ is, reference: grouped(reference), promisedOn, settings }, webFr))
    } catch (error) {
      log('filing-failed', { error })
      return await c.html(again(['unavailable']), 503)
    }
  })

  app.get('/suivi', async (c) => {
    const typed = c.req.query('reference') ?? ''
    if (typed.trim() === '') {
      const asked = c.req.query('reference') !== undefined
      const problems: Problem[] = asked ? ['reference-missing'] : []
      return c.html(followUpPage({ reference: '', result: null, problems, settings }, webFr))
    }
    const who = addressOf(c.req.header('x-forwarded-for'))
    return c.html(followUpPage(await follow(typed.slice(0, 40), who, services), webFr))
  })

  app.get('/affiche', (c) => {
    const { levels } = standardsOf(programme, programme.standards.current)
    const span = (kind: (typeof offered)[number]) => {
      const { answer, answerByKind } = levels[kind === 'complaint' ? 'N1' : 'N0']
      const length = answerByKind?.[kind] ?? answer
      return length && 'workingDays' in length ? [{ kind, workingDays: length.workingDays }] : []
    }
    return c.html(posterPage({ settings, webAddress: settings.webAddress, spans: offered.flatMap(span) }, webFr))
  })

  app.notFound((c) => c.html(notFoundPage(settings, webFr), 404))
  return app
}

export const handler = httpEntry(() => build({ ...awsServices(), toPhone }))
