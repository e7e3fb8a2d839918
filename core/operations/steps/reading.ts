import * as z from 'zod/mini'
import { entry } from '../../case/history.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { readersOn } from '../../directory/readers.ts'
import { isAskedToRead } from '../../routing/asked-to-read.ts'
import { ownQueue } from '../../routing/queue.ts'
import { sealedUnder } from './handling.ts'
import { staffStep } from './step.ts'

const Language = z.object({ language: z.string().check(z.minLength(1), z.maxLength(10)) })
const Meaning = z.object({ meaning: z.string().check(z.minLength(1), z.maxLength(4000)) })

/** Readers of one language at a time: another one asked takes the place of the first. The clocks of who asks run on. */
export const askReader = staffStep(Language, async ({ language }, { caseFile, by, requestId, needs }) => {
  if (caseFile.lane !== 'P' || caseFile.suggested.unread !== true) return { refused: 'readable' }
  if (caseFile.readerAsked === language) return { refused: 'asked-already' }
  const readers = readersOn(await needs.members(), language, dayOf(needs.programme.calendar, needs.now))
  if (readers.length === 0) return { refused: 'nobody-reads-it' }
  const asked = readers.filter(({ id }) => !caseFile.named.includes(`person:${id}`))
  const hears = [...new Set(asked.flatMap((reader) => ownQueue(reader) ?? []))].toSorted()
  return { entries: [entry('reader-asked', needs.now, by, { language, hears }, requestId)] }
})

export const sayMeaning = staffStep(Meaning, async ({ meaning }, context) => {
  const { caseFile, viewer, by, requestId, needs } = context
  const { readerAsked: language } = caseFile
  if (language === null || !isAskedToRead(viewer, caseFile)) return { refused: 'role' }
  return {
    entries: [entry('meaning-said', needs.now, by, { language }, requestId)],
    sealed: await sealedUnder(context, meaning),
  }
})
