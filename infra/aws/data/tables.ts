import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
  type Attribute,
} from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { key, perTable, projected, tableOf, timeToLive } from '../../../adapters/dynamodb/table/table.ts'
import { tableNameOf, type Deployment } from '../deployment.ts'

const string = (name: string): Attribute => ({ name, type: AttributeType.STRING })
const keys = ({ partition, sort }: { partition: string; sort: string }) => ({
  partitionKey: string(partition),
  sortKey: string(sort),
})

const lasting = {
  // The longest there is. What was erased lives on in it for as long, and the privacy notice says so.
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
}

/** Each of the tables, as its row says. */
export const makeTables = (stack: Stack, deployment: Deployment, encryptionKey: IKey) =>
  perTable((name) => {
    const { indexes, stream, kept } = tableOf(name)
    const globalSecondaryIndexes = Object.entries(indexes).map(([indexName, attributes]) => ({
      indexName,
      ...keys(attributes),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...projected],
    }))
    return new TableV2(stack, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, {
      ...keys(key),
      tableName: tableNameOf(deployment, name),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(encryptionKey),
      timeToLiveAttribute: timeToLive,
      ...(globalSecondaryIndexes.length > 0 ? { globalSecondaryIndexes } : {}),
      ...(stream ? { dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES } : {}),
      ...(kept ? lasting : { removalPolicy: RemovalPolicy.DESTROY }),
    })
  })
