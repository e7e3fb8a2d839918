import { africasTalking } from './africastalking/receive.ts'
import { android } from './android/receive.ts'
import type { Receiver } from './gateway.ts'
import { genericHttp } from './generichttp/receive.ts'
import { kannel } from './kannel/receive.ts'
import { orangeSms } from './orangesms/receive.ts'

/** Every gateway that may call us. Apart from those that send, so that intake never loads an SDK. */
export const receivers: readonly Receiver[] = [africasTalking, android, genericHttp, kannel, orangeSms]
