import { type CaseFile, isEvaluated } from '../../../core/case/case-file.ts'
import type { Entry } from '../../../core/case/history.ts'
import { isLower } from '../../../core/case/level.ts'
import { mayContact } from '../../../core/case/may-contact.ts'
import { type InLanguage, offeredOn } from '../../../core/language.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import { grouped } from '../../../core/case/reference.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { readCase } from '../../../core/operations/casework/read-case.ts'
import { allPoints, type KnowsPoints } from '../../../core/operations/directory/points/keeping.ts'
import type { StoredCase, ToldCase } from '../../../core/ports/cases.ts'
import type { CaseView, HistoryLine } from '../../../web/console/case/view.ts'
import { sortKeyOf } from '../../../core/lists/row.ts'
import { standing } from '../../../core/lists/standing.ts'
import { inboxHref, listFields } from '../../../web/console/frame/inbox-choice.ts'
import { categoryName, placeName } from '../../staff/with-names.ts'
import { whereOf } from '../frame/places.ts'
import { choicesFor } from './choices.ts'
import { liveSmsOf } from './live.ts'
import { nameOf, organisationName } from '../frame/names.ts'
import { readersFor, readingIn } from './readers.ts'
import { caseTrail } from './trail.ts'
import { guessLanguage } from '../../../adapters/franc/language-guesser.ts'
import { languageName } from '../frame/language-name.ts'
import type { CaseScene } from './scene.ts'
import type { LinkedCase } from '../../../web/console/case/trail-view.ts'
import type { Option } from '../../../web/console/frame/choices.ts'
import { ownerInWords } from '../../../web/console/frame/words.ts'

const categoryIn = (programme: Programme, code: string | null, { chain }: InLanguage) =>
  code === null ? null : { code, label: categoryName(code, programme, chain) ?? code }
const linked = (reference: string): LinkedCase => ({ reference, grouped: grouped(reference) })

/** Its name; the code where the register has none of it. */
const pointNamed = async (code: string | null, knows: KnowsPoints): Promise<string | null> =>
  code === null ? null : ((await allPoints(knows, false)).find((one) => one.code === code)?.name ?? code)

/** As much of what was said as tells one reply from another. */
const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 80)}…` : words)

/** Whom the words name, in words. */
async function namedInWords(
  value: string,
  { needs: { programme }, directory, texts }: Pick<CaseScene, 'needs' | 'directory' | 'texts'>,
): Promise<string> {
  const [kind, id = ''] = value.split(/:(.*)/)
  if (kind === 'person') return (await directory.member(id))?.name ?? id
  return ownerInWords({ code: value, name: nameOf(value, programme) }, texts)
}

/** Names beside the codes of one line; nobody's name is stored with it. */
export async function historyLine(
  { words, ...entry }: Entry & { words?: string },
  scene: Pick<CaseScene, 'needs' | 'directory' | 'texts'>,
  people: Map<string, Promise<string>> = new Map(),
): Promise<HistoryLine> {
  const { needs, directory, texts } = scene
  const { programme } = needs
  const codes: Record<string, unknown> = { ...entry }
  const names: Record<string, string> = {}
  const put = (field: string, name: (code: string) => string | null): void => {
    const code = codes[field]
    const found = typeof code === 'string' ? name(code) : null
    if (found !== null) names[field] = found
  }
  for (const field of ['organisation', 'body']) put(field, (id) => organisationName(programme, id))
  for (const field of ['lead', 'follower', 'apart']) put(field, grouped)
  put('category', (code) => categoryIn(programme, code, texts)?.label ?? null)
  if (entry.what === 'reminded')
    put('to', (owner) => ownerInWords({ code: owner, name: nameOf(owner, programme) }, texts))
  if (entry.what === 'lower-proposed' && entry.dropped)
    names['dropped'] = (await Promise.all(entry.dropped.map((one) => namedInWords(one, scene)))).join(', ')
  const { place } = codes as { place?: PlaceRef }
  if (place) names['place'] = placeName(place, programme) ?? place.code
  const { person } = entry.by
  if (person !== null && !people.has(person))
    people.set(
      person,
      directory.member(person).then((found) => found?.name ?? person),
    )
  const who = person === null ? null : ((await people.get(person)) ?? person)
  return { entry: entry, names, who, words: words ?? null }
}

async function secondOf(
  { proposed: lowering, dismissal, level: now, receiptAt, receiptBy, status }: CaseFile,
  scene: CaseScene,
  history: readonly HistoryLine[],
): Promise<CaseView['second']> {
  const proposed = lowering ?? dismissal
  const by = proposed ? proposed.by.person : receiptAt !== null && status === 'referred' ? receiptBy : null
  if (by === null) return null
  const who = history.find(({ entry }) => entry.by.person === by)?.who ?? by
  const lower = lowering && now && isLower(lowering.level, now) ? lowering.level : null
  const dropped = await Promise.all((lowering?.dropped ?? []).map((one) => namedInWords(one, scene)))
  return {
    what: lowering ? 'lower' : dismissal ? 'dismiss' : 'receipt',
    who,
    level: lower,
    dropped,
    mine: by === scene.viewer.person,
  }
}

/** What the words are in, of the languages people are answered in; of words that our lists cannot read nobody can tell. */
async function languageOf(
  { text, suggested }: Pick<Awaited<ReturnType<typeof readCase>>, 'text' | 'suggested'>,
  { needs: { programme }, texts }: CaseScene,
): Promise<CaseView['suggested']['language']> {
  const served = offeredOn(programme.languages, 'people')
  const code = text === null || suggested.unread ? null : await guessLanguage(text, served)
  return code === null ? null : { code, name: languageName(code, texts) }
}

/** A reopened case takes words again; those it had before stay erased, and the page says so. */
const erasedIn = ({ erased, history, lane }: CaseFile): readonly string[] => {
  const before = lane === 'N' && history.some((line) => line.what === 'erased' && line.part === 'words')
  return before ? [...new Set([...erased, 'words'])] : erased
}

/** The way back to the list, to its row, and on; a case keeps the place it was opened at, wherever a step moves it. */
function listOf(
  { caseFile }: StoredCase,
  { inList, door: { base }, needs: { programme } }: CaseScene,
): CaseView['list'] {
  const row = standing(caseFile, programme)?.row
  const fields = listFields({ ...inList, at: inList.at ?? (row ? sortKeyOf(row) : null) })
  return {
    back: `${inboxHref(base, inList.choice, inList.from)}#d-${caseFile.reference}`,
    next: `${base}/inbox/suivant?${new URLSearchParams({ ...fields, du: caseFile.reference }).toString()}`,
    fields,
  }
}

/** One case as the page shows it: what `readCase` says, with names, links and what its forms offer, to choose among where the place typed may mean several too. */
export async function caseView(
  stored: ToldCase,
  scene: CaseScene,
  requestId: string,
  typedPlace = '',
): Promise<CaseView> {
  const { viewer, needs, door, texts, csrf } = scene
  const { programme, now } = needs
  const { caseFile } = stored
  const seen = await readCase(viewer, stored, needs)
  const people = new Map<string, Promise<string>>()
  const history = await Promise.all(seen.history.map((line) => historyLine(line as Entry, scene, people)))
  const { calendar } = programme
  const named: Option[] = await Promise.all(
    seen.named.map(async (value) => ({ value, label: await namedInWords(value, scene) })),
  )
  const placeOf = (code: string): string | null => {
    const place = seen.suggested.places.find((one) => one.code === code)
    return place ? placeName(place, programme) : null
  }
  // The matrix is read only where it has something to suggest.
  const isOffered = caseFile.lane === 'N' && (seen.steps.includes('assign') || seen.steps.includes('refer'))
  const { lines } = isOffered ? await scene.directory.presence() : { lines: [] }
  const offered = choicesFor(caseFile, { ...seen.suggested, typed: typedPlace }, lines, { needs, texts, door })
  // Who is named already stays in the form, a person too: what a form leaves out is taken off.
  const others = named.filter(({ value }) => !offered.named.some((one) => one.value === value))
  const readers = await readersFor(seen, scene)
  const choices = { ...offered, named: [...others, ...offered.named], readers }
  const category = (code: string | null) => categoryIn(programme, code, texts)
  return {
    ...seen,
    ...(await readingIn(seen, scene)),
    intakePoint: await pointNamed(seen.source, { programme, points: scene.points }),
    now,
    utcOffsetMinutes: calendar.utcOffsetMinutes,
    base: door.base,
    csrf,
    list: listOf(stored, scene),
    requestId,
    grouped: grouped(seen.reference),
    languageName: languageName(seen.language, texts),
    category: category(seen.category),
    place: whereOf(seen, needs),
    owner: seen.owner === null ? null : { code: seen.owner, name: nameOf(seen.owner, programme) },
    erased: erasedIn(caseFile),
    suggested: {
      category: category(seen.suggested.category),
      sensitive: seen.suggested.sensitive,
      level: seen.suggested.level,
      unread: seen.suggested.unread,
      language: await languageOf(seen, scene),
      why: seen.suggested.why.map(({ what, code, words }) => ({
        what,
        words,
        name: what === 'place' ? placeOf(code) : (category(code)?.label ?? code),
      })),
    },
    told: caseFile.told,
    handOver: caseFile.handOver && {
      organisation: organisationName(programme, caseFile.handOver.organisation),
      offeredAt: caseFile.handOver.offeredAt,
    },
    pauseUsed: caseFile.pauseUsed,
    evaluated: isEvaluated(caseFile),
    mergedInto: seen.mergedInto === null ? null : linked(seen.mergedInto),
    followers: seen.followers.map(linked),
    replyTo: seen.mayReplyTo.map((one) => ({ value: one, label: grouped(one) })),
    maybeOther: caseFile.maybeOther.map(String),
    replies: seen.replies.map(({ index, words }) => ({ value: String(index), label: shortened(words) })),
    named,
    contact: {
      consent: seen.contact.consent,
      masked: seen.contact.phone,
      optedOut: caseFile.optedOut,
      callMe: seen.contact.callMe,
      takesSms: mayContact(caseFile) && caseFile.consent === 'sms',
      mayCall: mayContact(caseFile),
    },
    history,
    notices: seen.notices.map(({ template, to, state, sendAt, endedAt, segments, resent, reason }) => ({
      template,
      to,
      state,
      at: endedAt ?? sendAt,
      segments,
      resent,
      unconfirmed: reason === 'unconfirmed',
    })),
    costs: seen.costs,
    second: await secondOf(caseFile, scene, history),
    referredTo:
      caseFile.referredTo === null
        ? null
        : { value: caseFile.referredTo, label: organisationName(programme, caseFile.referredTo) },
    dismissed: caseFile.closedHow === 'dismissed',
    choices,
    live: liveSmsOf(caseFile, choices, programme, texts),
    trail: await caseTrail(stored, { seen, history }, scene),
  }
}
