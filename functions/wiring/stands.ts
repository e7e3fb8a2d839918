import { variable } from './environment.ts'

/** What stands before the pages, as this deployment says it. */
export const stands = () => variable('FRONT')
