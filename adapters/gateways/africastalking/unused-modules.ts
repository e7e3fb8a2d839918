const stubs = 'adapters/gateways/africastalking/bundle-stubs'

/** What the SDK loads and sending an SMS never uses. */
export const unusedModules = {
  'body-parser/urlencoded': `${stubs}/body-parser.ts`,
  'google-libphonenumber': `${stubs}/google-libphonenumber.ts`,
  lodash: `${stubs}/lodash.ts`,
  'mime-types': `${stubs}/mime-types.ts`,
}
