import { grouped } from '../../core/case/reference.ts'
import { readReference } from '../../core/channel/read-reference.ts'
import { answerDueAt } from '../../core/deadlines/clock.ts'
import { standardsOf } from '../../core/deadlines/rulebook.ts'
import type { LanguageCode } from '../../core/language.ts'
import { inLanguage } from '../../core/notices/messages.ts'
import { followUp } from '../../core/operations/intake/follow-up.ts'
import type { FollowUpView } from '../../web/public/follow-up.ts'
import { emptyValues, type FormKind, type FormView } from '../../web/public/form-view.ts'
import type { PosterView } from '../../web/public/poster.ts'
import { log } from '../wiring/log.ts'
import { careGroups } from '../../core/operations/care-near.ts'
import { needsOf, type WebServices } from '../wiring/services.ts'
import type { PostedForm } from './form.ts'

const promisedKinds = ['complaint', 'question', 'suggestion'] as const

/** What we would promise somebody who writes now: the receipt's date, for every kind the same level. */
function promises({ programme, nowAt }: WebServices) {
  const standards = standardsOf(programme, programme.standards.current)
  const receivedAt = nowAt()
  const policy = { standards, calendar: programme.calendar }
  return promisedKinds.flatMap((kind) => {
    const level = kind === 'complaint' ? 'N1' : 'N0'
    const dueAt = answerDueAt(level, { kind, receivedAt }, policy)
    return dueAt ? [{ kind, on: dueAt.slice(0, 10) }] : []
  })
}

/** `again`: the address that draws the same page; null for one that was posted. */
export async function formView(
  services: WebServices,
  { again = null, ...form }: Partial<PostedForm> & { kind: FormKind; again?: string | null },
): Promise<FormView> {
  const { messages, settings } = services.programme
  return {
    again,
    kind: form.kind,
    values: form.values ?? emptyValues,
    problems: form.problems ?? [],
    requestId: form.requestId || `web-${services.random().toString(36).slice(2)}`,
    promises: promises(services),
    regions: settings.ussdPlaces.map(({ label, place }) => ({ value: place.code, label })),
    languages: messages.languages.map(({ code, name, draft }) => ({ code, name, draft })),
    care: form.kind === 'protection' ? await careGroups(needsOf(services)) : [],
    settings,
  }
}

interface Following {
  typed: string
  /** Who asks, for the tries of an hour. */
  who: string
  language: LanguageCode
}

export async function followUpView({ typed, who, language }: Following, services: WebServices): Promise<FollowUpView> {
  const { settings, messages } = services.programme
  const view = { reference: typed, problems: [], settings }
  const [caller = ''] = await services.vault.fingerprints(`address:${who}`)
  const asked = readReference(typed)
  const found = await followUp(asked, caller, needsOf(services))
  if (found === 'unknown') {
    // Over all callers nothing is refused: an alarm counts these lines.
    if (asked !== null) log('reference-unknown')
    return { ...view, result: { is: 'unknown' } }
  }
  if (found === 'too-many-tries') return { ...view, result: { is: 'too-many' } }
  const { sms } = inLanguage(messages, language)
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

export function posterView({ programme }: WebServices): PosterView {
  const { settings } = programme
  const { levels } = standardsOf(programme, programme.standards.current)
  const span = (kind: (typeof promisedKinds)[number]) => {
    const { answer, answerByKind } = levels[kind === 'complaint' ? 'N1' : 'N0']
    const length = answerByKind?.[kind] ?? answer
    return length && 'workingDays' in length ? [{ kind, workingDays: length.workingDays }] : []
  }
  return { settings, webAddress: settings.webAddress, spans: promisedKinds.flatMap(span) }
}
