import { dynamoDirectory } from '../../adapters/dynamodb/directory/directory-store.ts'
import type { DirectoryStore } from '../../core/ports/directory/directory.ts'
import { bearerVerifier } from '../../adapters/openid/bearer-verifier.ts'
import { type AwsServices, awsServices, toPhone } from './aws.ts'
import { livingProgramme } from './living-programme.ts'
import { reading } from './reading.ts'
import type { StaffServices } from './services.ts'

/** The directory and the sign-in providers, for the functions staff call. */
export function staffServices(): StaffServices & AwsServices & { directory: DirectoryStore } {
  const services = awsServices()
  const { ISSUERS: issuers = [] } = services.environment
  const directory = dynamoDirectory({ ...services.store, languages: services.programme.languages })
  return {
    ...services,
    ...reading,
    ...livingProgramme(services.programme, directory),
    toPhone,
    directory,
    verify: bearerVerifier(issuers),
  }
}
