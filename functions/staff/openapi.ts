import { toJSONSchema } from 'zod/v4/core'
import type { Role } from '../../core/case/actor.ts'
import { rules, steps } from '../../core/case/status.ts'
import { staffSteps } from '../../core/operations/steps/table.ts'
import { answers, type Route, type Shape, shapes } from './answers.ts'
import { intakeRoles, StaffFiling } from './filing.ts'

const json = (schema: unknown) => ({ 'application/json': { schema } })
const said: Record<number, string> = {
  200: 'The case, or the page, as it is now',
  201: 'A new case: its number and dates',
  400: 'What is wrong with what was sent',
  413: 'More than any step says; it was not read',
  401: 'No valid token',
  404: 'No such case or route for this person: unknown and out of reach look alike',
  409: 'Not now, or stale: what changed since',
}
const ref = (shape: Shape) => ({ $ref: `#/components/schemas/${shape}` })
const schemaOf = (names: readonly Shape[]) => {
  const refs = names.map(ref)
  return refs.length === 1 ? refs[0] : { oneOf: refs }
}
/** The answers of a route, from the same table the tests hold real ones against. */
const responses = (route: Route) =>
  Object.fromEntries(
    Object.entries(answers[route]).map(([status, names]) => [
      status,
      { description: said[Number(status)], content: json(schemaOf(names)) },
    ]),
  )
const reference = { name: 'reference', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9]{10}$' } }
const paging = [
  { name: 'next', in: 'query', schema: { type: 'string' } },
  { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
]
const envelope = {
  type: 'object',
  properties: {
    requestId: { type: 'string', description: 'The same id again returns the case as it is' },
    version: { type: 'integer', description: 'The version the person saw; a stale one is a 409' },
    reason: { type: 'string', description: 'Kept sealed beside the entry' },
  },
}

interface DoorOf {
  base: string
  admits: (role: Role) => boolean
}

/** Who may take a step behind a door, and from where: from the same table that refuses the others. */
function summaryOf(step: (typeof steps)[number], { admits }: DoorOf): string {
  const { by, from } = rules[step]
  const roles = by.filter(admits)
  return roles.length > 0 ? `${step}: by ${roles.join(', ')}; from ${from.join(', ')}` : `${step}: by nobody here`
}

/** One step as an operation. */
const stepOperation = (step: (typeof steps)[number], door: DoorOf) => ({
  summary: summaryOf(step, door),
  parameters: [reference],
  requestBody: { content: json({ allOf: [envelope, toJSONSchema(staffSteps[step].body, { io: 'input' })] }) },
  responses: responses('step'),
})

function doorPaths(door: DoorOf) {
  const { base } = door
  return {
    [`${base}/queue`]: {
      get: {
        summary: 'What this person sees, in due order',
        parameters: paging,
        responses: responses('queue'),
      },
    },
    [`${base}/cases/{reference}`]: {
      get: {
        summary: 'One case',
        parameters: [reference],
        responses: responses('case'),
      },
    },
    ...Object.fromEntries(
      steps.map((step) => [`${base}/cases/{reference}/${step}`, { post: stepOperation(step, door) }] as const),
    ),
  }
}

/** The OpenAPI document of the staff routes, made from the schemas and tables that serve them. */
export function openApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jaabi staff routes',
      version: '1',
      description: 'Complaints and answers, for those who work them.',
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, toJSONSchema(shape)])),
    },
    security: [{ bearer: [] }],
    paths: {
      '/api/cases': {
        post: {
          summary: `Writes down what somebody said on a phone line, in a box or face to face: by ${intakeRoles.join(', ')}`,
          requestBody: { content: json(toJSONSchema(StaffFiling, { io: 'input' })) },
          responses: responses('filing'),
        },
      },
      ...doorPaths({ base: '/api', admits: (role) => role !== 'protection' }),
      ...doorPaths({ base: '/api/protection', admits: (role) => role === 'protection' }),
    },
  }
}
