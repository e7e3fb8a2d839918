/** The answer to a USSD hop: HTTP 200, text/plain, starting exactly with one of two words. Anything else ends the session. */
export const continueWith = (text: string): string => `CON ${text}`

/** The last screen of a session. */
export const endWith = (text: string): string => `END ${text}`
