import { system } from '../../case/actor.ts'
import { fold } from '../../case/fold.ts'
import { entry } from '../../case/history.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import type { Turn } from '../../channel/ussd/conversation.ts'
import { fitsScreen, render } from '../../channel/ussd/screen.ts'
import type { CarePlace } from '../../directory/care.ts'
import { toGsm7 } from '../../notices/gsm7.ts'
import { inLanguage } from '../../notices/messages.ts'
import { careFor } from '../care-near.ts'
import type { Needs } from '../needs.ts'
import type { UssdDraft } from './ussd-draft.ts'

/** A keypad has no « ï », and a line with it would never be read out; what staff typed is in its letters already. */
const inItsLetters = (line: CarePlace): CarePlace => ({ ...line, place: line.place && toGsm7(line.place) })

/**
 * The last screen of violence or danger reads out where care is, as much as it holds, nearest first; the stub keeps that it did. Whatever
 * the person wants of us.
 */
export async function readCareOut(turn: Turn<PlaceRef>, draft: UssdDraft, needs: Needs): Promise<Turn<PlaceRef>> {
  const { screen, state } = turn
  if (screen.name !== 'receipt-protection' || !draft.stored) return turn
  const { place } = draft.entries.reduce(fold, draft.stored.caseFile)
  const near = (await careFor(place, needs)).map(inItsLetters)
  const { ussd } = inLanguage(needs.programme.messages, state.language)
  for (let count = near.length; count > 0; count--) {
    const read = { ...turn, screen: { ...screen, params: { ...screen.params, care: near.slice(0, count) } } }
    if (!fitsScreen(render(read, ussd))) continue
    draft.entries.push(entry('help-offered', needs.now, system, { how: 'read-out' }))
    return read
  }
  return turn
}
