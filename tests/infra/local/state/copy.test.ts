import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restoreState } from '../../../../infra/local/state/copy.ts'
import { allowSends, maySendIn } from '../../../../infra/local/state/restored.ts'
import { insisting, type Insisting } from '../../../support/faults/outside.ts'
import { jaabiProcess } from '../../../support/faults/process.ts'
import { closing } from '../../../support/faults/trouble.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'jaabi-copy-'))
  closing(() => {
    rmSync(made, { recursive: true, force: true })
  })
  return made
}
const npmRun = (script: string, args: string[], environment: Record<string, string>): string =>
  execFileSync(process.execPath, [`infra/local/${script}.ts`, ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
async function running(state: string) {
  const jaabi = await jaabiProcess(state)
  closing(() => jaabi.kill('SIGKILL'))
  return jaabi
}
const people = async (insists: Insisting, from: number, count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      insists.writes(`+2237000000${from + n}`, `Le forage ${from + n} est en panne`, `AT-${from + n}`),
    ),
  )

test('copied while it runs, restored into an empty folder by the commands of docs/restore.md, and what waited leaves when a person allows it', async () => {
  const [state, copy, other] = [folder(), folder(), folder()]
  const first = await running(state)
  await first.start()
  const insists = await insisting(first)
  const kept = await people(insists, 1, 3)
  await insists.comesToRest()
  npmRun('restore', ['copy', copy], { JAABI_STATE: state })
  expect(existsSync(join(copy, 'keys.json'))).toBe(false)
  const [lost = ''] = await people(insists, 4, 1)
  await insists.answers(kept[0] ?? '', 'le forage marche')
  await insists.comesToRest()
  const left = await insists.left()
  await first.kill('SIGKILL')

  expect(npmRun('restore', ['from', copy], { JAABI_STATE: other })).toContain('Nothing is sent until')
  const second = await running(other)
  await expect(second.start()).rejects.toThrow('keys.json is missing')
  copyFileSync(join(state, 'keys.json'), join(other, 'keys.json'))
  expect(npmRun('recount', ['--repair'], { JAABI_STATE: other })).toContain('3 cases, 0 differences')
  await second.start()
  expect(second.output()).toContain('nothing is sent until somebody allows it')
  const again = await insisting(second)
  // The step that was lost is taken again, in the same words: the person has read them.
  await again.answers(kept[0] ?? '', 'le forage marche')
  await people(again, 4, 1)
  await again.comesToRest()
  expect(await again.left()).toEqual([])

  const list = join(other, 'left.json')
  const sms = left.map(({ to, message: text, messageId }) => ({ to, text, gatewayMessageId: messageId }))
  writeFileSync(list, JSON.stringify({ gateway: 'africastalking', sms }))
  const said: unknown = JSON.parse(npmRun('restore', ['left', list], { PORT: new URL(second.base).port }))
  expect(said).toMatchObject({ noted: 1, known: 3, lostReferences: [lost] })

  npmRun('restore', ['allow', 'Awa, coordination'], { JAABI_STATE: other })
  await again.comesToRest('PT5M')
  expect((await again.left()).map(({ to }) => to)).toEqual(['+22370000004'])
  expect(readFileSync(join(other, 'restored.json'), 'utf8')).toContain('Awa, coordination')
})

test('a folder that holds cases is never restored into, and what is no copy is named', async () => {
  const [state, copy] = [folder(), folder()]
  await expect(restoreState(copy, state)).rejects.toThrow(`${copy} is no copy`)
  writeFileSync(join(copy, 'copy.json'), JSON.stringify({ copiedAt: '2027-06-07T09:00:00.000Z' }))
  writeFileSync(join(copy, 'table.db'), '')
  writeFileSync(join(state, 'table.db'), '')
  await expect(restoreState(copy, state)).rejects.toThrow(`There are cases in ${state} already`)
  expect(maySendIn(state)).toBe(true)
  expect(() => {
    allowSends(state, 'Awa')
  }).toThrow('Nothing is held back')
})
