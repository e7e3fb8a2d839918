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
  invitation: {
    subject: 'Jaabi : un compte de travail vous attend',
    body: ({ link }) =>
      [
        'Bonjour,',
        `Un compte de travail vous attend dans Jaabi, qui recueille les plaintes et les retours des communautés. Ouvrez ${link} avec cette adresse e-mail.`,
        'Votre premier mot de passe vient dans un autre message ; celui-ci n’ouvre rien. Une question ? Demandez à votre organisation.',
        'Votre adresse vient de la liste de contacts de votre organisation. Jaabi l’oublie dès votre première connexion, et après 90 jours au plus tard.',
      ].join('\n\n'),
  },
}
