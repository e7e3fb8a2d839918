import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { ReadWriteType, Trail } from 'aws-cdk-lib/aws-cloudtrail'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3'
import { prefixOf, type Deployment } from '../deployment.ts'

/** Who did what is kept for longer than anybody waits to ask. */
const keptDays = 400

/**
 * The trail without which AWS hands no change on to the rules of `watch.ts`: of what is changed in this region, not of what is read. Null
 * where the account has one of its own. Answers the bucket it writes to.
 */
export function makeTrail(stack: Stack, deployment: Deployment): Bucket | null {
  if (deployment.trail === 'account') return null
  const bucket = new Bucket(stack, 'TrailBucket', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ expiration: Duration.days(keptDays), noncurrentVersionExpiration: Duration.days(1) }],
  })
  new Trail(stack, 'Trail', {
    trailName: `${prefixOf(deployment)}-changes`,
    // The class says of one property that it may be undefined, the interface that it may be absent.
    bucket: bucket as IBucket,
    managementEvents: ReadWriteType.WRITE_ONLY,
    isMultiRegionTrail: false,
    includeGlobalServiceEvents: false,
    enableFileValidation: true,
  })
  return bucket
}
