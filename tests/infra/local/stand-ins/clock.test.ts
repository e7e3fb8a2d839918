import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ClockGoesBackError, comingMonday, localClock } from '../../../../infra/local/stand-ins/clock.ts'

let folder: string
let file: string
let machineAt: string
const machine = () => new Date(machineAt)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jaabi-clock-'))
  file = join(folder, 'clock.json')
  machineAt = '2026-11-22T14:30:00.000Z'
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test.each([
  ['2026-11-22T23:59:59.999Z', '2026-11-23T09:00:00.000Z', 'a Sunday'],
  ['2026-11-23T00:00:00.000Z', '2026-11-23T09:00:00.000Z', 'a Monday'],
  ['2026-11-24T08:00:00.000Z', '2026-11-30T09:00:00.000Z', 'a Tuesday'],
  ['2026-12-31T12:00:00.000Z', '2027-01-04T09:00:00.000Z', 'the last day of a year'],
])('seen from %s the working week begins at %s (%s)', (from, monday) => {
  expect(comingMonday(new Date(from)).toISOString()).toBe(monday)
})

test('a new state folder starts on a Monday at nine and then ticks with the machine', () => {
  const clock = localClock({ file, machine })
  expect(clock.nowAt()).toBe('2026-11-23T09:00:00.000Z')

  machineAt = '2026-11-22T14:31:30.500Z'

  expect(clock.nowAt()).toBe('2026-11-23T09:01:30.500Z')
  expect(clock.now()).toEqual(new Date('2026-11-23T09:01:30.500Z'))
})

test('a moved clock survives a restart, and the time the machine was off has passed', () => {
  localClock({ file, machine, startAt: '2027-06-07T09:00:00.000Z' }).set('2027-06-08T11:00:00.000Z')
  machineAt = '2026-11-22T15:30:00.000Z'

  const clock = localClock({ file, machine, startAt: '2027-06-07T09:00:00.000Z' })

  expect(clock.nowAt()).toBe('2027-06-08T12:00:00.000Z')
})

test('it goes back only when allowed, and a refused move changes nothing', () => {
  const clock = localClock({ file, machine, startAt: '2027-06-07T09:00:00.000Z' })

  expect(() => {
    clock.set('2027-06-07T08:59:59.999Z')
  }).toThrow(ClockGoesBackError)
  expect(clock.nowAt()).toBe('2027-06-07T09:00:00.000Z')

  clock.set('2027-06-01T09:00:00.000Z', { mayGoBack: true })
  expect(clock.nowAt()).toBe('2027-06-01T09:00:00.000Z')
})

test('what is no instant is refused', () => {
  const clock = localClock({ file, machine })

  expect(() => {
    clock.set('tomorrow')
  }).toThrow(RangeError)
  expect(clock.nowAt()).toBe('2026-11-23T09:00:00.000Z')
})
