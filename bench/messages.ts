import { writeFileSync } from 'node:fs'
import { measuredPage, page } from './messages/page.ts'

/** `npm run messages`: what each text people get costs at its longest, into docs/messages.md; fails where one is too long. */
const { text, wrong } = await measuredPage()
writeFileSync(page, text)
process.stdout.write(text)
if (wrong.length > 0) {
  process.stderr.write(`\nToo much:\n${wrong.map((one) => `- ${one}`).join('\n')}\n`)
  process.exitCode = 1
}
