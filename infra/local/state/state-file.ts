import { appendFileSync, existsSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs'

/** What a person must put right before Jaabi can start; the message says so in one sentence. */
export class StartError extends Error {
  override name = 'StartError'
}

/** What a file system refuses, such as EACCES. */
const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null

const whatToDo: Partial<Record<string, string>> = {
  EACCES: 'this account may not: give it the right to, or choose another folder with JAABI_STATE',
  EPERM: 'this account may not: give it the right to, or choose another folder with JAABI_STATE',
  EROFS: 'nothing can be written there: choose another folder with JAABI_STATE',
  EEXIST: 'a file stands where a folder has to: choose another folder with JAABI_STATE',
  ENOTDIR: 'a file stands where a folder has to: choose another folder with JAABI_STATE',
  EISDIR: 'a folder stands where a file has to: move it away',
  ENOENT: 'it cannot be made there: choose another folder with JAABI_STATE, such as JAABI_STATE=.jaabi',
  ENOSPC: 'the disk is full: make room',
}

/** Does something with a file or folder; what the file system refuses is said in one sentence, as a StartError. */
export function orSay<T>(file: string, doing: () => T): T {
  try {
    return doing()
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    throw new StartError(
      `“${file}” cannot be used (${code}): ${whatToDo[code] ?? 'look at its disk, or choose another folder with JAABI_STATE'}.`,
    )
  }
}

/** What `read` makes of the file, or undefined where there is none. Throws StartError, naming the file, when it is not as Jaabi wrote it. */
export function readState<T>(file: string, read: (text: string) => T): T | undefined {
  if (!existsSync(file)) return undefined
  const text = orSay(file, () => readFileSync(file, 'utf8'))
  try {
    return read(text)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`${file} is not as Jaabi wrote it: put back a copy of it, or move it away if none is left.`)
  }
}

/** Replaced whole, so that a kill leaves the old or the new one. */
export function writeState(file: string, text: string, mode?: number): void {
  writeFileSync(`${file}.new`, text, mode === undefined ? {} : { mode })
  renameSync(`${file}.new`, file)
}

/**
 * One value a line. A last line cut short (a power cut, a full disk) was never acknowledged: it is cut off, or the next one
 * would be glued to it. Throws StartError, naming the file, when another line is not as Jaabi wrote it.
 */
export function readLines<T>(file: string, read: (line: unknown) => T): T[] {
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1)
  if (whole.length < bytes.length) truncateSync(file, whole.length)
  const lines = whole.toString().split('\n').slice(0, -1)
  return lines.map((line, at) => {
    try {
      return read(JSON.parse(line))
    } catch {
      throw new StartError(
        `${file}, line ${at + 1}, is not as Jaabi wrote it: put back a copy of the file, or take that line out.`,
      )
    }
  })
}

/** Appends the value as one line, or throws and leaves the file as it was. */
export function appendLine(file: string, value: unknown): void {
  const size = existsSync(file) ? statSync(file).size : 0
  try {
    appendFileSync(file, `${JSON.stringify(value)}\n`)
  } catch (error) {
    if (existsSync(file)) truncateSync(file, size)
    throw error
  }
}
