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
import { indexes, key, projected, timeToLive } from '../../../adapters/dynamodb/table/table.ts'
import { casesTableName, prefixOf, type Deployment } from '../deployment.ts'

const string = (name: string): Attribute => ({ name, type: AttributeType.STRING })
const keys = ({ partition, sort }: { partition: string; sort: string }) => ({
  partitionKey: string(partition),
  sortKey: string(sort),
})

export function makeTables(stack: Stack, deployment: Deployment, encryptionKey: IKey) {
  const shared = {
    ...keys(key),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(encryptionKey),
    timeToLiveAttribute: timeToLive,
  }
  const cases = new TableV2(stack, 'Cases', {
    ...shared,
    tableName: casesTableName(deployment),
    globalSecondaryIndexes: Object.entries(indexes).map(([indexName, attributes]) => ({
      indexName,
      ...keys(attributes),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...projected],
    })),
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    // The longest there is. What was erased lives on in it for as long, and the privacy notice says so.
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  // Sessions and limits: gone within days, nothing to restore.
  const traffic = new TableV2(stack, 'Traffic', {
    ...shared,
    tableName: `${prefixOf(deployment)}-traffic`,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  return { cases, traffic }
}
