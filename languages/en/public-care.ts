import type { PublicSections } from '../../web/public/texts.ts'

/** Where care and support are, on the page of a danger and after it. */
export const publicCareEn: PublicSections['care'] = {
  title: 'Care and support, without reporting anything',
  lead: 'You can call or go there without sending anything here. Nobody has to report to be cared for.',
  receipt: 'Care and support, without waiting',
  women: 'a woman can answer',
}

/** Where one can speak without writing here. */
export const elsewhereEn: PublicSections['elsewhere'] = {
  title: 'Speak elsewhere',
  lead: 'Green lines, boxes and desks where you can speak too, if you would rather.',
  everywhere: 'For the whole country',
  regions: 'By region',
  none: 'No line, box or desk is announced for now. You can write here.',
  number: 'Call',
}
