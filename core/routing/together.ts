/** What may be done with several cases at once; `merge`: all follow the first, and are answered with it. */
export const togetherSteps = ['assign', 'merge', 'dismiss'] as const
export type TogetherStep = (typeof togetherSteps)[number]

/** So many cases at once, and so many that one person alone dismisses in a day, at once or one by one. */
export const mostTogether = 50
export const mostAlone = 10

/** Why a number of cases is not dismissed together. */
export type NotTogether = 'sensitive' | 'not-opened' | 'other-words' | 'several-senders'

/** What a person decides of a flood: nobody is speaking; these are people; or, later, that it was set aside wrongly. */
export const floodActs = ['aside', 'lift', 'restore'] as const
export type FloodAct = (typeof floodActs)[number]
