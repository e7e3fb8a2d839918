import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { receivers } from '../../../adapters/gateways/receivers.ts'
import { gatewaysOf, senders } from '../../../adapters/gateways/senders.ts'
import { gatewaysIn } from '../../../core/notices/gateway.ts'
import { localAccounts, localGateways } from '../../../infra/local/stand-ins/fake-gateway.ts'
import { mali } from '../../../programme/mali.ts'

const folders = readdirSync('adapters/gateways', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const namesOf = (list: readonly { name: string }[]) => list.map(({ name }) => name)

test('each folder is on a list under its own name, once; nothing else is', () => {
  for (const list of [receivers, senders]) expect(new Set(namesOf(list)).size).toBe(list.length)
  expect([...new Set([...namesOf(receivers), ...namesOf(senders)])].sort()).toEqual(folders.sort())
})

test('a name can stand in an address', () => {
  for (const name of folders) expect(name).toMatch(/^[a-z][a-z0-9-]*$/)
})

test('whom the programme chooses can send', () => {
  expect(namesOf(senders)).toEqual(expect.arrayContaining(gatewaysIn(mali.gateways)))
})

describe('accounts', () => {
  const account = { username: 'minka', apiKey: 'secret', senderId: null }

  test('make the gateways they are of, and no other', () => {
    expect([...gatewaysOf({ africastalking: account }, 1_000).keys()]).toEqual(['africastalking'])
    expect([...gatewaysOf({ none: 'placeholder' }, 1_000).keys()]).toEqual([])
  })

  test.each([
    ['without a key', { username: 'minka', senderId: null }],
    ['with a name mistyped', { ...account, senderID: 'JAABI' }],
    ['of another shape', 'secret'],
  ])('%s are refused, and the error quotes nothing', (_, wrong) => {
    const connect = () => gatewaysOf({ africastalking: wrong }, 1_000)
    expect(connect).toThrow()
    expect(connect).not.toThrow(/minka|secret/)
  })

  test('of this machine are for the one that carries its SMS', () => {
    const local = gatewaysOf(localAccounts('http://127.0.0.1:8080'), 1_000)
    expect([...local.keys()]).toEqual(gatewaysIn(localGateways))
    // Gateways with fields of any name are read here as where it deploys.
    expect(localGateways.fields).toEqual(mali.gateways.fields)
  })
})
