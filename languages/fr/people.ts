import type { Early } from '../../core/case/codes.ts'
import type { UssdTexts } from '../../core/channel/ussd/screen.ts'
import type { PeopleTexts } from '../../core/notices/messages.ts'
import type { Settings } from '../../core/notices/settings.ts'
import type { Catalogue } from '../../core/notices/template.ts'
import { wordsFr } from './heard/words.ts'
import { verdictsFr } from './heard/verdicts.ts'

/** Words staff wrote, ended like a sentence. */
const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** The phrases that are there, with blanks between them: what is not set drops its phrase. */
const phrases = (...parts: (string | false | null)[]): string => parts.filter((part) => part).join(' ')

const aide = (helpNumber: string | null): string | null => helpNumber && `Aide: ${helpNumber}.`
const nouvelles = (date: string | null): string | null => date && `Des nouvelles au plus tard le ${date}.`
const stages = { received: 'message bien noté', 'in-hand': 'nous nous en occupons', answered: 'une réponse est donnée' }
const verdict = 'Le problème est-il réglé? Répondez 1=oui 2=en partie 3=non.'

/** What happened before the promised day. */
const before: Readonly<Record<Early, string>> = {
  act: "pas encore d'action, pardon.",
  answer: 'pas encore de réponse, pardon.',
  'hand-over': "l'autre service n'a pas répondu.",
  call: "pas encore d'appel, pardon.",
}

const choices = (languages: readonly { code: string }[]): string =>
  languages.map(({ code }) => `LANGUE ${code.toUpperCase()}`).join(' ou ')

/** SMS in GSM-7 French: no ê, ç, ô or ’, so that each is one segment of 160. */
const sms = ({ freeSmsConfirmed }: Settings): Catalogue => {
  const free = freeSmsConfirmed && "C'est gratuit."
  return {
    acknowledgement: ({ reference, date, followUp }) =>
      phrases(
        `Jaabi: message bien noté, No ${reference}.`,
        nouvelles(date),
        `Pour suivre: ${followUp ? `${followUp} choix 5, ou ` : ''}envoyez SUIVI ${reference}.`,
      ),
    acknowledgementShort: ({ reference }) => `Jaabi: bien noté, No ${reference}.`,
    acknowledgementDanger: ({ reference, date, emergencyNumber }) =>
      phrases(
        `Jaabi No ${reference}: noté. Pas un service d'urgence: allez vite au centre de santé ouvert le plus proche${emergencyNumber ? ` ou appelez le ${emergencyNumber}` : ''}.`,
        date && `Nouvelles: ${date}.`,
      ),
    acknowledgementList: ({ days }) =>
      phrases(
        `Jaabi: bien noté: ${days.map(({ date, references }) => `${references.join(', ')}${date && ` (${date})`}`).join('; ')}.`,
        'Nouvelles au plus tard ces jours. SUIVI + numéro.',
      ),
    acknowledgementThanks: ({ reference }) => `Jaabi: merci. Votre message est bien noté, No ${reference}.`,
    acknowledgementCall: ({ reference, date }) =>
      `Jaabi: bien noté, No ${reference}. Une personne vous appellera au plus tard le ${date}. Pour suivre: envoyez SUIVI ${reference}.`,
    delay: ({ reference, date }) =>
      `Jaabi ${reference}: il nous faut plus de temps, pardon. Votre message n'est pas perdu. Des nouvelles au plus tard le ${date}.`,
    closedDays: ({ reference, date }) =>
      `Jaabi ${reference}: des jours fériés changent la date. Votre message n'est pas perdu. Des nouvelles au plus tard le ${date}.`,
    paused: ({ reference, date }) =>
      `Jaabi ${reference}: nous attendions votre réponse, la date change. Votre message n'est pas perdu. Des nouvelles au plus tard le ${date}.`,
    raised: ({ reference, date, because }) =>
      `Jaabi ${reference}: ${before[because]} Votre message passe au niveau supérieur. La date ne change pas: des nouvelles au plus tard le ${date}.`,
    escalated: ({ reference, date }) =>
      `Jaabi ${reference}: pas encore de réponse, pardon. Votre message est passé au niveau supérieur. Des nouvelles au plus tard le ${date}.`,
    late: ({ reference, date }) =>
      `Jaabi ${reference}: toujours pas de réponse, pardon. Les responsables au plus haut niveau sont prévenus. Des nouvelles au plus tard le ${date}.`,
    transferred: ({ reference, date }) =>
      `Jaabi ${reference}: nous demandons à un autre service de s'en occuper, vous n'avez rien à faire. Des nouvelles au plus tard le ${date}.`,
    question: ({ reference, text }) => `Jaabi ${reference}: ${text.trim()} Répondez à ce SMS.`,
    answer: ({ reference, text }) => phrases(`Jaabi ${reference}: ${sentence(text)}`, verdict, free),
    refused: ({ reference, text }) =>
      `Jaabi ${reference}: nous ne pouvons pas faire cela. Raison: ${sentence(text)} Pas d'accord? Envoyez APPEL ${reference} dans les 30 jours.`,
    invitation: ({ link }) =>
      phrases(
        'Jaabi: un compte de travail vous attend.',
        link && `Ouvrez ${link} avec votre e-mail de travail.`,
        'STOP: plus de SMS.',
      ),
    satisfactionReminder: ({ reference }) => phrases(`Jaabi ${reference}: nous avons répondu.`, verdict, free),
    reopened: ({ reference, date }) =>
      `Jaabi ${reference}: votre dossier est rouvert. Des nouvelles au plus tard le ${date}. Que manque-t-il? Répondez ici.`,
    closed: ({ reference, date }) =>
      `Jaabi ${reference}: dossier fermé le ${date}. Merci, votre parole compte. Si ce n'est pas réglé, écrivez-nous ici.`,
    closedDisagreed: ({ reference, date }) =>
      `Jaabi ${reference}: dossier fermé le ${date}, en désaccord: pour vous ce n'est pas réglé, et nous ne pouvons pas faire plus. C'est écrit au dossier.`,
    withdrawn: ({ reference }) =>
      `Jaabi ${reference}: dossier retiré, comme demandé. Vos mots et votre numéro seront effacés demain. Ce n'est pas vous? Écrivez-nous ici.`,
    withdrawalNoted: () => 'Jaabi: bien noté. Une personne lira votre demande.',
    withdrawHow: () => 'Jaabi: pour retirer un dossier, envoyez JE RETIRE et les 10 chiffres de son numéro.',
    thanksForVerdict: ({ reference }) => `Jaabi ${reference}: merci, votre avis est bien noté.`,
    greeting: () =>
      "Jaabi: bonjour. Que s'est-il passé, et où? Écrivez-le ici, dans votre langue, sans nom. Une personne vous lira. RAPPEL: on vous appelle.",
    help: ({ followUp, helpNumber }) =>
      phrases(
        'Jaabi: écrivez-nous ici, sans nom. SUIVI, APPEL + numéro du dossier. RAPPEL: on vous appelle. STOP: plus de SMS.',
        followUp && `Ou ${followUp}.`,
        aide(helpNumber),
      ),
    stage: ({ reference, stage, date }) => phrases(`Jaabi ${reference}: ${stages[stage]}.`, nouvelles(date)),
    unknownReference: ({ helpNumber }) =>
      phrases(
        'Jaabi: numéro de dossier inconnu. Vérifiez les 10 chiffres, puis envoyez SUIVI et le numéro.',
        aide(helpNumber),
      ),
    stopped: ({ reference, helpNumber }) =>
      phrases(
        reference
          ? `Jaabi ${reference}: plus de SMS pour ce dossier. Pour n'en recevoir aucun: STOP. Pour les recevoir: START.`
          : 'Jaabi: vous ne recevrez plus nos SMS. Pour les recevoir: envoyez START.',
        aide(helpNumber),
      ),
    silenced: () => 'Jaabi: message noté. Vous avez demandé le silence. START pour recevoir la réponse.',
    started: () => 'Jaabi: vous recevrez de nouveau nos SMS. Pour les couper: envoyez STOP.',
    language: ({ languages }) => `Jaabi: bien noté. Pour changer de langue: envoyez ${choices(languages)}.`,
    languages: ({ languages }) =>
      phrases(
        `Jaabi: nos langues: ${languages.map(({ code, smsName }) => `${code.toUpperCase()} (${smsName})`).join(', ')}.`,
        `Pour choisir: envoyez ${choices(languages)}.`,
      ),
    callWho: ({ reference, date }) =>
      `Jaabi: bien noté, No ${reference}. Une personne vous appellera au plus tard le ${date}. Qui? Répondez 1=peu importe 2=une femme 3=un homme.`,
    reminder: ({ open, late, link }) =>
      phrases(`Jaabi: dossiers à traiter: ${open}, dont en retard: ${late}. Aucun détail par SMS.`, link),
  }
}

/** A numbered menu, one key to a line. */
const menu = (title: string, ...lines: string[]): string => [title, ...lines].join('\n')
const numbered = (labels: readonly string[], from: number): string[] =>
  labels.map((label, index) => `${from + index} ${label}`)

const ussd = ({ freeSmsConfirmed, emergencyNumber }: Settings): UssdTexts => {
  const free = freeSmsConfirmed && "C'est gratuit."
  return {
    hint: () => 'Pas compris.',
    home: ({ languages, reply }) =>
      menu(
        freeSmsConfirmed ? 'Jaabi. Gratuit, sans nom.' : 'Jaabi. Sans nom.',
        ...['1 Plainte', '2 Question', '3 Suggestion', '4 Abus ou danger', '5 Suivi'],
        ['6 Merci', reply && '7 Répondre', languages && '9 Kan/Langue'].filter(Boolean).join('   '),
      ),
    words: () => menu('Dites-nous avec vos mots, puis envoyez. Pas besoin de nom.', "0 Je n'écris pas: appelez-moi"),
    sensitive: () =>
      menu("Ni nom ni détail. C'est:", '1 Violence, abus, danger', '2 Argent ou faveur exigés', '0 Retour'),
    danger: () => menu("Quelqu'un est-il en danger maintenant?", '1 Ne pas dire', '2 Oui', '3 Non', '0 Retour'),
    'call-who': () => menu('Qui peut vous appeler?', '1 Peu importe', '2 Une femme', '3 Un homme', '0 Retour'),
    consent: () =>
      menu(
        'Pouvons-nous vous répondre?',
        ...['1 Oui, SMS', '2 Oui, appel par une femme', '3 Oui, appel par un homme', '4 Non, sans contact'],
      ),
    'consent-stopped': () =>
      menu(
        'Vous avez dit STOP aux SMS. Comment vous répondre?',
        ...['1 Sans contact', '2 Appel par une femme', '3 Appel par un homme', '4 START: de nouveau des SMS'],
      ),
    place: ({ labels, more }) =>
      menu('Où est-ce?', '1 Ne pas dire', ...numbered([...labels, more ? 'Autre lieu' : 'Ailleurs'], 2)),
    person: () => menu('Qui est concerné?', '1 Ne pas dire', '2 Femme', '3 Homme', '4 Fille', '5 Garcon'),
    age: () => menu('La personne est:', '1 Ne pas dire', '2 Enfant', '3 Adulte'),
    sought: () => menu('Que voulez-vous?', '1 Ne pas dire', '2 Soins et aide seulement', '3 Signaler'),
    call: () => menu('Une personne formée peut-elle vous appeler?', '1 Non', '2 Oui, une femme', '3 Oui, un homme'),
    'follow-up': () => menu('Tapez votre numéro de dossier (10 chiffres).', '0 Retour'),
    'follow-up-unknown': () => menu('Numéro inconnu. Vérifiez les 10 chiffres et tapez encore.', '0 Retour'),
    'follow-up-too-many': () => "Trop d'essais. Revenez dans une heure.",
    stage: ({ reference, stage, received, date }) =>
      phrases(`No ${reference}, venu le ${received}: ${stages[stage]}.`, nouvelles(date)),
    answer: ({ page, more }) => (more ? menu(page, '1 Suite') : page),
    verdict: ({ reference }) =>
      menu(`No ${reference}: le problème est-il réglé?`, '1 Oui', '2 En partie', '3 Non', '0 Retour'),
    why: () => menu("Merci, c'est noté. Que voulez-vous ajouter? Écrivez, puis envoyez.", '0 Terminer'),
    reply: ({ reference }) => menu(`No ${reference}: écrivez votre réponse, puis envoyez.`, '0 Retour'),
    caller: ({ reference }) =>
      menu(`No ${reference}: qui peut vous appeler?`, '1 Peu importe', '2 Une femme', '3 Un homme', '0 Retour'),
    language: ({ names }) => menu('Kan / Langue', ...numbered(names, 1), '0 Retour'),
    receipt: ({ reference, date }) =>
      phrases(`Bien noté, No ${reference}. Gardez ce numéro.`, nouvelles(date), 'Pour suivre: ici, choix 5.', free),
    'receipt-danger': ({ reference, date }) =>
      phrases(
        `Noté, No ${reference}. Pas un service d'urgence: allez vite au centre de santé ouvert le plus proche${emergencyNumber ? ` ou appelez le ${emergencyNumber}` : ''}.`,
        date && `Nouvelles: ${date}.`,
      ),
    'receipt-thanks': ({ reference }) => `Merci. Votre message est bien noté, No ${reference}.`,
    'receipt-call': ({ reference, date }) =>
      phrases(
        `Bien noté, No ${reference}. Gardez ce numéro.`,
        date ? `Une personne vous appellera au plus tard le ${date}.` : 'Une personne vous appellera.',
        'Pour suivre: ici, choix 5.',
      ),
    'receipt-reply': ({ reference }) => `Merci. C'est bien noté, No ${reference}.`,
    'receipt-protection': ({ reference, care }) =>
      care.length > 0
        ? menu(
            phrases(
              `Merci. Une personne formée lira ceci. No ${reference}.`,
              emergencyNumber ? `Urgence: ${emergencyNumber}.` : "Pas un service d'urgence.",
              'Aucun SMS.',
            ),
            ...care.map(({ place, phone, hours, woman }) =>
              phrases('Soins', place, [phone, hours, woman && 'femme'].filter(Boolean).join(', ')),
            ),
          )
        : phrases(
            `Merci. Une personne formée va lire ceci. No ${reference}. Ce n'est pas un service d'urgence.`,
            emergencyNumber && `Urgence: ${emergencyNumber}.`,
            'Aucun SMS ne sera envoyé.',
          ),
    trouble: () => 'Pardon, une panne chez nous. Recomposez le code dans quelques minutes.',
    'too-long': () =>
      "Pardon, ce message est trop long: rien n'est noté. Recomposez le code et dites-le en moins de mots.",
  }
}

export const peopleFr = (settings: Settings): PeopleTexts => ({
  sms: sms(settings),
  ussd: ussd(settings),
  words: wordsFr,
  verdicts: verdictsFr,
})
