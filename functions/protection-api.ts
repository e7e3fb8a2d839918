import { staffRoutes } from './staff/routes.ts'
import { secured } from './wiring/secured.ts'
import { staffServices } from './wiring/aws-staff.ts'
import { stands } from './wiring/stands.ts'
import { httpEntry } from './wiring/lambda.ts'
import type { StaffServices } from './wiring/services.ts'
import { Hono } from 'hono'

/** The protection pair's own door: the only function that may open what is sealed under the protection key. */
export function build(services: StaffServices): Hono {
  const app = new Hono()
  app.use(secured)
  app.route(
    '/',
    staffRoutes(services, {
      base: '/api/protection',
      opens: (lane) => lane === 'S2' || lane === 'P',
      admits: ({ role }) => role === 'protection',
    }),
  )
  return app
}

export const handler = httpEntry(() => build(staffServices()), stands)
