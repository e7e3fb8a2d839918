import { expect, test } from 'vitest'
import { dynamoDirectory } from '../../../../adapters/dynamodb/directory/directory-store.ts'
import { newMember } from '../../../../core/directory/member.ts'
import { putMember } from '../../../../infra/local/people.ts'
import { freshEngine, tables, watch } from '../../../support/stored-cases.ts'

const { client } = await freshEngine()
const languages = [{ code: 'sv', standIn: null, on: [] }] as const
const directory = dynamoDirectory({ client, tables, programme: 'ml', languages })

test('a role taken away is gone at the next request, and what else is known stays', async () => {
  const person = newMember({ id: 'p1', name: 'Test', role: 'protection', languages: ['bm'] })
  await directory.write({ person: { version: null, member: person }, audit: [] })
  expect(await directory.member('p1')).toEqual(person)

  await putMember(directory, { id: 'p1', name: 'Test', role: 'protection', active: false })
  expect(await directory.member('p1')).toEqual({ ...person, active: false, version: 2 })
  expect(await directory.member('p2')).toBeNull()
})

test('what is asked in one breath is read in one call, and each gets their own', async () => {
  const person = newMember({ id: 'p9', name: 'Test', role: 'relay' })
  await directory.write({ person: { version: null, member: person }, audit: [] })
  const sent = watch(client)

  const [first, again, nobody, overlay] = await Promise.all([
    directory.member('p9'),
    directory.member('p9'),
    directory.member('p10'),
    directory.overlay(),
  ])
  expect([first, again, nobody, overlay]).toEqual([person, person, null, { version: 0, organisations: [] }])
  expect(await directory.member('p9')).toEqual(person)
  expect(sent.map(({ name }) => name)).toEqual(['BatchGetItemCommand', 'GetItemCommand'])
})

test('of two who write on the same version the second is told', async () => {
  const person = newMember({ id: 'p3', name: 'Test', role: 'relay' })
  await directory.write({ person: { version: null, member: person }, audit: [] })
  const next = { person: { version: 1, member: { ...person, version: 2 } }, audit: [] }
  expect(await directory.write(next)).toBe('done')
  expect(await directory.write(next)).toBe('conflict')
  expect(await directory.write({ person: { version: null, member: person }, audit: [] })).toBe('conflict')
})

test('the number of whoever answers for an organisation is kept, and taken away', async () => {
  const organisation = 'ong-sante-gao'
  expect(await directory.responsible(organisation)).toBeNull()
  await directory.write({ responsible: { organisation, sealedPhone: 'sealed' }, audit: [] })
  expect(await directory.responsible(organisation)).toBe('sealed')
  expect(await directory.withResponsible()).toEqual(new Set([organisation]))
  await directory.write({ responsible: { organisation, sealedPhone: null }, audit: [] })
  expect(await directory.responsible(organisation)).toBeNull()
})

test('people stand in the order of the programme’s first language', async () => {
  for (const [id, name] of [
    ['p5', 'Öst'],
    ['p6', 'Zorn'],
    ['p7', 'Ali'],
  ] as const)
    await directory.write({ person: { version: null, member: newMember({ id, name, role: 'partner' }) }, audit: [] })
  const own = (await directory.members()).map(({ name }) => name).filter((name) => name !== 'Test')
  expect(own).toEqual(['Ali', 'Zorn', 'Öst'])
})

test('a number corrected while an SMS of invitation is called for stays corrected', async () => {
  const first = { id: 'invited-1', sealedPhone: 'old', phoneKey: 'old', sealedMail: null, sent: 0, sentAt: null }
  const write = (before: typeof first | null, after: typeof first) =>
    directory.write({ invitation: { before, after, at: '2027-06-07T09:00:00.000Z' }, audit: [] })
  await write(null, first)
  const corrected = { ...first, sealedPhone: 'new', phoneKey: 'new' }
  expect(await write(first, corrected)).toBe('done')
  expect(await write(first, { ...first, sent: 1 })).toBe('conflict')
  expect(await directory.invitation('invited-1')).toEqual(corrected)
  expect(await write(corrected, { ...corrected, sent: 1 })).toBe('done')
})
