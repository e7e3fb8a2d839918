/** What topics are told, by name (design §5): counts and a link; references only for N, at most 20 of them. */
export interface Publications {
  /** Cases that escalated to the topic's level. */
  escalated: { references: readonly string[]; more: number; link: string | null }
  /** Cases that need somebody: a count, for protection and integrity never anything else. */
  attention: { count: number; link: string | null }
  /** How an owner's week begins: what is still to do, and how much of it is late. */
  week: { open: number; late: number; link: string | null }
  /** How a region's day begins: its open cases, those of them that are late, due today, and at its own level. */
  digest: { open: number; late: number; today: number; own: number; link: string | null }
  /** To the protection pair: numbers of care that are read out no more since nobody checked them, and those that soon will not be. */
  care: { out: number; soon: number; link: string | null }
  /** To a pair: who is in it changes, or was to. */
  pairChanged: { link: string | null }
  /** To a pair and the coordination: trainings of that pair that lapse in so many days. */
  pairTraining: { count: number; days: number; link: string | null }
  /** To the same, every day: nobody of the pair has a training in force and is to stay. */
  pairUntrained: { count: number; link: string | null }
  /** To the same, every day: for so many days no woman of the pair has been trained and is to stay. */
  pairWoman: { days: number; link: string | null }
  /** To both pairs and the coordination: somebody more manages the directory. */
  administratorAdded: { link: string | null }
  /** To both pairs: somebody more reads what may be sensitive without a seat. */
  readerAdded: { link: string | null }
  /** To the coordination, once: a gateway began to fail, or its reports stopped. Which, its page says. */
  gateways: { link: string | null }
  /** To the coordination, once a month each: satisfaction is asked no more, or nobody is reminded, for what SMS cost. */
  ceiling: { link: string | null }
}
export type PublicationName = keyof Publications
/** In one language: a subject and a body. */
export type PublicationTexts = {
  [Name in PublicationName]: (values: Publications[Name]) => { subject: string; body: string }
}

export const referencesPerPublication = 20
