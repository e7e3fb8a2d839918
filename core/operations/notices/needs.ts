import type { Directory, SmsGateway, Topics } from '../../ports/ports.ts'
import type { Needs } from '../needs.ts'

/** What sending asks for beside the rest. */
export interface SendNeeds extends Needs {
  directory: Pick<Directory, 'responsible'>
  gateway: SmsGateway
  topics: Topics
}
