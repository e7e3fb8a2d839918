/** Where the copy of « Nouvelle plainte » lies that opens without a link, and the worker that brings it. */
export const offlineCopy = {
  name: 'jaabi-hors-ligne',
  page: '/console/nouvelle/hors-ligne',
  worker: '/console/nouvelle-hors-ligne.js',
  scope: '/console/nouvelle',
} as const
