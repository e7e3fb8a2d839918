import { squeeze, stylesheet } from '../style.ts'
import { asset } from './frame/asset.ts'
import { caseStyle } from './case/style.ts'
import { figuresStyle } from './figures/style.ts'
import { wallStyle } from './figures/wall-style.ts'
import { helpStyle } from './help/style.ts'
import { directoryStyle } from './directory/style.ts'
import { inboxStyle } from './inbox/style.ts'
import { intakeStyle } from './intake/style.ts'
import { practiceStyle } from './practice/style.ts'
import { searchStyle } from './search/style.ts'
import { startStyle } from './start/style.ts'
import { callsStyle } from './calls/style.ts'
import { gatewayStyle } from './gateways/style.ts'
import { workloadStyle } from './workload/style.ts'

/** The look of the public pages, wider and denser: people work here all day. */
const frame = `
body.console main { max-width: 72rem; padding-top: 1.1rem }
body.console .site > div { max-width: 72rem }
body.console h1 { font-size: clamp(1.4rem, 1.2rem + 1vw, 1.9rem) }
body.console .button { min-height: 2.75rem; padding: .55rem 1.1rem }
.button.small { min-height: 2.25rem; padding: .25rem .8rem; font-size: .93rem; width: auto }
.searching { position: relative } .searching ul { position: absolute; z-index: 2; inset-inline: 0; top: 100%; list-style: none; margin: .15rem 0 0; padding: .2rem; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; box-shadow: 0 .4rem 1.2rem rgb(0 0 0 / .2); max-width: none }
.searching + .hint { margin-top: .4rem } .searching li { padding: .45rem .6rem; border-radius: .35rem; cursor: pointer; line-height: 1.3 } .searching [aria-selected=true] { background: var(--calm); outline: 2px solid var(--indigo); outline-offset: -2px } .searching .nobody { color: var(--soft); cursor: default }
.button.danger { background: var(--bad); color: var(--paper) }
button.link { font: inherit; background: none; border: 0; padding: .6rem 0; color: var(--indigo); text-decoration: underline; text-underline-offset: .18em; cursor: pointer; text-align: left }
.site nav { flex-wrap: wrap }
.site .who { position: relative; font-size: .95rem }
.unfolds > summary { cursor: pointer; padding: .7rem 0 }
.unfolds form + form { margin-top: .7rem }
.who > summary { cursor: pointer; padding: .6rem 0; list-style-position: inside }
.who > div { background: var(--card); color: var(--ink); border: 1px solid var(--line); border-radius: .6rem; padding: .5rem 1rem; margin: .3rem 0 .6rem }
.who a, .who button.link { display: block; color: var(--indigo); padding: .5rem 0 }
.who p { margin: .3rem 0; color: var(--soft) }
.who > div { position: absolute; right: 0; z-index: 3; min-width: 17rem; box-shadow: 0 .4rem 1.4rem rgb(0 0 0 / .25) }
@media (max-width: 47.99rem) { body.console .site > div { padding: .4rem 1rem; gap: .1rem .8rem; flex-wrap: wrap } body.console .brand small { display: none } body.console .brand svg { width: 1.9rem; height: 1.9rem } .site .who { max-width: 60% } body.console .site nav { order: 1; flex-basis: 100%; gap: 0 .85rem } body.console .site nav a { padding: .55rem 0; font-size: .9rem } }
.flash { border: 1px solid var(--line); border-left: .4rem solid var(--done); background: var(--card); border-radius: .4rem; padding: .7rem 1rem; margin: 0 0 1.2rem; font-weight: 600 }
.flash.careful { border-left-color: var(--ochre); background: var(--tint) }
.doors { display: grid; gap: 1rem; max-width: 44rem } @media (min-width: 40rem) { .doors { grid-template-columns: 1fr 1fr } }
.doors .button { width: 100% }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
input[type=search], input[type=date], input[type=datetime-local], input[type=number] { font: inherit; color: var(--ink); background: var(--card); border: 2px solid var(--edge); border-radius: .5rem; padding: .5rem .7rem; min-height: 2.75rem; max-width: 100% }`

const print = `
@media (max-width: 39.99rem) { .choices.two { grid-template-columns: 1fr } }
@media print {
  @page { size: A4; margin: 14mm } .who, .flash, .site nav, main nav:not(.periods, .tabs), .tabs a:not([aria-current]), .crumb, .link, details:not([open]) { display: none } footer nav { display: none !important } body.console main { max-width: none; padding-top: 4mm }
  body.console { display: block; font-size: 10pt } body.console .site > div { max-width: none; padding: 0 0 2mm; justify-content: space-between } .site > div .printed { display: block !important; margin: 0; color: #000 } .site::after { background: #000; height: .4mm }
  thead { display: table-header-group } tr, .todos li, .tag { break-inside: avoid } h1, h2, h3 { break-after: avoid } .tag, .level { border: .2mm solid #000 }
  .listing:has(td form) :is(th, td):last-child { display: none }
}`

/** What one section adds stands here too, so that every page shares one file. */
const sections: readonly string[] = [
  inboxStyle,
  figuresStyle,
  wallStyle,
  intakeStyle,
  caseStyle,
  practiceStyle,
  helpStyle,
  searchStyle,
  workloadStyle,
  gatewayStyle,
  callsStyle,
  startStyle,
  directoryStyle,
]

export const consoleStyle = asset(
  '/console/style.css',
  'text/css; charset=utf-8',
  stylesheet + squeeze(frame + sections.join('') + print),
)
