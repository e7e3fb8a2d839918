import { gsm7Rules, gsm7Tables } from '../../../core/notices/gsm7.ts'
import { asset } from '../../../web/console/frame/asset.ts'
import { liveSms } from '../../../web/console/client/live-sms.ts'

/** What shows an SMS while it is written, with the very rules the server sends by. */
export const smsScript = asset(
  '/console/sms.js',
  'text/javascript; charset=utf-8',
  `(${liveSms.toString()})((${gsm7Rules.toString()})(${JSON.stringify(gsm7Tables)}).lint);`,
)
