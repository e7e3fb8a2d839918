import type { SiteTexts } from '../../../web/console/frame/site-texts.ts'

export const siteEn: SiteTexts = {
  name: 'Jaabi',
  console: 'Console',
  skip: 'Skip to content',
  inList: {
    next: 'Next case',
    saveAndNext: 'Save and next',
    saved: 'Case {reference}: saved. This is the next one.',
    ended: 'Case {reference}: saved. None follows it in this list.',
  },
  places: {
    found: '{count} places',
    none: 'No place of this name',
    several: 'Which one?',
    ofCercle: 'For a village, type its name instead: {count} of this cercle are known.',
  },
  menu: 'Menu',
  printed: 'Page of {day}, {time}',
  draft: 'draft',
  start: 'Start',
  inbox: 'Inbox',
  search: 'Search',
  intake: 'New complaint',
  care: 'Care and support',
  pairs: 'Pairs',
  figures: 'Figures',
  directory: 'Directory',
  absences: 'Absences',
  help: 'Help',
  practice: 'Practise',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out of all devices',
  unsent:
    'Complaints still wait for the link on this device. Signing out erases them: they will be lost. Sign out all the same?',
  roles: {
    'focal-point': 'Accountability focal point',
    deputy: 'Deputy focal point',
    'regional-cluster': 'Regional cluster',
    partner: 'Partner',
    authority: 'Health authority',
    protection: 'Protection',
    integrity: 'Integrity',
    relay: 'Community relay',
    coordinator: 'Coordination',
    administrator: 'Administration',
  },
  signIn: {
    title: 'Sign in',
    lead: 'The console is for the teams who handle complaints.',
    teams: { label: 'Teams', hint: 'Focal points, regional clusters, partners, authorities, relays, coordination.' },
    restricted: {
      label: 'Restricted access',
      hint: 'Protection, integrity, administration: a second factor is asked.',
    },
    publicPages: 'Do you have a complaint or a question? Write to us here.',
    problems: {
      title: 'You are not signed in',
      link: 'This sign-in has expired or belongs to another window. Please start again.',
      unknown:
        'Your account exists, but the directory of Jaabi does not know it, or no longer does. Ask the administration.',
      restricted: 'Your role needs the restricted access, with its second factor.',
      protocol:
        'The information-sharing protocol with your organisation is not recorded in Jaabi yet. Your account opens as soon as it is: ask the administration.',
      pair: 'Your seat in the pair waits to be confirmed, or your training is due. See your colleague of the pair or the administration.',
      provider: 'The sign-in service does not answer. Try again in a minute.',
      ended:
        'Your session is over: after 30 minutes without doing anything or 12 hours in all, or because it was closed.',
      typing:
        'Your session ended before this was sent: nothing was recorded. Sign in in a new tab, then come back here, previous page: what you typed is still there. Send it again.',
    },
  },
  signedOut: {
    title: 'You are signed out',
    text: 'Close this window if you share this device.',
    again: 'Sign in again',
    provider: 'Also close the session of the sign-in service',
  },
  forged: {
    title: 'Nothing was recorded',
    text: 'This page came from a session closed since, or from outside the console. If you were typing, go back one page: it is still there. Send it again.',
    back: 'Back to the inbox',
  },
  tooMuch: {
    title: 'That is too large',
    text: 'Nothing was recorded: what is sent may be 2 MB at most. Go back one page, and send the file in several parts.',
    back: 'Back to the inbox',
  },
  notFound: {
    title: 'Nothing at this address',
    text: 'Either nothing is here, or it is not yours to see. The two look alike, on purpose.',
    back: 'Back to the inbox',
  },
  trouble: {
    title: 'Something went wrong on our side',
    text: 'We do not know whether your last action was recorded. Open the case to check before you repeat it.',
    back: 'Back to the inbox',
  },
}
