/**
 * Stands in for `@aws-sdk/credential-provider-node` in every Lambda bundle (esbuild alias): Lambda always puts the role's
 * credentials into the environment, so the profiles, sign-in flows and metadata services of the original are dead weight
 * on a cold start. A contract test fails when the SDK asks that module for another name.
 */
export const defaultProvider = () => () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = process.env
  if (!accessKeyId || !secretAccessKey) return Promise.reject(new Error('No AWS credentials in the environment'))
  return Promise.resolve({
    accessKeyId,
    secretAccessKey,
    ...(AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN }),
  })
}
