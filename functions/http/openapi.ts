import { toJSONSchema } from 'zod/v4/core'
import { rules, steps } from '../../core/case/status.ts'
import { Row } from '../../core/deadlines/row.ts'
import { staffSteps } from '../../core/operations/steps/table.ts'
import { StaffFiling } from './staff-filing.ts'

const json = (schema: unknown) => ({ 'application/json': { schema } })
const answers = (...codes: readonly [string, string][]) =>
  Object.fromEntries(codes.map(([code, description]) => [code, { description }]))
const refusals: readonly [string, string][] = [
  ['401', 'No valid token'],
  ['404', 'No such case for this person: unknown and out of reach look alike'],
]
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

/** A row as it is listed: its codes, and their names beside them. */
const name = { type: ['string', 'null'] }
const listed = { allOf: [toJSONSchema(Row), { type: 'object', properties: { placeName: name, categoryLabel: name } }] }

/** One step as an operation; the roles come from the same table that refuses the others. */
const stepOperation = (step: (typeof steps)[number]) => ({
  summary: `${step}: by ${rules[step].by.join(', ')}; from ${rules[step].from.join(', ')}`,
  parameters: [reference],
  requestBody: { content: json({ allOf: [envelope, toJSONSchema(staffSteps[step].body, { io: 'input' })] }) },
  responses: answers(
    ['200', 'The case as it is now'],
    ['400', 'What is wrong with the body'],
    ['409', 'Not now, or stale: what changed since'],
    ...refusals,
  ),
})

function doorPaths(base: string) {
  return {
    [`${base}/queue`]: {
      get: {
        summary: 'What this person sees, in due order',
        parameters: paging,
        responses: {
          200: {
            description: 'A page',
            content: json({
              type: 'object',
              properties: { cases: { type: 'array', items: listed }, next: { type: ['string', 'null'] } },
            }),
          },
          ...answers(['400', 'What is wrong with the query'], ...refusals),
        },
      },
    },
    [`${base}/cases/{reference}`]: {
      get: {
        summary: 'One case',
        parameters: [reference],
        responses: answers(['200', 'The case'], ...refusals),
      },
    },
    ...Object.fromEntries(
      steps.map((step) => [`${base}/cases/{reference}/${step}`, { post: stepOperation(step) }] as const),
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
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    security: [{ bearer: [] }],
    paths: {
      '/api/cases': {
        post: {
          summary: 'Writes down what somebody said on a phone line, in a box or face to face',
          requestBody: { content: json(toJSONSchema(StaffFiling, { io: 'input' })) },
          responses: answers(['201', 'Reference and dates'], ['400', 'What is wrong with the body'], ...refusals),
        },
      },
      ...doorPaths('/api'),
      ...doorPaths('/api/protection'),
    },
  }
}
