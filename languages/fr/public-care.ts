import type { PublicSections } from '../../web/public/texts.ts'

/** Where care and support are, on the page of a danger and after it. */
export const publicCareFr: PublicSections['care'] = {
  title: 'Soins et aide, sans rien signaler',
  lead: 'Vous pouvez appeler ou y aller sans rien envoyer ici. On ne vous demande pas de signaler pour être soigné.',
  receipt: 'Soins et aide, sans attendre',
  women: 'une femme peut répondre',
}

/** Where one can speak without writing here. */
export const elsewhereFr: PublicSections['elsewhere'] = {
  title: 'Parler ailleurs',
  lead: 'Lignes vertes, boîtes et guichets où vous pouvez aussi parler, si vous préférez.',
  everywhere: 'Pour tout le pays',
  regions: 'Par région',
  none: 'Aucune ligne, boîte ou guichet n’est annoncé pour l’instant. Vous pouvez écrire ici.',
  number: 'Appelez le',
}
