import { dynamoDirectory } from '../../adapters/dynamodb/directory/directory.ts'
import { dynamoDirectoryStore } from '../../adapters/dynamodb/directory/directory-store.ts'
import { bearerVerifier } from '../../adapters/openid/bearer-verifier.ts'
import { awsServices, random, toPhone } from './aws.ts'
import { livingProgramme } from './living-programme.ts'
import type { StaffServices } from './services.ts'

/** The directory and the sign-in providers, for the functions staff call. */
export function staffServices(): StaffServices & ReturnType<typeof awsServices> {
  const services = awsServices()
  const { CASES_TABLE: cases, TRAFFIC_TABLE: traffic, ISSUERS: issuers = [] } = services.environment
  const { client, nowAt: now } = services
  const store = { client, tables: { cases, traffic }, programme: services.programme.id }
  const directoryStore = dynamoDirectoryStore({ ...store, now })
  return {
    ...services,
    ...livingProgramme(services.programme, directoryStore),
    toPhone,
    random,
    directory: dynamoDirectory(store),
    directoryStore,
    verify: bearerVerifier(issuers),
  }
}
