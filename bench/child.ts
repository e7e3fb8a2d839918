import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A process of the bench's own, ended with it. */
export interface Child<Told> {
  /** Sends a message, if there is one, and waits for the next that comes. Throws when the process ends instead. */
  ask: (message?: object) => Promise<Told>
  stop: () => void
}

export function child<Told>(file: string, args: readonly string[] = [], execArgv: string[] = []): Child<Told> {
  const process: ChildProcess = fork(fileURLToPath(new URL(file, import.meta.url)), [...args], { execArgv })
  return {
    ask: (message) =>
      new Promise((done, fail) => {
        const ended = () => {
          fail(new Error(`${file} ended`))
        }
        process.once('exit', ended)
        process.once('message', (told) => {
          process.off('exit', ended)
          done(told as Told)
        })
        if (message) process.send(message)
      }),
    stop: () => {
      process.disconnect()
    },
  }
}
