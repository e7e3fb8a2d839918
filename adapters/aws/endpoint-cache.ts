/**
 * Stands in for `@aws-sdk/endpoint-cache` in every Lambda bundle (esbuild alias): we discover no endpoints, and the original
 * brings a cache library for them. It remembers nothing, so a client that did discover them would ask each time. A contract
 * test fails when the SDK asks it for more.
 */
export class EndpointCache {
  getEndpoint() {
    return undefined
  }
  get() {
    return undefined
  }
  has() {
    return false
  }
  set() {
    // Nothing is kept.
  }
  delete() {
    // Nothing is kept.
  }
}
