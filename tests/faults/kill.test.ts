import { test } from 'vitest'
import { survives } from '../support/faults/killing.ts'

test.each([
  ['the whole process', 50],
  ['the engine alone', 10],
] as const)(
  '%s killed at %i random moments: nothing acknowledged is lost, nobody is told twice but where it is marked',
  async (what, kills) => {
    await survives(what, kills)
  },
)
