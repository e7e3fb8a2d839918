/** In the addresses of callbacks, beside every id of an SMS, and before its account. */
export const name = 'android'
