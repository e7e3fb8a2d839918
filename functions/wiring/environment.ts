import * as z from 'zod/mini'

/** A JSON value in an environment variable. */
const json = <T extends z.ZodMiniType>(schema: T) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text): unknown => JSON.parse(text)),
    ),
    schema,
  )

/**
 * Everything a deployed function reads from its environment, parsed once at start. Which function gets which of the optional
 * ones is in the manifest. Secrets come as Secrets Manager references that CloudFormation resolves.
 */
export const Environment = z.object({
  CASES_TABLE: z.string(),
  TRAFFIC_TABLE: z.string(),
  PROGRAMME_ID: z.string(),
  GENERAL_KEY_ID: z.string(),
  PROTECTION_KEY_ID: z.string(),
  /** A KMS HMAC key per generation, newest first, comma separated. */
  FINGERPRINT_KEY_IDS: z.string(),
  /** Two tokens at most, comma separated: the one in use and the one being rotated out. */
  GATEWAY_TOKENS: z.optional(z.string()),
  GATEWAY_CREDENTIALS: z.optional(
    json(z.object({ username: z.string(), apiKey: z.string(), senderId: z.nullable(z.string()) })),
  ),
  TOPIC_ARNS: z.optional(json(z.record(z.string(), z.string()))),
  ISSUERS: z.optional(json(z.array(z.object({ issuer: z.string(), clientId: z.string(), restricted: z.boolean() })))),
  /** `off`: no SMS and no alert leaves, notices wait (after a restore, until a person allows it). Absent means `on`. */
  SENDS: z.optional(z.enum(['on', 'off'])),
})
export type Environment = z.infer<typeof Environment>
