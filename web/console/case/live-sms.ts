/** How the SMS of a step is made of what stands in its form; sent to the browser as JSON. */
export interface LiveSms {
  /** The field that is typed in, and the one that chooses the frame (null: there is one frame, under ''). */
  field: string
  by: string | null
  /** The SMS around `{}`: as it reads around most texts, and around one that ends like a sentence. */
  frames: Readonly<Record<string, { open: string; ended: string }>>
  /** Said instead of what was typed: a day as the SMS names it. */
  values: Readonly<Record<string, string>> | null
  texts: { one: string; several: string; changes: string }
}
