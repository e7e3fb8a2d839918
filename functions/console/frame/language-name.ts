import type { ConsoleTexts } from '../../../web/console/texts.ts'

/** As the reader calls it: « français », « bambara ». */
export const languageName = (code: string, { chain, inbox }: ConsoleTexts): string =>
  inbox.languages[code] ?? new Intl.DisplayNames([...chain], { type: 'language' }).of(code) ?? code
