import { writeFileSync } from 'node:fs'
import { packedModule } from './packed.ts'
import { isHeldOut, sentences } from './sentences.ts'
import { train } from './train.ts'
import { triedByHand } from './try.ts'

/**
 * Trains the model on our sentences and writes it as it travels (`npm run train`). The same sentences give the same bytes: nothing of the
 * machine or the day goes in. With `--try` it writes nothing, but trains without each writer in turn and says what is then found of theirs:
 * by this the bounds are chosen (docs/suggestions.md).
 */
const own = sentences().filter((one) => !isHeldOut(one))
if (process.argv.includes('--try')) triedByHand(own, (line) => process.stdout.write(`${line}\n`))
else {
  const text = packedModule(train(own))
  writeFileSync(new URL('model-packed.ts', import.meta.url), text)
  process.stdout.write(`${own.length} sentences, ${(text.length / 1024).toFixed(1)} KB\n`)
}
