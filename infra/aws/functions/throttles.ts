/** Requests a second, and how many may come at once; of everybody together, since an entrance knows no single sender. */
export interface Throttle {
  rateLimit: number
  burstLimit: number
}

/** Far above a radio programme's rush (285 a second is what a new table takes), far below what would hurt the bill. */
export const usual: Throttle = { rateLimit: 300, burstLimit: 600 }

/**
 * How a route begins, and what it takes; of several that fit, the longest. Each has its own: a form that is flooded takes nothing from a
 * gateway, and nothing from who reports a danger. What a gateway is refused it repeats, a screen of USSD is lost: they have all there is.
 */
const throttles: Readonly<Record<string, Throttle>> = {
  'POST /gateways/': usual,
  'POST /danger': { rateLimit: 100, burstLimit: 200 },
  'GET /': { rateLimit: 100, burstLimit: 200 },
  // Seventy thousand forms an hour are no people any more.
  'POST /plainte': { rateLimit: 20, burstLimit: 60 },
  'POST /recu': { rateLimit: 20, burstLimit: 60 },
  'GET /suivi': { rateLimit: 20, burstLimit: 60 },
  'GET /console': { rateLimit: 50, burstLimit: 150 },
  'POST /console': { rateLimit: 50, burstLimit: 150 },
  'GET /api/': { rateLimit: 50, burstLimit: 150 },
  'POST /api/': { rateLimit: 50, burstLimit: 150 },
  // Some hundred people sign in, once a morning.
  'GET /console/connexion/': { rateLimit: 5, burstLimit: 20 },
  'GET /console/retour': { rateLimit: 5, burstLimit: 20 },
}

/** What one route of the manifest takes. Throws for a route that nobody thought of. */
export function throttleOf(route: string): Throttle {
  const [longest] = Object.keys(throttles)
    .filter((start) => route.startsWith(start))
    .toSorted((a, b) => b.length - a.length)
  const found = longest === undefined ? undefined : throttles[longest]
  if (!found) throw new Error(`${route}: how much it takes stands nowhere (infra/aws/functions/throttles.ts)`)
  return found
}
