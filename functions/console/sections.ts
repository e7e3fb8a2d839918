import { callsRoutes } from './calls/routes.ts'
import { careRoutes } from './care/routes.ts'
import { caseRoutes } from './case/routes.ts'
import { figuresRoutes } from './figures/routes.ts'
import { wallRoutes } from './figures/wall.ts'
import { helpRoutes } from './help/routes.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { placesRoute } from './frame/places-route.ts'
import { searchRoutes } from './search/routes.ts'
import { floodRoutes } from './together/floods.ts'
import { togetherRoutes } from './together/routes.ts'
import { workloadRoutes } from './workload/routes.ts'
import type { Section } from './frame/scene.ts'

/** Every section of the console, behind both doors; each shows only what its operations let its viewer see. */
export const sections: readonly Section[] = [
  inboxRoutes,
  figuresRoutes,
  wallRoutes,
  searchRoutes,
  workloadRoutes,
  callsRoutes,
  togetherRoutes,
  floodRoutes,
  intakeRoutes,
  caseRoutes,
  careRoutes,
  helpRoutes,
  placesRoute,
]
