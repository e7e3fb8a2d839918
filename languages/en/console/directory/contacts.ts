import type { DirectoryTexts } from '../../../../web/console/directory/texts.ts'

/** The list of a partner’s contacts. */
export const directoryContactsEn: DirectoryTexts['contacts'] = {
  title: 'Import a list of contacts',
  lead: 'A list invites the people of your partners at once. Nothing is written before you have seen each line.',
  expects:
    'An .xlsx workbook or a CSV (300 lines at most), as Excel or LibreOffice saves it: organisation, person, function, region, phone, e-mail. In French or in English; a title may stand above the columns. Of several sheets the first that has these columns is read.',
  adds: 'Also add the organisations that are not in the directory',
  look: 'Look at each line',
  preview: 'What the list would change',
  nothingYet: 'Nothing has been written yet.',
  columns: {
    line: 'Line',
    person: 'Person',
    organisation: 'Organisation',
    role: 'Role',
    region: 'Region',
    mail: 'E-mail',
    what: 'What will happen',
  },
  sums: {
    new: 'People invited',
    changed: 'People changed',
    same: 'There already, left',
    wrong: 'Lines to mend',
    organisations: 'Organisations added',
  },
  is: {
    new: 'invited',
    changed: 'changed',
    same: 'left as it is',
    wrong: 'to mend: nothing will be written',
  },
  why: {
    'no-organisation': 'no organisation',
    'unknown-organisation': 'this organisation is not in the directory',
    'no-person': 'no name of a person',
    'no-mail': 'no e-mail address',
    'bad-mail': 'this is not an e-mail address',
    twice: 'this address stands further up in the list',
    'bad-phone': 'this is not a phone number',
    'unknown-region': 'unknown region',
    'region-needed': 'an authority needs a region',
    'added-apart':
      'protection, integrity, accountability, clusters, coordination and administration are added one by one',
  },
  changes: '{field}: {from} → {to}',
  fields: { name: 'name', organisation: 'organisation', role: 'role', region: 'region' },
  givesPhone: 'their phone becomes the number, sealed, of the organisation, which has none',
  keepsPhone: 'their phone, sealed, serves to tell them by SMS',
  keepsMail: 'their address, sealed, serves to tell them by e-mail',
  phoneRead:
    'phone kept as a number by the spreadsheet, which drops “+” and zeros at the beginning: read as {phone}, please check',
  waits: 'the account will not open before the protocol of the organisation is recorded',
  expected: 'invitation pending',
  newOrganisation: 'the organisation is added with them',
  apply: 'Write and invite exactly this',
  goOn: 'Go on: {left} are left',
  missed:
    'Not written, because somebody changed the directory at the same moment: lines {lines} of the list. Nothing of them is lost: look at them again, then go on.',
  done: 'Everything is written.',
  mails: 'Addresses of the accounts to open',
  mailsLead:
    'Whoever administers the accounts opens them for these addresses: each person then gets their first password, and what is noted here becomes theirs when they sign in for the first time. Only those still expected are listed, whose organisation has its protocol.',
  then: 'Once these accounts are open, tell each person:',
  another: 'Choose another file',
}
