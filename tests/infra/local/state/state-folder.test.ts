import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fileVault } from '../../../../adapters/vault/file-vault.ts'
import { freePort } from '../../../../infra/local/free-port.ts'
import { startJaabi } from '../../../../infra/local/jaabi.ts'
import { portIn } from '../../../../infra/local/port.ts'
import { openState } from '../../../../infra/local/state/state-folder.ts'
import { appendLine, orSay, readLines, StartError } from '../../../../infra/local/state/state-file.ts'
import { streamPositions } from '../../../../infra/local/stream/stream-positions.ts'

let folder: string
const inFolder = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jaabi-state-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const startSaying = async (sentence: string) => {
  const error = await startJaabi({ port: await freePort(), state: folder }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StartError)
  expect(String(error)).toContain(sentence)
}

describe('a start that cannot be is one clear sentence', () => {
  test.each([
    ['keys.json', '{"general":[{"id":"gen'],
    ['state.json', '{"form'],
    ['clock.json', '{"offset'],
    ['sign-in.json', '{"kty":"EC"}'],
    ['gateway-token', ''],
    ['sign-in-cookies', 'abc\n'],
    ['sms.jsonl', '{"sms":{"to":"+22\n{"mode":"ok"}\n'],
    ['topics.jsonl', 'not json\n'],
  ])('half of %s is named', async (name, half) => {
    writeFileSync(inFolder(name), half, { mode: 0o600 })
    await startSaying(inFolder(name))
    expect(readFileSync(inFolder(name), 'utf8')).toBe(half)
  })

  test.each([
    ['a file', '', 'EEXIST'],
    ['a folder in a file', '/inside', 'ENOTDIR'],
  ])('%s where the folder has to be is named', (_, inside, code) => {
    writeFileSync(inFolder('file'), 'kept')
    expect(() => {
      openState(inFolder(`file${inside}`))
    }).toThrow(
      new StartError(
        `“${inFolder(`file${inside}`)}” cannot be used (${code}): a file stands where a folder has to: choose another folder with JAABI_STATE.`,
      ),
    )
    expect(readFileSync(inFolder('file'), 'utf8')).toBe('kept')
  })

  test('a place where no folder can be made is named, at once', () => {
    expect(() => {
      openState('/proc/jaabi')
    }).toThrow('“/proc/jaabi” cannot be used (ENOENT): it cannot be made there: choose another folder with JAABI_STATE')
  })

  test.each([
    ['EROFS', 'nothing can be written there: choose another folder with JAABI_STATE.'],
    ['EACCES', 'this account may not: give it the right to, or choose another folder with JAABI_STATE.'],
    ['ENOSPC', 'the disk is full: make room.'],
  ])('a disk that answers %s is one sentence', (code, says) => {
    const refused = Object.assign(new Error(code), { code, syscall: 'mkdir' })
    expect(() =>
      orSay('/media/usb', () => {
        throw refused
      }),
    ).toThrow(new StartError(`“/media/usb” cannot be used (${code}): ${says}`))
  })

  test('no folder at all, and a folder where a file has to be, are named', async () => {
    expect(() => {
      openState('')
    }).toThrow('“” cannot be used (ENOENT)')
    mkdirSync(inFolder('clock.json'))
    await startSaying(`“${inFolder('clock.json')}” cannot be used (EISDIR)`)
  })

  test('a key file that others can read is whole: what to do is said, and nothing about a copy', async () => {
    openState(folder)
    chmodSync(inFolder('keys.json'), 0o644)
    const before = readFileSync(inFolder('keys.json'), 'utf8')
    await startSaying(`${inFolder('keys.json')}: the key file can be read by others: chmod 600.`)
    expect(readFileSync(inFolder('keys.json'), 'utf8')).toBe(before)
  })

  test.each(['{}', 'null', '{"format":"two","keys":[]}'])(
    'a marker that says nothing, such as %s, is named',
    async (text) => {
      writeFileSync(inFolder('state.json'), text)
      await startSaying(inFolder('state.json'))
    },
  )

  test('half of the stream’s position is named', () => {
    writeFileSync(inFolder('stream.json'), '{"streamArn":"arn')
    expect(() => streamPositions('arn', inFolder('stream.json'))).toThrow(inFolder('stream.json'))
  })

  test('a folder of a newer program is not touched', async () => {
    openState(folder)
    const newer = JSON.stringify({ format: 2, keys: [], more: true })
    writeFileSync(inFolder('state.json'), newer)
    await startSaying('newer Jaabi (format 2, this one reads up to 1)')
    expect(readFileSync(inFolder('state.json'), 'utf8')).toBe(newer)
  })

  test.each(['', 'abc', '0', '65536', '80.5', '-1'])('“%s” is no port', (text) => {
    expect(() => portIn(text)).toThrow('give a number from 1 to 65535')
  })
})

describe('the keys under which words are sealed', () => {
  test('are never made anew beside words sealed under others', async () => {
    openState(folder)
    writeFileSync(inFolder('table.db'), '')
    rmSync(inFolder('keys.json'))
    await startSaying(`${inFolder('keys.json')} is missing`)
    expect(existsSync(inFolder('keys.json'))).toBe(false)
  })

  test('are not taken from another folder', async () => {
    openState(folder)
    const other = mkdtempSync(join(tmpdir(), 'jaabi-state-'))
    openState(other)
    copyFileSync(join(other, 'keys.json'), inFolder('keys.json'))
    rmSync(other, { recursive: true })
    await startSaying('is not the one under which')
  })

  test('may be joined by newer ones, and then those must be there too', async () => {
    openState(folder)
    const sealed = await fileVault({ path: inFolder('keys.json'), mayOpen: [] }).seal('general', 'case#1', 'le puits')
    const keys = JSON.parse(readFileSync(inFolder('keys.json'), 'utf8')) as Record<
      string,
      { id: string; key: string }[]
    >
    const joined = {
      ...keys,
      general: [{ id: 'general-newer', key: keys['protection']?.[0]?.key }, ...(keys['general'] ?? [])],
    }
    writeFileSync(inFolder('keys.json'), JSON.stringify(joined))
    openState(folder)
    await expect(
      fileVault({ path: inFolder('keys.json'), mayOpen: ['general'] }).open('general', 'case#1', sealed),
    ).resolves.toBe('le puits')

    writeFileSync(inFolder('keys.json'), JSON.stringify(keys))
    expect(() => {
      openState(folder)
    }).toThrow('is not the one under which')
  })
})

describe('a disk that is full', () => {
  test('leaves no half line before the next one', () => {
    const file = inFolder('lines.jsonl')
    appendLine(file, { n: 1 })
    appendFileSync(file, '{"n":')
    expect(readLines(file, (line) => line)).toEqual([{ n: 1 }])
    appendLine(file, { n: 2 })
    expect(readLines(file, (line) => line)).toEqual([{ n: 1 }, { n: 2 }])
  })

  test('stops no reading of the stream: how far it is waits in memory, and is kept when there is room', () => {
    const file = inFolder('missing/stream.json')
    const troubles: unknown[] = []
    const positions = streamPositions('arn', file, (error) => troubles.push(error))
    positions.move('one', 5n)
    expect(positions.of('one')).toBe(5n)
    expect(troubles).toHaveLength(1)
  })
})
