/** What the tables are called on this machine. */
export const tables = { cases: 'jaabi-cases', traffic: 'jaabi-traffic' }
