import type { Needs } from '../../needs.ts'
import { greetedWith } from './greeted.ts'
import type { MessagePlan, Said } from './joining.ts'
import { reply } from './replies.ts'

/** A greeting opens nothing: what happened is asked, once a day; after STOP, why no answer comes is said. */
export async function greets(said: Said, words: string, needs: Needs): Promise<MessagePlan> {
  const answered = said.sender.optedOut
    ? await reply(said, needs, 'silenced', { onceADay: 'silenceToldOn' })
    : await reply(said, needs, 'greeting', { onceADay: 'greetedOn' })
  const sender = greetedWith(answered.sender ?? said.sender, words, needs.now)
  return { ...answered, outcome: 'greeted', sender }
}
