import { fill, inWords, texts } from './dom.ts'
import { json } from './server.ts'
import type { ProgrammeLists } from '../texts.ts'

let known: ProgrammeLists = { organisations: [], categories: [], clusters: [], places: [] }

/** Organisations, categories, clusters and places of the programme on this machine. */
export const lists = (): ProgrammeLists => known

export async function hearLists(): Promise<void> {
  if (known.categories.length > 0) return
  const { status, data } = await json('GET', '/local/programme')
  if (status === 200) known = data as ProgrammeLists
}

export const organisationName = (id: string): string => known.organisations.find((one) => one.id === id)?.name ?? id
const clusterName = (id: string): string => known.clusters.find((one) => one.id === id)?.name ?? id

/** `region:gao` → « Cluster Gao »; `organisation:…` → its name. */
export function ownerName(owner: string): string {
  const [kind = '', id] = owner.split(':')
  if (id === undefined) return inWords(texts.codes.owners, owner)
  return kind === 'organisation'
    ? organisationName(id)
    : fill(texts.codes.owners['region'] ?? id, { name: clusterName(id) })
}

export function topicName(topic: string): string {
  const cluster = known.clusters.find((one) => one.topic === topic)
  return cluster ? fill(texts.topics.cluster, { name: cluster.name }) : inWords(texts.topics.names, topic)
}

/** The regional cluster of a place: of the place itself, or of what it lies in (a P-code begins with its parent's). */
export function regionOf(place: { system: string; code: string } | null): string | null {
  const around = known.places.filter(({ system, code }) => system === place?.system && place.code.startsWith(code))
  return around.sort((a, b) => b.code.length - a.code.length)[0]?.region ?? null
}
