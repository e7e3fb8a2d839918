import type { Hono } from 'hono'
import type { Viewer } from '../../../core/case/actor.ts'
import type { Lane } from '../../../core/case/level.ts'
import type { ReadingNeeds } from '../../../core/operations/needs.ts'
import type { DirectoryStore } from '../../../core/ports/directory/directory.ts'
import type { FiguresStore } from '../../../core/ports/figures/figures.ts'
import type { StoredCase } from '../../../core/ports/cases.ts'
import type { PracticeMark } from '../../../web/console/layout.ts'
import type { Here } from '../../../web/console/frame/when.ts'
import type { ConsoleTexts } from '../../../web/console/texts.ts'
import type { StaffServices } from '../../wiring/services.ts'
import type { ConsoleBase } from '../../../web/console/frame/door.ts'
import type { Html } from '../../../web/html.ts'

/** What every page of the console is told about whoever looks at it. */
export interface ConsoleEnv {
  Variables: {
    viewer: Viewer
    /** As the directory has it. */
    name: string
    texts: ConsoleTexts
    /** In every form, and checked on every POST. */
    csrf: string
    /** When the page is drawn, where the staff are. */
    at: Here
    /** On pages of practice only. */
    practice?: PracticeMark
  }
}

/**
 * The same pages behind three doors: `/console` for all, `/console/protection` for the protection pair's own function, and
 * `/console/exercice` for whoever practises on made-up cases.
 */
export interface Door {
  base: ConsoleBase
  opens: (lane: Lane) => boolean
  admits: (viewer: Viewer) => boolean
}

export interface ConsoleScene {
  services: StaffServices
  door: Door
  /** Null where nothing is counted: practice never reaches figures. */
  figures: FiguresStore | null
  /** Where a search is noted; null where nobody's cases are searched. */
  journal: Pick<DirectoryStore, 'write'> | null
  /** What stands above a case besides. Practice shows there what the person would have got. */
  aboveCase?: (
    stored: StoredCase,
    scene: { needs: ReadingNeeds; texts: ConsoleTexts; justDone: boolean },
  ) => Promise<Html>
}

/** Adds the routes of one section; each file of this folder exports one. They call the operations of the staff routes and hold no rule. */
export type Section = (app: Hono<ConsoleEnv>, scene: ConsoleScene) => void
