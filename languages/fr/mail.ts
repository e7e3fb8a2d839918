import type { MailTexts } from '../../core/notices/mail/texts.ts'

const cases = (count: number): string => (count === 1 ? '1 dossier' : `${String(count)} dossiers`)

/** One subject for whatever waits, wherever it waits: a mail lies open on many screens. */
export const mailFr: MailTexts = {
  subject: 'Jaabi : du travail vous attend',
  body: ({ open, late, link }) =>
    [
      'Bonjour,',
      `${cases(open)} à traiter par vous ou votre équipe, dont ${String(late)} en retard. Le reste ne se lit que dans Jaabi.`,
      ...(link ? [`Page d’accueil : ${link}`] : []),
      'Vous recevez ce message parce que vous avez donné cette adresse. Pour en recevoir moins, ou plus aucun : « Courriel », depuis la page d’accueil.',
    ].join('\n\n'),
}
