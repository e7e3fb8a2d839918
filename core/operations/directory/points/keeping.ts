import type { Viewer } from '../../../case/actor.ts'
import { type IntakePoint, mergedPoints, regionOf } from '../../../directory/points/intake-point.ts'
import type { IntakePoints } from '../../../ports/directory/intake-points.ts'
import type { Programme } from '../../programme.ts'
import { mayInDirectory } from '../rights.ts'

export interface KnowsPoints {
  programme: Programme
  points: IntakePoints
}

/** Every intake point there is, closed and hidden ones too. */
export const allPoints = async ({ programme, points }: KnowsPoints, sure?: boolean): Promise<IntakePoint[]> =>
  mergedPoints(programme.intakePoints, (await points.read(sure)).points)

/** A regional cluster keeps what stands in its region; whoever triages for all, and the administration, every point. */
export function keepsPoint(viewer: Viewer, point: Pick<IntakePoint, 'place'>, { gazetteer }: Programme): boolean {
  if (!mayInDirectory(viewer, 'points')) return false
  return viewer.role !== 'regional-cluster' || (viewer.region !== null && regionOf(point, gazetteer) === viewer.region)
}

/** What this person keeps; null for whoever keeps none. */
export const keptPoints = async (viewer: Viewer, needs: KnowsPoints): Promise<IntakePoint[] | null> =>
  mayInDirectory(viewer, 'points')
    ? (await allPoints(needs)).filter((point) => keepsPoint(viewer, point, needs.programme))
    : null
