import type { PublicSections } from '../../web/public/texts.ts'

/** Where care and support are, on the page of a danger and after it. */
export const publicCareFr: PublicSections['care'] = {
  title: 'Soins et aide, sans rien signaler',
  lead: 'Vous pouvez appeler ou y aller sans rien envoyer ici. On ne vous demande pas de signaler pour être soigné.',
  receipt: 'Soins et aide, sans attendre',
  women: 'une femme peut répondre',
}
