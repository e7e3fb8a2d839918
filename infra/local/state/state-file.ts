import { appendFileSync, existsSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs'

/** What a person must put right before Jaabi can start; the message says so in one sentence. */
export class StartError extends Error {
  override name = 'StartError'
}

/** What `read` makes of the file, or undefined where there is none. Throws StartError, naming the file, when it is not as Jaabi wrote it. */
export function readState<T>(file: string, read: (text: string) => T): T | undefined {
  if (!existsSync(file)) return undefined
  try {
    return read(readFileSync(file, 'utf8'))
  } catch {
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
