import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { frontHeaders } from '../../../functions/wiring/front.ts'
import { prefixOf, type Deployment } from '../deployment.ts'

export interface FrontParts {
  distribution: Distribution
  /** Two, both taken: one is shown, one to change to. */
  secrets: Secret[]
}

/** Runs in CloudFront before anything else: who asks and under which name, as CloudFront itself saw it. */
export const viewerCode = `function handler(event) {
  var request = event.request
  request.headers['${frontHeaders.viewer}'] = { value: event.viewer.ip }
  request.headers['${frontHeaders.host}'] = { value: request.headers.host.value }
  return request
}`

/**
 * CloudFront with a web firewall before the pages, where the deployment chose one: a firewall cannot stand before an HTTP API. The API itself
 * stays open to the internet, since gateways call it there; what asks it for a page without the secret finds nothing.
 */
export function makeFront(stack: Stack, deployment: Deployment, api: HttpApi): FrontParts | null {
  const { webFirewall, frontSecret, secretsRevision } = deployment
  if (webFirewall === null) return null
  const secret = (which: 'a' | 'b') =>
    new Secret(stack, `FrontSecret-${which}`, {
      description: 'Shown by CloudFront to the functions behind it, so that nobody goes past the firewall',
      generateSecretString: { passwordLength: 48, excludePunctuation: true, includeSpace: false },
      removalPolicy: RemovalPolicy.DESTROY,
    })
  const secrets = { a: secret('a'), b: secret('b') }
  const origin = new HttpOrigin(`${api.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    customHeaders: { [frontHeaders.secret]: secrets[frontSecret].secretValue.unsafeUnwrap() },
  })
  const viewer = new Function(stack, 'FrontViewer', {
    functionName: `${prefixOf(deployment)}-viewer`,
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(viewerCode),
  })
  const distribution = new Distribution(stack, 'Front', {
    // The revision makes CloudFormation read the secret again: it does so only for what has changed.
    comment: `${prefixOf(deployment)} (secrets ${secretsRevision})`,
    webAclId: webFirewall,
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultBehavior: {
      origin,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // Every page is somebody's own.
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [{ function: viewer, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
  })
  return { distribution, secrets: [secrets.a, secrets.b] }
}
