import type { PublicationTexts } from '../../core/notices/publication.ts'

const cases = (count: number): string => (count === 1 ? '1 dossier' : `${count} dossiers`)
const where = (link: string | null): string => (link ? `\nPour agir: ${link}` : '')

/** What the topics are told, in French: counts, references of ordinary cases, a link; never what a case is about. */
export const publicationsFr: PublicationTexts = {
  escalated: ({ references, more, link }) => ({
    subject: `Jaabi: ${cases(references.length + more)} à votre niveau`,
    body:
      `${cases(references.length + more)} à votre niveau, sans réponse ou sans action à temps:\n` +
      references.map((reference) => `- ${reference}`).join('\n') +
      `${more > 0 ? `\n- et ${more} de plus` : ''}${where(link)}`,
  }),
  digest: ({ open, late, today, own, link }) => ({
    subject: `Jaabi: ${cases(open)} en cours, dont ${late} en retard`,
    body:
      `Ce matin dans votre région:\n- en cours: ${open}\n- en retard: ${late}\n` +
      `- à rendre aujourd’hui: ${today}\n- à votre niveau: ${own}${where(link)}`,
  }),
  week: ({ open, late, link }) => ({
    subject: `Jaabi: ${cases(open)} à traiter, dont ${late} en retard`,
    body: `À traiter cette semaine: ${cases(open)}, dont en retard: ${late}.${where(link)}`,
  }),
  care: ({ out, soon, link }) => ({
    subject: `Jaabi: numéros de soins à vérifier: ${out + soon}`,
    body:
      `Numéros de soins et d’aide que personne n’a vérifiés depuis 90 jours: ${out}. Ils ne sont plus lus à personne.\n` +
      `À vérifier dans les sept jours: ${soon}.${where(link)}`,
  }),
  pairChanged: ({ link }) => ({
    subject: 'Jaabi: qui peut ouvrir change',
    body: `Une place de votre binôme change, ou une demande en est faite. Si vous ne l’attendiez pas, regardez qui.${where(link)}`,
  }),
  pairTraining: ({ count, days, link }) => ({
    subject: `Jaabi: formation à refaire dans ${days} j`,
    body: `Formations d’un binôme qui finissent bientôt: ${count}, la première dans ${days} j. Sans formation, la porte se ferme dès qu’un collègue formé est là.${where(link)}`,
  }),
  pairUntrained: ({ count, link }) => ({
    subject: 'Jaabi: plus personne de formé dans un binôme',
    body: `Personnes d’un binôme sans formation valable, ou qui doivent partir, toutes: ${count}. Elles gardent l’accès pour que personne ne reste sans lecture. Cette alerte revient chaque jour.${where(link)}`,
  }),
  pairWoman: ({ days, link }) => ({
    subject: 'Jaabi: aucune femme formée dans un binôme',
    body: `Depuis ${days} j, aucune femme formée n’ouvre un binôme, et certaines personnes ne parlent qu’à une femme. Faites-en former ou confirmer une. Cette alerte revient chaque jour jusque-là.${where(link)}`,
  }),
  administratorAdded: ({ link }) => ({
    subject: 'Jaabi: une administration de plus',
    body: `Quelqu’un de plus gère l’annuaire. Cette personne ne lit aucun dossier, mais dans trente jours elle peut, avec une autre, remplir un binôme que plus personne ne garde. Si vous ne l’attendiez pas, demandez qui c’est.${where(link)}`,
  }),
  readerAdded: ({ link }) => ({
    subject: 'Jaabi: qui lit change',
    body: `Quelqu’un de plus lit ce qui peut être sensible: comme point focal, comme suppléance, ou dans une langue. Si vous ne l’attendiez pas, demandez qui c’est.${where(link)}`,
  }),
  gateways: ({ link }) => ({
    subject: 'Jaabi: une passerelle SMS à regarder',
    body: `Une passerelle n’envoie plus, ou ses accusés n’arrivent plus. La page « Passerelles » dit laquelle, depuis quand, et qui envoie à sa place.${where(link)}`,
  }),
  ceiling: ({ link }) => ({
    subject: 'Jaabi: le plafond des SMS du mois',
    body: `Pour tenir le plafond du mois, des SMS ne partent plus : d’abord les demandes d’avis, puis les rappels. Les réponses et les accusés partent toujours. La page « Passerelles » dit combien.${where(link)}`,
  }),
  attention: ({ count, link }) => ({
    subject: `Jaabi: ${cases(count)} à regarder`,
    body: `${cases(count)} ${count === 1 ? 'attend' : 'attendent'} une action de votre part.${where(link)}`,
  }),
}
