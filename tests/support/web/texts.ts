import { publicTextsFor } from '../../../languages/public.ts'
import { mali } from '../../../programme/mali.ts'

/** The public pages as people in Mali get them. */
export const [webFr] = publicTextsFor(mali.languages)
