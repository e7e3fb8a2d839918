import { liveSms } from './live-sms.ts'

// On the page of a case only: it carries the rules by which the server writes SMS.
liveSms()
