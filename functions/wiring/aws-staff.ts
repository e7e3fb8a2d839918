import { dynamoDirectory } from '../../adapters/dynamodb/directory/directory-store.ts'
import { dynamoIntakePoints } from '../../adapters/dynamodb/directory/intake-points.ts'
import { kmsCalls } from '../../adapters/vault/kms-calls.ts'
import { bearerVerifier } from '../../adapters/openid/bearer-verifier.ts'
import { awsServices, toPhone } from './aws.ts'
import { choosing } from './choosing.ts'
import { variable } from './environment.ts'
import { livingProgramme } from './living-programme.ts'
import { reading } from './reading.ts'

/** The directory and the sign-in providers, for the functions staff call. */
export function staffServices() {
  const services = awsServices(kmsCalls())
  const issuers = variable('ISSUERS')
  const directory = dynamoDirectory({ ...services.store, languages: services.programme.languages })
  return {
    ...services,
    ...reading,
    ...choosing,
    ...livingProgramme(services.programme, directory),
    toPhone,
    directory,
    points: dynamoIntakePoints(services.store),
    issuers,
    verify: bearerVerifier(issuers),
  }
}
