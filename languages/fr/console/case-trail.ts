import type { CaseTexts } from '../../../web/console/case/texts.ts'
import type { CaseTrailTexts } from '../../../web/console/case/trail-texts.ts'

export const caseTrailFr: CaseTrailTexts = {
  untitled: 'Dossier protégé',
  held: {
    title: 'Chez qui, et combien de temps',
    lead: 'Le temps que la personne a attendu, et chez qui.',
    current: 'en ce moment',
    offered: '{who}, transfert proposé',
    intake: 'Avant la saisie',
    complainant: 'La personne (délai arrêté)',
  },
  refusal: {
    refused: '{organisation} a refusé le transfert, le {day}.',
    returned: '{organisation} n’a pas répondu au transfert : le dossier est revenu le {day}.',
    noReason: 'Sans motif gardé.',
  },
  reads: {
    title: 'Qui a ouvert ce dossier',
    lead: 'Chaque lecture est notée ; seuls ceux qui peuvent ouvrir ce dossier voient cette liste.',
    once: '{day} à {from}',
    several: '{day}, {count} fois entre {from} et {to}',
    together: '{day}, {count} fois à {from}',
    contact: 'a vu le numéro',
    noReason: 'Motif effacé, ou jamais donné.',
    latest: 'Les plus récentes seulement.',
  },
  pause: 'Attente de la personne : {used} sur {all} jours utilisés.',
  restore: {
    title: 'Rétablir',
    then: 'Le dossier avait été écarté : il redevient un dossier reçu, à évaluer, et compte de nouveau dans les chiffres. Aucun SMS ne part.',
    send: 'Rétablir',
    done: 'Dossier rétabli, à évaluer.',
  },
  news: {
    title: 'Dire la nouvelle à la personne',
    then: 'À dire : pas encore de réponse, et des nouvelles au plus tard le {day}. Jointe : c’est noté, et on n’appelle pas une seconde fois dans la semaine. Pas jointe : l’essai est noté ; mauvais numéro : plus personne ne l’appelle.',
    send: 'Noter',
    done: 'C’est noté.',
  },
  asked: {
    title: 'Appeler la personne, comme elle l’a demandé',
    then: 'Demandez d’abord si cette personne a voulu être appelée, et ne dites rien d’autre avant son oui : le téléphone peut être à plusieurs. Écoutez-la, et écrivez ses mots ici : ce sont ceux du dossier. Jointe : l’appel est fait. Pas jointe : l’essai est noté ; après trois jours d’essai, ou un mauvais numéro, cet appel est abandonné et le dossier continue.',
    send: 'Noter',
    done: 'C’est noté.',
  },
  said: {
    label: 'Ce que la personne a dit',
    hint: 'Avec ses mots. Ce qui parle d’abus ou d’un danger devient un dossier à part, lu par peu de personnes.',
  },
  other: {
    label: 'Est-ce une autre plainte ?',
    yes: 'oui : un dossier à part',
    no: 'non : ces mots restent ici',
  },
  toBody: {
    title: 'Transmettre à l’organe mandaté',
    then: 'Le dossier est transmis à l’organe mandaté : remettez la fiche, puis notez son reçu. Aucun SMS ne part.',
    send: 'Noter la transmission',
    done: 'Transmission enregistrée.',
  },
  alike: {
    title: 'Peut-être le même problème',
    lead: 'Même sujet, même lieu, reçus à {days} jours près. Jaabi ne dit jamais si c’est la même personne.',
    repeated: 'Ce message est arrivé {count} fois encore, mot pour mot.',
    line: 'du {day} · {status}',
    sameWords: 'mêmes mots',
    join: 'Joindre',
    joinWhich: 'avec le dossier {reference}',
  },
  help: { taken: 'Cette aide a été acceptée' },
  dismissedAlready: 'Vous en avez écarté {count} en un jour : vous le proposez, une seconde personne confirme.',
  noPrice: 'Le prix d’un SMS n’est pas renseigné pour ce programme : seul leur nombre est compté.',
}

/** What is done with what the person wrote back. */
export const caseRepliesFr: Pick<CaseTexts['steps'], 'judge' | 'join' | 'split' | 'withdraw' | 'offer-help'> = {
  judge: {
    title: 'Lire l’avis écrit',
    then: 'La personne a écrit après la réponse. Dites ce que ses mots veulent dire. « Non » rouvre le dossier, un échelon plus haut. Si ses mots ne disent rien de cela, le dossier reste répondu. Tant que personne ne les a lus, il ne se ferme pas et la personne n’est pas remerciée.',
    send: 'Enregistrer l’avis',
    done: 'Les mots de la personne sont lus.',
  },
  join: {
    title: 'Rattacher à la question',
    then: 'Plusieurs questions étaient ouvertes : dites à laquelle ces mots répondent. Ils passent dans ce dossier-là, dont le responsable est averti ; celui-ci se ferme, hors des chiffres, et son numéro montre l’autre. Sinon, évaluez-le comme ce qu’il est.',
    send: 'Rattacher',
    done: 'Mots rattachés au dossier qui attendait.',
  },
  split: {
    title: 'Détacher une réponse',
    then: 'Ces mots quittent ce dossier, pour tous ceux qui le lisent, et deviennent un dossier à part, à évaluer. La personne reçoit son numéro. Où Jaabi les croit une autre plainte, dire non les garde ici.',
    send: 'Détacher',
    done: 'C’est dit. Détachés, ces mots ont un dossier à part.',
  },
  withdraw: {
    title: 'Retirer, à la demande de la personne',
    then: 'Seulement si la personne l’a demandé. Le dossier se ferme ; ses mots et son numéro sont effacés dans un jour. Un SMS le lui dit si elle les accepte.',
    send: 'Retirer',
    done: 'Dossier retiré.',
  },
  'offer-help': {
    title: 'Noter les soins et l’aide proposés',
    then: 'Seulement des codes, jamais ce qui est arrivé. Ils restent dans la souche. Les soins ne dépendent jamais d’un signalement : qui ne veut que des soins n’a rien d’autre à dire.',
    send: 'Noter',
    done: 'Noté : les soins et l’aide ont été proposés.',
  },
}

/** What was sent, and what became of it. */
export const caseNoticesFr: CaseTexts['notices'] = {
  title: 'Messages envoyés',
  none: 'Aucun message.',
  to: 'à {who}',
  states: {
    waiting: 'attend : partira le {day} à {time}',
    ready: 'prêt à partir',
    claimed: 'en train de partir',
    sent: 'parti le {day} à {time}, arrivée pas encore confirmée',
    undecided: 'on ne sait pas s’il est parti ; vérification en cours',
    delivered: 'arrivé le {day} à {time}',
    failed: 'échec, le {day} à {time}',
    cancelled: 'annulé',
    expired: 'périmé avant de partir',
    'by-hand': 'à transmettre à la main : appel, visite ou relais',
  },
  unconfirmed: 'parti ; toujours sans rapport d’arrivée le {day} à {time}',
  segments: '{count}\u00a0SMS',
  resent: 'envoyé une seconde fois',
  cost: 'Coût des SMS partis : {amount}\u00a0{currency}, au prix du programme. Envois : {sms} ; SMS facturés : {segments}.',
}
