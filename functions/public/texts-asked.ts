import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import type { PublicTexts } from '../../web/public/texts.ts'

type Offered = readonly [PublicTexts, ...PublicTexts[]]

/** In the language the address asks for, else the first the browser wishes that is offered, else the programme's first. */
export function textsAsked(c: Context, offered: Offered): PublicTexts {
  const inLanguage = (code: string | undefined) => offered.find(({ language }) => language === code)
  return inLanguage(c.req.query('langue')) ?? inLanguage(wished(c, offered)) ?? offered[0]
}

const wished = (c: Context, offered: Offered): string =>
  accepts(c, {
    header: 'Accept-Language',
    supports: offered.map(({ language }) => language),
    default: offered[0].language,
    // `fr-ML` wishes for `fr`; a weight of nought refuses.
    match: (wishes, { supports, default: first }) =>
      wishes
        .filter(({ q }) => q > 0)
        .map(({ type }) => type.toLowerCase().replace(/-.*/, ''))
        .find((code) => supports.includes(code)) ?? first,
  })
