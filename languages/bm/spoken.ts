import type { SpokenTexts } from '../../web/console/intake/texts.ts'

/** Made of the phrases of the SMS. */
export const spokenBm: SpokenTexts = {
  promised: 'I ka kuma sòròla, No {reference}. O nimòrò mara. Jaabi bè na sani {day} ka tèmè. I ni ce.',
  thanks: 'I ni ce. I ka kuma sòròla, No {reference}.',
  short: 'A sòròla, No {reference}.',
}
