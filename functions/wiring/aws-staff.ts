import { dynamoDirectory } from '../../adapters/dynamodb/directory.ts'
import { bearerVerifier } from '../../adapters/openid/bearer-verifier.ts'
import { awsServices, random, toPhone } from './aws.ts'
import type { StaffServices } from './services.ts'

/** The directory and the sign-in providers, for the functions staff call. */
export function staffServices(): StaffServices & ReturnType<typeof awsServices> {
  const services = awsServices()
  const { CASES_TABLE: cases, TRAFFIC_TABLE: traffic, ISSUERS: issuers = [] } = services.environment
  const { client, programme } = services
  return {
    ...services,
    toPhone,
    random,
    directory: dynamoDirectory({ client, tables: { cases, traffic }, programme: programme.id }),
    verify: bearerVerifier(issuers),
  }
}
