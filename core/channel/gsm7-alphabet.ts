const plain =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extended = '\f^{}\\[~]|€'

const units = new Map<string, number>([
  ...Array.from(plain, (character) => [character, 1] as const),
  ...Array.from(extended, (character) => [character, 2] as const),
])

/** What one character costs in the GSM 7-bit default alphabet (3GPP TS 23.038): 1, or 2 behind an escape; null outside it. */
export const gsm7Units = (character: string): number | null => units.get(character) ?? null
