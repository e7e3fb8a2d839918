import { openApi } from './staff/openapi.ts'
import { staffIntake } from './staff/intake.ts'
import { staffRoutes } from './staff/routes.ts'
import { secured } from './wiring/secured.ts'
import { staffServices } from './wiring/aws-staff.ts'
import { stands } from './wiring/stands.ts'
import { httpEntry } from './wiring/lambda.ts'
import type { StaffServices } from './wiring/services.ts'
import { Hono } from 'hono'

/** What the staff of all roles but protection call. It never opens S2, whoever asks. */
export function build(services: StaffServices): Hono {
  const app = new Hono()
  app.use(secured)
  app.get('/api/openapi.json', (c) => c.json(openApi()))
  app.route(
    '/',
    staffRoutes(services, {
      base: '/api',
      opens: (lane) => lane !== 'S2',
      admits: ({ role }) => role !== 'protection',
      also: (door) => {
        staffIntake(door, services)
      },
    }),
  )
  return app
}

export const handler = httpEntry(() => build(staffServices()), stands)
