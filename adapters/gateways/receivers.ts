import { africasTalking } from './africastalking/receive.ts'
import type { Receiver } from './gateway.ts'
import { kannel } from './kannel/receive.ts'

/** Every gateway that may call us. Apart from those that send, so that intake never loads an SDK. */
export const receivers: readonly Receiver[] = [africasTalking, kannel]
