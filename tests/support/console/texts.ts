import { consoleTextsFor } from '../../../languages/console.ts'
import { mali } from '../../../programme/mali.ts'
import type { ConsoleTexts } from '../../../web/console/texts.ts'

const offered = consoleTextsFor(mali.languages)

function textsIn(code: string): ConsoleTexts {
  const found = offered.find(({ language }) => language === code)
  if (!found) throw new Error(`${code} is not offered to staff`)
  return found
}

/** The console as staff in Mali get it. */
export const consoleTexts = { fr: textsIn('fr'), en: textsIn('en') }
