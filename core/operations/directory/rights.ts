import type { Role, Viewer } from '../../case/actor.ts'

/** What one may do with the directory. */
export type DirectoryRight = 'read' | 'edit' | 'import' | 'points' | 'own-absence'

const rights: Record<DirectoryRight, readonly Role[]> = {
  read: ['administrator', 'focal-point', 'deputy'],
  edit: ['administrator'],
  import: ['administrator', 'focal-point', 'deputy'],
  // A regional cluster those of its own region (`points/keeping.ts`).
  points: ['administrator', 'focal-point', 'deputy', 'regional-cluster'],
  'own-absence': [
    'administrator',
    'focal-point',
    'deputy',
    'regional-cluster',
    'coordinator',
    'protection',
    'integrity',
  ],
}

/** Who stands in for somebody does so with cases: the directory is theirs only as far as it is their own. */
export const mayInDirectory = (
  { role, standsFor }: Pick<Viewer, 'role' | 'standsFor'>,
  right: DirectoryRight,
): boolean => rights[right].includes(standsFor?.ownRole ?? role) && (right !== 'own-absence' || standsFor === undefined)
