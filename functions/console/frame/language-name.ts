import type { Common } from '../../../web/console/frame/common.ts'

/** As the reader calls it: « français », « bambara ». */
export const languageName = (code: string, { chain, codes }: Common): string =>
  codes.languages[code] ?? new Intl.DisplayNames([...chain], { type: 'language' }).of(code) ?? code
