import { StartError } from './state/state-file.ts'

/** The port that was asked for. Throws StartError for what is no port. */
export function portIn(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new StartError(`PORT is “${text}”: give a number from 1 to 65535, such as PORT=8080.`)
  return port
}
