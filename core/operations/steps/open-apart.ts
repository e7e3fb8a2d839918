import type { CaseFile } from '../../case/case-file.ts'
import type { Commit, StoredCase } from '../../ports/cases.ts'
import { openCase, type Opening } from '../intake/open-case.ts'
import type { ReadingNeeds } from '../needs.ts'
import { openContact } from '../sealed.ts'
import { senderChange, withCase } from '../sender-memory.ts'

type Words = Pick<Opening, 'channel' | 'receivedAt'> & { words: string } & Partial<Opening>

/** Words that came with a case and do not belong there, as one of their own: its phone has it too, under the consent that holds in `caseFile`. */
export async function openApart(
  stored: StoredCase,
  { consent, optedOut, language }: Pick<CaseFile, 'consent' | 'optedOut' | 'language'>,
  opening: Words,
  needs: ReadingNeeds,
): Promise<Pick<Commit, 'sender'> & { open: StoredCase }> {
  const phone = await openContact(stored, needs)
  const open = await openCase(
    { kind: 'complaint', phone, consent: phone === null || optedOut ? 'none' : consent, language, ...opening },
    needs,
  )
  const { reference } = open.caseFile
  const [digest = ''] = await needs.vault.fingerprints(JSON.stringify(['text', phone, opening.words]))
  return { open, ...(await senderChange(stored, (one) => withCase(one, reference, digest, needs.now), needs)) }
}
