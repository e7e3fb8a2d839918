import { bundled, consoleCode } from '../bundled.ts'
import { asset } from './frame/asset.ts'

/** On AWS there is nothing to bundle with: the texts stand in the place of these names since the function itself was bundled. */
declare const consolePageCode: string | undefined
declare const consoleSmsCode: string | undefined
declare const consoleOfflineCode: string | undefined

const script = (path: string, code: string) => asset(path, 'text/javascript; charset=utf-8', code)

/** What every page loads. */
export const consoleScript = script(
  '/console/script.js',
  typeof consolePageCode === 'string' ? consolePageCode : await bundled(consoleCode.consolePageCode),
)

/** What the page of a case loads besides: the rules by which the server writes SMS. */
export const smsScript = script(
  '/console/sms.js',
  typeof consoleSmsCode === 'string' ? consoleSmsCode : await bundled(consoleCode.consoleSmsCode),
)

/** The worker that opens « Nouvelle plainte » without a link (docs/decisions/031-a-page-that-opens-without-a-link.md). */
export const offlineScript = script(
  '/console/nouvelle-hors-ligne.js',
  typeof consoleOfflineCode === 'string' ? consoleOfflineCode : await bundled(consoleCode.consoleOfflineCode),
)
