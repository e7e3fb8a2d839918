import type { Viewer } from '../../../core/case/actor.ts'
import type { ReadingNeeds } from '../../../core/operations/needs.ts'
import type { IntakePoints } from '../../../core/ports/directory/intake-points.ts'
import type { DirectoryStore } from '../../../core/ports/directory/directory.ts'
import type { CaseWords } from '../../../web/console/case/words.ts'
import type { InList } from '../../../web/console/frame/inbox-choice.ts'
import type { Door } from '../frame/scene.ts'

/** Everything a case is shown with. */
export interface CaseScene {
  viewer: Viewer
  needs: ReadingNeeds
  directory: Pick<DirectoryStore, 'member' | 'members' | 'presence'>
  points: IntakePoints
  door: Door
  texts: CaseWords
  csrf: string
  /** The list the case was opened from. */
  inList: InList
}
