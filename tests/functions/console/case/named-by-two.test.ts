import { expect, test } from 'vitest'
import { withJaabi } from '../../../support/functions/services.ts'
import { doorsOf } from '../../../support/functions/staff-doors.ts'
import { atCase, filed } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const facility = 'organisation:cscom-ansongo'
const moussa = 'person:moussa'
const reason = 'erreur de ma part'

/** A case that names a health centre and one person, at the desk of a focal point, with a deputy beside. */
async function naming() {
  const jaabi = await newJaabi()
  await jaabi.person('moussa', { role: 'regional-cluster', region: 'gao', name: 'Moussa D.' })
  const reference = await filed(jaabi)
  const of = async (id: string, role: 'focal-point' | 'deputy') =>
    atCase(await seatOf(jaabi, await jaabi.person(id, { role })), reference)
  const desk = await of('awa', 'focal-point')
  await desk.does('assess', { level: 'N1', named: facility, namedPerson: 'moussa' })
  const named = async () => (await jaabi.caseOf(reference)).named.toSorted()
  expect(await named()).toEqual([facility, moussa])
  return { jaabi, reference, desk, second: await of('issa', 'deputy'), named }
}

test('taking a name off waits for a second person, with a reason; until then who is named stays shut out', async () => {
  const { desk, second, named, jaabi, reference } = await naming()
  const before = await desk.open()
  expect(before.text).toContain('Retirer quelqu’un des mis en cause attend une seconde personne')
  const form = { level: 'N1', named: moussa, namedPerson: '' }
  expect((await desk.send('assess', form)).text).toContain('Il faut un motif')
  const proposed = await desk.does('assess', { ...form, reason })
  expect(proposed.text).toMatch(/ne plus mettre en cause CSCom d’Ansongo.* Rien ne change avant sa confirmation/)
  expect(proposed.page).not.toContain('id="geste-confirm"')
  expect(await named()).toEqual([facility, moussa])
  expect((await jaabi.caseOf(reference)).proposed).toMatchObject({ dropped: [facility] })

  const seen = await second.open()
  // The reason stands under what it explains.
  expect(seen.text).toMatch(/ne plus mettre en cause CSCom d’Ansongo \(exemple\) erreur de ma part/)
  expect(seen.text).toMatch(/propose de ne plus mettre en cause : CSCom d’Ansongo/)
  expect(seen.text).not.toContain('propose de baisser le niveau')
  await second.does('confirm')
  expect(await named()).toEqual([moussa])
})

test('everything else in the same form holds at once: a higher level does not wait for a name', async () => {
  const { desk, named, jaabi, reference } = await naming()
  await desk.send('assess', { level: 'S1', category: 'INT-ARGENT', named: 'region:gao', namedPerson: '', reason })
  expect(await jaabi.caseOf(reference)).toMatchObject({ level: 'S1', proposed: { dropped: [facility, moussa] } })
  expect(await named()).toEqual([facility, moussa, 'region:gao'])
})

test('naming somebody more is free, and the form keeps who is named, a person too', async () => {
  const { desk, named, jaabi, reference } = await naming()
  const { page } = await desk.open()
  const box = /<input\s[^>]*value="person:moussa"[^>]*\/><span>([^<]*)</.exec(page)
  expect([box?.[0].includes('checked'), box?.[1]]).toEqual([true, 'Moussa D.'])
  const api = await doorsOf(jaabi)
  const more = { level: 'N1', named: [facility, moussa, 'region:mopti'] }
  expect((await api.takes('focal-point', reference, 'assess', more)).status).toBe(200)
  expect(await named()).toEqual([facility, moussa, 'region:mopti'])
  // Who says nothing of names takes none off.
  await api.takes('focal-point', reference, 'assess', { level: 'N2' })
  expect(await named()).toEqual([facility, moussa, 'region:mopti'])
  expect((await jaabi.caseOf(reference)).proposed).toBeNull()
})

test('a case is assigned to nobody it names, and leaves who is named once they have it', async () => {
  const { jaabi, reference } = await naming()
  const { takes } = await doorsOf(jaabi)
  const assign = (person: string) =>
    takes('focal-point', reference, 'assign', { organisation: 'ong-sante-gao', person })
  expect(await assign('moussa')).toMatchObject({ status: 409, json: { why: 'person-named' } })
  expect((await assign('fanta')).status).toBe(200)
  await takes('focal-point', reference, 'assess', { level: 'N1', named: [facility, moussa, 'person:fanta'] })
  expect(await jaabi.caseOf(reference)).toMatchObject({ organisation: null, assignedPerson: null, status: 'assessed' })
})
