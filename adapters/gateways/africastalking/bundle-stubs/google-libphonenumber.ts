/**
 * Stands in for google-libphonenumber in a bundle. The SDK refuses numbers its copy does not know; the sender checks the
 * shape before it calls, and whether a range exists is for the operator to say.
 */
export const PhoneNumberUtil = {
  getInstance: () => ({
    parse: (number: string) => number,
    isValidNumber: (number: string) => /^\+[1-9]\d{6,14}$/.test(number),
  }),
}
