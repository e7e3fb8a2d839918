import { system } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { entry, type EntryOf } from '../../case/history.ts'
import { newReference } from '../../case/reference.ts'
import { floodSources, floodWindow, isSurelyOrdinary } from '../../routing/flood.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import { inParallel } from '../in-parallel.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import type { Filing } from './file-case.ts'

const atOnce = 8

type Mark = Pick<EntryOf<'flooded'>, 'group' | 'from'>

/** Nothing else about the case moves: it keeps its owner and its clocks. */
const mark = async (reference: string, { group, from }: Mark, { cases, now }: Needs): Promise<void> => {
  await untilWritten(async () => {
    const before = (await cases.load(reference))?.caseFile
    if (!before || before.flood !== null || before.status !== 'received' || !isSurelyOrdinary(before)) return true
    const marked = entry('flooded', now, system, { group, from })
    return (await cases.commit({ append: [{ before, entries: [marked] }] })) === 'done' || retry
  })
}

/**
 * Counts what the public filed on the web under where it came from, and marks it where that is a flood, with those before it once it becomes
 * one. After it was filed: whatever fails here, the person has a number. What may be S or a danger to life is neither counted nor marked.
 */
export async function markFlood(
  caseFile: CaseFile,
  { phone, words, consent, address }: Pick<Filing, 'phone' | 'words' | 'consent'> & { address: string },
  needs: Needs,
): Promise<void> {
  const { floods, vault, programme, now } = needs
  const { reference } = caseFile
  if (words === null || !isSurelyOrdinary(caseFile)) return
  const { flood, eraseContactDays } = standardsOf(programme, programme.standards.current)
  for (const { from, key } of floodSources({ phone: consent === 'none' ? null : phone, address, text: words })) {
    const { most, hours } = flood[from]
    const [source = ''] = await vault.fingerprints(key)
    const window = floodWindow(now, hours)
    const cases = await floods.count(source, reference, { ...window, most })
    const [group] = cases
    if (group === undefined || cases.length <= most) continue
    // The one that made it too many brings those before it.
    const members = cases.at(-1) === reference ? cases : [reference]
    await floods.gather({ group, from, at: window.from }, members, eraseContactDays)
    await inParallel(members, atOnce, (one) => mark(one, { group, from }, needs))
    return
  }
}

/**
 * Names of where a report of danger came from, so that many of one source stand together for the pair. A name is drawn by chance and is all that
 * a case keeps: which phone or address it was drawn for lies under a keyed digest, and is forgotten with its window. Whatever fails here, the report
 * is taken: it then stands alone.
 */
export async function dangerSources(
  from: { phone: string | null; address?: string },
  { floods, vault, programme, random, now }: Pick<Needs, 'floods' | 'vault' | 'programme' | 'random' | 'now'>,
): Promise<string[]> {
  const { hours } = standardsOf(programme, programme.standards.current).dangers
  const given = Object.entries(from).filter(([, value]) => value !== null && value !== '')
  const named = given.map(async ([what, value]) => {
    const [source = ''] = await vault.fingerprints(JSON.stringify(['danger', what, value]))
    return floods.name(source, newReference(random), floodWindow(now, hours))
  })
  return Promise.all(named).catch(() => [])
}
