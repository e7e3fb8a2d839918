import { fileURLToPath } from 'node:url'

/** esbuild `alias` for the function that sends: what the SDK loads and sending an SMS never uses. */
export const africasTalkingAliases: Record<string, string> = {
  'body-parser/urlencoded': fileURLToPath(new URL('./bundle-stubs/body-parser.ts', import.meta.url)),
  'google-libphonenumber': fileURLToPath(new URL('./bundle-stubs/google-libphonenumber.ts', import.meta.url)),
  lodash: fileURLToPath(new URL('./bundle-stubs/lodash.ts', import.meta.url)),
  'mime-types': fileURLToPath(new URL('./bundle-stubs/mime-types.ts', import.meta.url)),
}

/** esbuild `banner.js` for an ESM bundle: the SDK is CommonJS and requires Node's own modules when it starts. */
export const africasTalkingBanner =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"
