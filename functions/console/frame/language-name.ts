import type { ConsoleTexts } from '../../../web/console/texts.ts'

/** As the reader calls it: « français », « bambara ». */
export const languageName = (code: string, { language, inbox }: ConsoleTexts): string =>
  inbox.languages[code] ?? new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
