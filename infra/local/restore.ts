import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LeftList } from '../../functions/send-notices.ts'
import { portIn } from './port.ts'
import { localClock } from './stand-ins/clock.ts'
import { copyState, restoreState } from './state/copy.ts'
import { allowSends } from './state/restored.ts'
import { StartError } from './state/state-file.ts'

/*
 * Copies the cases of this machine, and brings them back (docs/restore.md). Works on the state folder `JAABI_STATE`; `left` asks the Jaabi that
 * runs at `PORT`.
 */
const state = process.env['JAABI_STATE'] ?? '.jaabi'
const say = (text: string): void => {
  console.log(text)
}

const steps: Record<string, { needs: string; run: (given: string) => unknown }> = {
  copy: {
    needs: 'an empty folder for the copy',
    run(to) {
      copyState(state, to, localClock({ file: join(state, 'clock.json') }).nowAt())
      say(
        `The cases of ${state} are in ${to}. keys.json is not: keep a copy of it elsewhere, nothing can be read without it.`,
      )
    },
  },
  from: {
    needs: 'the folder of the copy',
    async run(copy) {
      let said = 0
      const items = await restoreState(copy, state, (count) => {
        if (count - said < 10_000) return
        said = count
        console.error(`${count} items`)
      })
      say(`${items} items of ${copy} are in ${state}. Nothing is sent until somebody allows it.`)
      say(
        'Next: put keys.json there, npm run recount -- --repair, npm start, npm run restore -- left LIST, then allow (docs/restore.md).',
      )
    },
  },
  left: {
    needs: 'the gateway’s list of what left since the copy, as JSON',
    async run(file) {
      const list = LeftList.parse(JSON.parse(readFileSync(file, 'utf8')))
      const url = `http://127.0.0.1:${portIn(process.env['PORT'] ?? '8080')}/local/left`
      const headers = { 'content-type': 'application/json' }
      const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(list) })
      say(await reply.text())
      if (!reply.ok) process.exitCode = 1
    },
  },
  allow: {
    needs: 'the name of whoever allows it',
    run(by) {
      allowSends(state, by)
      say(`What waits in ${state} leaves again within two minutes, allowed by ${by}.`)
    },
  },
}

const [what = '', given] = process.argv.slice(2)
try {
  const step = steps[what]
  if (!step) throw new StartError(`Say one of ${Object.keys(steps).join(', ')}: npm run restore -- copy FOLDER.`)
  if (!given) throw new StartError(`npm run restore -- ${what} needs ${step.needs}.`)
  await step.run(given)
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}
