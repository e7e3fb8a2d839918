export const token = 'bench-token-of-the-gateway'
export const gatewayPath = `/gateways/africastalking/${token}`
export const smsPath = `${gatewayPath}/sms`
export const deliveryPath = `${gatewayPath}/delivery`
export const ussdPath = `${gatewayPath}/ussd`

/** A made-up number per person; only its shape matters, and nothing here can send. */
export const phoneOf = (n: number): string => `+223${70_000_000 + (n % 10_000_000)}`

export const formOf = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})

/** The callback of one SMS, as Africa's Talking sends it. */
export const smsFields = (from: string, text: string, id: string): Record<string, string> => ({
  from,
  to: '37000',
  text,
  date: '2027-06-07 09:00:00',
  id,
  linkId: id,
  networkCode: '61002',
})
