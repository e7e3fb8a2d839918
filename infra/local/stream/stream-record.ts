import type { AttributeValue as SdkValue, _Record as SdkRecord } from '@aws-sdk/client-dynamodb-streams'
import type { AttributeValue, DynamoDBRecord, StreamRecord } from 'aws-lambda'

/** A record read with the SDK, in the form in which Lambda gives it to a function: bytes in base64, instants in epoch seconds. */
export function streamRecord(record: SdkRecord, streamArn: string): DynamoDBRecord {
  const { dynamodb: change = {} } = record
  const image: StreamRecord = {
    ...(change.Keys && { Keys: values(change.Keys) }),
    ...(change.NewImage && { NewImage: values(change.NewImage) }),
    ...(change.OldImage && { OldImage: values(change.OldImage) }),
    SequenceNumber: change.SequenceNumber,
    SizeBytes: change.SizeBytes,
    StreamViewType: change.StreamViewType,
    ApproximateCreationDateTime:
      change.ApproximateCreationDateTime && change.ApproximateCreationDateTime.getTime() / 1000,
  }
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: record.eventSource,
    awsRegion: record.awsRegion,
    eventSourceARN: streamArn,
    dynamodb: image,
  }
}

function values(item: Record<string, SdkValue>): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, lambdaValue(value)]))
}

function lambdaValue(value: SdkValue): AttributeValue {
  if (value.B) return { B: base64(value.B) }
  if (value.BS) return { BS: value.BS.map(base64) }
  if (value.M) return { M: values(value.M) }
  if (value.L) return { L: value.L.map(lambdaValue) }
  if (value.S !== undefined) return { S: value.S }
  if (value.N !== undefined) return { N: value.N }
  if (value.BOOL !== undefined) return { BOOL: value.BOOL }
  if (value.SS) return { SS: value.SS }
  if (value.NS) return { NS: value.NS }
  return { NULL: true }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
