import type { ClusterMap } from '../core/places/gazetteer.ts'

/** A regional health cluster; all other places are served by the national level. */
interface Cluster {
  id: string
  name: string
  /** Where its team is told (SNS topic). */
  topic: string
  /** The places it serves, with all that lies inside, per code system (`ML09` differs between them). */
  codes: ClusterMap[number]['codes']
}

/**
 * The six regional clusters. Which of the regions of 2023 each serves (Mopti: Bandiagara and Douentza; Ségou: San;
 * Tombouctou: Taoudénit) is a proposal that waits for the coordinator's yes. In 2015 Ménaka was a cercle of Gao.
 */
export const clusters: readonly Cluster[] = [
  cluster('gao', 'Gao', { 'cod-2021': ['ML07'], 'cod-2015': ['ML07'], 'reform-2023': ['ML07'] }),
  cluster('kidal', 'Kidal', { 'cod-2021': ['ML08'], 'cod-2015': ['ML08'], 'reform-2023': ['ML08'] }),
  cluster('menaka', 'Ménaka', { 'cod-2021': ['ML10'], 'cod-2015': ['ML0704'], 'reform-2023': ['ML10'] }),
  cluster('mopti', 'Mopti', { 'cod-2021': ['ML05'], 'cod-2015': ['ML05'], 'reform-2023': ['ML05', 'ML18', 'ML19'] }),
  cluster('segou', 'Ségou', { 'cod-2021': ['ML04'], 'cod-2015': ['ML04'], 'reform-2023': ['ML04', 'ML17'] }),
  cluster('tombouctou', 'Tombouctou', { 'cod-2021': ['ML06'], 'cod-2015': ['ML06'], 'reform-2023': ['ML06', 'ML09'] }),
]

function cluster(id: string, name: string, codes: Cluster['codes']): Cluster {
  return { id, name, topic: `regional-${id}`, codes }
}
