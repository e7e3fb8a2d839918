import { grouped } from '../../../core/case/reference.ts'
import { rules } from '../../../core/case/status.ts'
import { triedDays, whyCalled } from '../../../core/case/news.ts'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { policyOf, standardsOf } from '../../../core/deadlines/rulebook.ts'
import type { Member } from '../../../core/directory/member.ts'
import { whenToCall } from '../../../core/operations/lists/when-to-call.ts'
import type { StoredCase } from '../../../core/ports/cases.ts'
import { silentDays } from '../../../core/lists/silence.ts'
import { type CallRow, callsBody } from '../../../web/console/calls/page.ts'
import { caseHref, type Choice } from '../../../web/console/frame/inbox-choice.ts'
import { needsOf } from '../../wiring/services.ts'
import { inboxPage } from '../frame/inbox-page.ts'
import { placeIn } from '../frame/in-list.ts'
import { languageName } from '../frame/language-name.ts'
import { page } from '../frame/page.ts'
import type { Section } from '../frame/scene.ts'

const choice: Choice = { range: null, traits: ['call'], silentDays }

/** Whoever works cases may call; it is for them to know who of theirs speaks what. */
const calls = ({ active, role }: Member): boolean => active && rules.told.by.includes(role)

/** `/console/appels`: whom to call, by when, in which language and by whom they want to be called. */
export const callsRoutes: Section = (app, { services, door, ...scene }) => {
  const { directory, programme } = services
  app.get(`${door.base}/appels`, async (c) => {
    const { viewer, texts } = c.var
    if (!rules.told.by.includes(viewer.role)) return c.notFound()
    const needs = needsOf(services)
    const from = placeIn(c.req.query('next'))
    const [{ rows, next }, members] = await Promise.all([
      inboxPage(viewer, { choice, after: from }, needs),
      directory.members(),
    ])
    const stored = await Promise.all(rows.map(({ reference }) => needs.cases.load(reference)))
    const row = async (one: StoredCase): Promise<CallRow> => {
      const { caseFile } = one
      const { reference, language, consent, callTries } = caseFile
      const clocks = runningClocks(caseFile, policyOf(programme, caseFile))
      return {
        href: caseHref(door.base, reference, { choice, from, at: null }),
        grouped: grouped(reference),
        why: whyCalled(caseFile),
        consent,
        when: await whenToCall(one, needs),
        language: languageName(language, texts),
        tries: triedDays(caseFile),
        of: standardsOf(programme, caseFile.standards).tellAttempts,
        lastTryAt: callTries.at(-1) ?? null,
        dueAt: clocks.find(({ name }) => name === 'call' || name === 'tell')?.dueAt ?? null,
      }
    }
    const waiting = stored.filter((one) => one !== null)
    const due = waiting.map(({ caseFile }) => caseFile)
    // Of whom the directory says nothing, they speak what everybody here works in.
    const [{ code: ours }] = programme.languages
    const spoken = new Set([ours, ...members.filter(calls).flatMap(({ languages }) => languages)])
    const silent = [...new Set(due.map(({ language }) => language))].filter((one) => !spoken.has(one))
    const view = {
      now: needs.now,
      utcOffsetMinutes: programme.calendar.utcOffsetMinutes,
      calls: await Promise.all(waiting.map(row)),
      nobodySpeaks: silent.map((language) => ({
        language: languageName(language, texts),
        count: due.filter((one) => one.language === language).length,
      })),
      next: next === null ? null : `${door.base}/appels?${new URLSearchParams({ next }).toString()}`,
      start: from === null ? null : `${door.base}/appels`,
      inbox: `${door.base}/inbox?call`,
    }
    return page(c, { door, ...scene }, { title: texts.calls.title, here: 'inbox', body: callsBody(view, texts) })
  })
}
