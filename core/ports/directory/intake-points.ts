import type { IntakePoint } from '../../directory/points/intake-point.ts'

/** Points the register added to those the programme ships with, or changed: whole, by code. */
export interface PointTable {
  /** 0 before anything was written. */
  version: number
  points: readonly IntakePoint[]
}

/** The register of intake points, in one item; written with the directory (`DirectoryWrite`), so that each change leaves its line. */
export interface IntakePoints {
  /** Not `sure`: perhaps as it was a moment ago. */
  read(sure?: boolean): Promise<PointTable>
}
