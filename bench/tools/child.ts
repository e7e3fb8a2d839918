import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A process of the bench's own, ended with it. */
export interface Child<Told> {
  /** Sends a message, if there is one, and waits for the next that comes. Throws when the process ends instead. */
  ask: (message?: object) => Promise<Told>
  stop: () => void
}

export function child<Told>(file: string, args: readonly string[] = []): Child<Told> {
  const forked: ChildProcess = fork(fileURLToPath(new URL(file, import.meta.url)), [...args])
  return {
    ask: (message) =>
      new Promise((done, fail) => {
        const ended = () => {
          fail(new Error(`${file} ended`))
        }
        forked.once('exit', ended)
        forked.once('message', (told) => {
          forked.off('exit', ended)
          done(told as Told)
        })
        if (message) forked.send(message)
      }),
    stop: () => {
      forked.disconnect()
    },
  }
}
