import {
  DecryptCommand,
  type DecryptCommandInput,
  type DecryptCommandOutput,
  EncryptCommand,
  type EncryptCommandInput,
  type EncryptCommandOutput,
  GenerateDataKeyCommand,
  type GenerateDataKeyCommandInput,
  type GenerateDataKeyCommandOutput,
  GenerateMacCommand,
  type GenerateMacCommandInput,
  type GenerateMacCommandOutput,
  KMSClient,
} from '@aws-sdk/client-kms'

/** What a vault asks of KMS; the names are KMS's own, and so are its errors. */
export interface KmsCalls {
  generateDataKey: (
    input: GenerateDataKeyCommandInput,
  ) => Promise<Pick<GenerateDataKeyCommandOutput, 'Plaintext' | 'CiphertextBlob'>>
  encrypt: (input: EncryptCommandInput) => Promise<Pick<EncryptCommandOutput, 'CiphertextBlob'>>
  decrypt: (input: DecryptCommandInput) => Promise<Pick<DecryptCommandOutput, 'Plaintext'>>
  generateMac: (input: GenerateMacCommandInput) => Promise<Pick<GenerateMacCommandOutput, 'Mac'>>
}

/** A client that gives up soon: intake waits for its data key once in five minutes. */
const newClient = (): KMSClient =>
  new KMSClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 800, requestTimeout: 2_000, throwOnRequestTimeout: true },
  })

export const kmsCalls = (client = newClient()): KmsCalls => ({
  generateDataKey: (input) => client.send(new GenerateDataKeyCommand(input)),
  encrypt: (input) => client.send(new EncryptCommand(input)),
  decrypt: (input) => client.send(new DecryptCommand(input)),
  generateMac: (input) => client.send(new GenerateMacCommand(input)),
})
