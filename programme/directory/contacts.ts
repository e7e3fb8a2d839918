import type { ContactNaming } from '../../core/directory/contacts.ts'
import { matrixNaming } from './matrix.ts'

/** How the lists of contacts of partners in Mali name their columns, in French and English. The most telling name first. */
export const contactNaming: ContactNaming = {
  columns: {
    organisation: [...matrixNaming.columns.organisation, 'structure', 'institution'],
    acronym: matrixNaming.columns.acronym,
    kind: matrixNaming.columns.kind,
    person: [
      ...['nom et prenom', 'nom et prenoms', 'prenom et nom', 'nom complet', 'nom prenom', 'prenom nom'],
      ...[
        'personne',
        'personne de contact',
        'point de contact',
        'contact',
        'full name',
        'contact person',
        'contact name',
      ],
      ...['focal point', 'point focal', 'name', 'nom'],
    ],
    role: ['role', 'fonction', 'poste', 'titre', 'position', 'function', 'job title', 'title'],
    region: ['region', 'region d intervention', 'admin 1', 'adm 1', 'adm 1 name', 'zone', 'zone d intervention'],
    mail: [
      ...['e mail', 'email', 'courriel', 'adresse e mail', 'adresse email', 'adresse electronique', 'mail'],
      ...['email address', 'e mail address', 'adresse mail'],
    ],
    phone: [
      ...['telephone', 'numero de telephone', 'numero telephone', 'tel', 'phone', 'phone number', 'mobile', 'portable'],
      ...['contact telephonique', 'numero'],
    ],
  },
  blanks: matrixNaming.blanks,
  kinds: matrixNaming.kinds,
  roles: {
    'autorite sanitaire': 'authority',
    autorite: 'authority',
    'health authority': 'authority',
    authority: 'authority',
    relais: 'relay',
    'relais communautaire': 'relay',
    'community relay': 'relay',
    relay: 'relay',
    partenaire: 'partner',
    partner: 'partner',
  },
  apart: [
    ...['protection', 'vbg', 'gbv', 'psea', 'peas', 'integrite', 'integrity', 'administration', 'administrateur'],
    ...['administratrice', 'administrator', 'coordination', 'coordinateur', 'coordinatrice', 'coordinator'],
    ...['redevabilite', 'accountability', 'cluster'],
  ],
  aroundRegions: ['region', 'de', 'du', 'la', 'le', 'l', 'of'],
}
