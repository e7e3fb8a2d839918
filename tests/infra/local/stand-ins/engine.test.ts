import { DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEngine, type Engine } from '../../../../infra/local/stand-ins/engine.ts'
import { engineConfig } from '../../../support/engine.ts'
import { createTable } from '../../../support/create-table.ts'

let folder: string
let running: Engine[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jaabi-engine-'))
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((engine) => engine.stop()))
  rmSync(folder, { recursive: true })
})

async function start(options?: Parameters<typeof startEngine>[0]): Promise<Engine> {
  const engine = await startEngine(options)
  running.push(engine)
  return engine
}

function alive(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
  } catch {
    return false
  }
}

test('each engine in memory is fresh and its own', async () => {
  const [one, two] = await Promise.all([start(), start()])
  await createTable(new DynamoDBClient(engineConfig(one.endpoint)), 'cases')

  const tables = await new DynamoDBClient(engineConfig(two.endpoint)).send(new ListTablesCommand({}))

  expect(tables.TableNames).toEqual([])
})

test('what was acknowledged is there after the engine is killed and started again', async () => {
  const dbPath = join(folder, 'state.db')
  const first = await start({ dbPath })
  const client = new DynamoDBClient(engineConfig(first.endpoint))
  await createTable(client, 'cases')
  await client.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: 'ml#4829137996' } } }))

  process.kill(first.pid, 'SIGKILL')
  await first.exited
  const second = await start({ dbPath })

  const found = await new DynamoDBClient(engineConfig(second.endpoint)).send(
    new GetItemCommand({ TableName: 'cases', Key: { pk: { S: 'ml#4829137996' } } }),
  )
  expect(found.Item).toEqual({ pk: { S: 'ml#4829137996' } })
})

test('an engine stopped in order leaves no process and no pid file', async () => {
  const pidFile = join(folder, 'engine.pid')
  const engine = await startEngine({ dbPath: join(folder, 'state.db'), pidFile })
  expect(existsSync(pidFile)).toBe(true)

  await engine.stop()

  expect(alive(engine.pid)).toBe(false)
  expect(existsSync(pidFile)).toBe(false)
})

/** Starts an engine in a process of its own and kills that process with -9. Answers the engine's pid. */
async function engineOfKilledParent(dbPath: string, pidFile: string): Promise<number> {
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `const { startEngine } = await import(${JSON.stringify(resolve('infra/local/stand-ins/engine.ts'))})
     const engine = await startEngine(${JSON.stringify({ dbPath, pidFile })})
     console.log(engine.pid)
     setInterval(() => {}, 1000)`,
  ])
  const pid = await new Promise<number>((done) => {
    parent.stdout.once('data', (line: Buffer) => {
      done(Number(line.toString()))
    })
  })
  const ended = new Promise((done) => parent.once('exit', done))
  parent.kill('SIGKILL')
  await ended
  return pid
}

test.runIf(existsSync('/usr/bin/setpriv'))('an engine dies with a parent killed by -9', async () => {
  const pid = await engineOfKilledParent(join(folder, 'state.db'), join(folder, 'engine.pid'))

  await expect.poll(() => alive(pid)).toBe(false)
})

test('an engine that outlived its parent is ended by the next start on the same file, and only then', async () => {
  const dbPath = join(folder, 'state.db')
  const pidFile = join(folder, 'engine.pid')
  const orphan = await start({ dbPath })
  // The parent that the file names is gone: nobody's parent is process 4194304, above the kernel's highest.
  writeFileSync(pidFile, JSON.stringify({ engine: orphan.pid, parent: 4_194_304 }))

  await start({ dbPath: join(folder, 'other.db'), pidFile })
  expect(alive(orphan.pid)).toBe(true)

  writeFileSync(pidFile, JSON.stringify({ engine: orphan.pid, parent: 4_194_304 }))
  await start({ dbPath, pidFile })
  expect(alive(orphan.pid)).toBe(false)
})

test('an engine whose parent is alive is not taken from it', async () => {
  const dbPath = join(folder, 'state.db')
  const pidFile = join(folder, 'engine.pid')
  const first = await start({ dbPath, pidFile })

  await expect(startEngine({ dbPath, pidFile })).rejects.toThrow('in use')

  expect(alive(first.pid)).toBe(true)
})

test('a pid file that names another program, or nonsense, ends nothing', async () => {
  const pidFile = join(folder, 'engine.pid')
  const bystander = spawn('sleep', ['30'])
  for (const content of [JSON.stringify({ engine: bystander.pid, parent: 1 }), '{"engine":', '']) {
    writeFileSync(pidFile, content)
    await (await startEngine({ dbPath: join(folder, 'state.db'), pidFile })).stop()
  }

  expect(alive(bystander.pid ?? 0)).toBe(true)
  bystander.kill()
})

test('a taken port is a clear error', async () => {
  const first = await start()

  await expect(startEngine({ port: Number(new URL(first.endpoint).port) })).rejects.toThrow('already in use')
})
