import { perIndex, perTable } from '../../../adapters/dynamodb/table/table.ts'
import { manifest } from '../../../functions/manifest.ts'
import { grantsOf, type Resources } from '../../../infra/aws/functions/grants.ts'

/** What is granted, by the names that `recording.ts` gives to what calls are on. */
const names: Resources = {
  tables: perTable((name) => [name]),
  indexes: perIndex((name) => [`cases/${name}`]),
  generalKey: ['general'],
  protectionKey: ['protection'],
  fingerprintKeys: ['fingerprint'],
  topics: ['topics'],
  mailIdentity: ['mail'],
  alertsKey: [],
}

/** `<function> <action> <what it is on>`, by the manifest. */
export const grantedByManifest: ReadonlySet<string> = new Set(
  manifest.flatMap(({ name, permissions }) =>
    permissions
      .flatMap(grantsOf)
      .flatMap(({ actions, on }) => actions.flatMap((action) => on(names).map((one) => `${name} ${action} ${one}`))),
  ),
)
