import { complainant, type Viewer } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { fold } from '../case/fold.ts'
import { entry } from '../case/history.ts'
import { newSender } from '../channel/sender-record.ts'
import { type Needs, untilWritten } from './needs.ts'
import { openCase, type Opening } from './open-case.ts'
import { withCase } from './sender-memory.ts'

/** A complaint from a form: by the person on the web, or by staff for somebody (phone line, box, face to face). */
export interface Filing extends Omit<Opening, 'by' | 'lane' | 'requestId' | 'inSession' | 'flags' | 'raw'> {
  /** What was chosen at the door; the rules of key 4 hold for staff too. */
  lane?: 'S1' | 'S2' | undefined
  danger?: 'yes' | 'no'
  person?: string
  /** Of the form: sent twice, it makes one case. */
  requestId: string
  by: Viewer | null
}

/** Files a case once per `requestId`, and returns it as it is if it was filed before. */
export async function fileCase(filing: Filing, needs: Needs): Promise<CaseFile> {
  const { cases, vault, now } = needs
  const { by, requestId, phone } = filing
  // The public may go back, change something and send again: that is another case, or what changed would be lost.
  const { receivedAt: _, ...posted } = filing
  const sent = by ? [by.person, requestId] : ['public', posted]
  const [key = ''] = await vault.fingerprints(JSON.stringify(['form', ...sent]))
  const fingerprints = phone ? await vault.fingerprints(`phone:${phone}`) : []
  const [fingerprint] = fingerprints
  const [digest = ''] = await vault.fingerprints(JSON.stringify(['text', phone, filing.words]))
  return untilWritten(async () => {
    const known = await cases.message(key)
    const stored = known ? await cases.load(known.reference) : null
    if (stored) return stored.caseFile
    const actor = by ? { by: { role: by.role, person: by.person } } : {}
    const { lane, by: __, danger, person, ...rest } = filing
    const opened = await openCase({ ...rest, ...actor, ...(lane ? { lane } : {}) }, needs)
    const told = [
      ...(danger ? [entry('danger-given', now, complainant, { danger })] : []),
      ...(person ? [entry('person-given', now, complainant, { person })] : []),
    ]
    const open = { ...opened, caseFile: told.reduce(fold, opened.caseFile) }
    const { reference } = open.caseFile
    const before = fingerprint ? await cases.sender(fingerprints) : null
    const sender = before ?? newSender(fingerprint ?? '', now)
    const after = withCase(sender, reference, digest, now)
    // An S2 case leaves no trace on the sender item; nor does a number we may not use.
    const traces = fingerprint && filing.consent !== 'none' && open.caseFile.lane !== 'S2'
    const written = await cases.commit({
      open,
      message: { key, reference },
      ...(traces ? { sender: { before, after: { ...after, fingerprint } } } : {}),
    })
    return written === 'done' ? open.caseFile : null
  })
}
