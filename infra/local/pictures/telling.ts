type Tell = (path: string, init?: RequestInit) => Promise<Response>

/** What people say to a machine of one's own, as its gateway brings it, and what they write into its form. */
export async function telling(base: string) {
  const ask: Tell = (path, init) => fetch(base + path, init)
  const { gateway, gatewayToken } = (await (await ask('/local/config')).json()) as Record<
    'gateway' | 'gatewayToken',
    string
  >
  const hears = (what: string, fields: Record<string, string>) =>
    ask(`/gateways/${gateway}/${gatewayToken}/${what}`, { method: 'POST', body: new URLSearchParams(fields) })
  return {
    ask,
    hears,
    /** By SMS, from a phone known by its last figures. */
    says: (text: string, from: number) => {
      const phone = `+223700000${String(from).padStart(2, '0')}`
      return hears('sms', { id: `picture-${String(from)}`, from: phone, to: '36000', text, date: '', linkId: '' })
    },
    fills: (fields: Record<string, string>) => ask('/plainte', { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

/** Three people about one thing, and one phone that fills in a form without end: made up as all that pictures show. */
export async function tellAlike(base: string): Promise<void> {
  const { says, fills } = await telling(base)
  const alike = [
    'Il manque des médicaments au CSCom de Bourem',
    'Plus de médicaments au centre de santé de Bourem depuis un mois',
    'Pas de médicaments pour les enfants au centre de Bourem',
  ]
  for (const [at, text] of alike.entries()) await says(text, 70 + at)
  for (let at = 1; at <= 14; at += 1)
    await fills({
      kind: 'complaint',
      text: `Le puits du marché est à sec, message ${String(at)}`,
      phone: '70 00 00 80',
      consent: 'sms',
      requestId: `flood-${String(at)}`,
    })
}
