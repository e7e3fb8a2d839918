/**
 * Jaabi's own look: indigo and ochre, as the cloth of the country; a zigzag band under every header, the thread that goes
 * out and comes back. System fonts, 360 px first, light, dark and print. Contrast is at least 4.5 to 1 in both themes.
 */
const tokens = `
:root {
  color-scheme: light dark;
  --paper: #faf7f1; --card: #fff; --ink: #1c2035; --soft: #54586e; --line: #ddd4c5; --edge: #74778b;
  --indigo: #28367f; --deep: #1a2359; --on-deep: #f6f1e6; --button: #28367f; --button-over: #1a2359; --on-button: #fff;
  --ochre: #a4470f; --tint: #f6ead9; --tint-line: #dfc39c; --calm: #eceefa; --calm-line: #c3c9ec;
  --done: #19633f; --bad: #a1142b; --bad-tint: #fdecee; --focus: #ffb81c; --thread: #d98a3d;
  --body: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --digits: ui-monospace, "SFMono-Regular", "Roboto Mono", "Noto Sans Mono", Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14162a; --card: #1d2039; --ink: #efebe2; --soft: #b7b9cc; --line: #363a5c; --edge: #888cab;
    --indigo: #b1bcff; --deep: #0d1026; --on-deep: #f6f1e6; --button: #4655b8; --button-over: #5766cb; --on-button: #fff;
    --ochre: #f2ab70; --tint: #2f2632; --tint-line: #6b4a35; --calm: #222748; --calm-line: #424a86;
    --done: #86d9ae; --bad: #ffa3ad; --bad-tint: #3a1d2b; --focus: #ffc64d; --thread: #c5752b;
  }
}`

const page = `
*, *::before, *::after { box-sizing: border-box }
html { font: 100%/1.55 var(--body); -webkit-text-size-adjust: 100%; background: var(--paper); color: var(--ink); scroll-padding-top: 1rem }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; overflow-wrap: break-word }
main { flex: 1; width: 100%; max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font-size: clamp(1.7rem, 1.35rem + 1.8vw, 2.4rem); line-height: 1.15; letter-spacing: -.015em; margin: 0 0 .6rem; text-wrap: balance }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 2.2rem 0 .6rem; text-wrap: balance }
h3 { font-size: 1rem; margin: 1rem 0 .2rem }
p, ul, ol, dl { margin: 0 0 .9rem; max-width: 66ch }
a { color: var(--indigo); text-underline-offset: .18em; text-decoration-thickness: .08em }
a:hover { text-decoration-thickness: .16em }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--ink); border-radius: .2rem }
.lead { font-size: 1.1rem; color: var(--soft) }
.soft { color: var(--soft) }
.skip { position: absolute; left: .5rem; top: -5rem; background: var(--card); color: var(--indigo); padding: .7rem 1rem; z-index: 2 }
.skip:focus { top: .5rem }
.site { background: var(--deep); color: var(--on-deep) }
.site > div { max-width: 44rem; margin: 0 auto; padding: .7rem 1rem; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: center }
.site a { color: inherit }
.site::after, .thread { content: ""; display: block; height: 8px; background: linear-gradient(135deg, var(--thread) 33%, transparent 34%) 0 0/12px 8px repeat-x, linear-gradient(225deg, var(--thread) 33%, transparent 34%) 0 0/12px 8px repeat-x }
.brand { display: flex; align-items: center; gap: .6rem; text-decoration: none; margin-right: auto; padding: .2rem 0 }
.brand svg { width: 2.3rem; height: 2.3rem; flex: none }
.brand b { display: block; font-size: 1.3rem; line-height: 1.1; letter-spacing: .01em }
.brand small { display: block; font-size: .8rem; line-height: 1.25; opacity: .85 }
.site nav { display: flex; gap: 1.1rem }
.site nav a { padding: .6rem 0; font-size: .95rem }
.site nav [aria-current] { font-weight: 700; text-decoration-thickness: .2em; text-decoration-color: var(--thread) }
.foot { border-top: 1px solid var(--line); font-size: .9rem; color: var(--soft) }
.foot > div { max-width: 44rem; margin: 0 auto; padding: 1.2rem 1rem 2rem }
.foot p { margin: 0 0 .5rem }`

const parts = `
.card, .warn, .calm { border: 1px solid var(--line); background: var(--card); border-radius: .7rem; padding: 1rem; margin: 1.2rem 0 }
.warn { background: var(--tint); border-color: var(--tint-line); border-left: .35rem solid var(--ochre) }
.calm { background: var(--calm); border-color: var(--calm-line) }
.card > :last-child, .warn > :last-child, .calm > :last-child { margin-bottom: 0 }
.card > :first-child, .warn > :first-child, .calm > :first-child { margin-top: 0 }
.facts { display: grid; gap: 0; margin: .6rem 0 1.2rem; border-top: 1px solid var(--line) }
.facts > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line) }
.facts dt { color: var(--soft) } .facts dd { margin: 0; font-weight: 650 }
.know { list-style: none; padding: 0; display: grid; gap: .8rem }
@media (min-width: 40rem) { .know { grid-template-columns: 1fr 1fr; gap: 1rem 1.6rem } }
.button { display: inline-block; font: inherit; font-weight: 650; color: var(--on-button); background: var(--button); border: 2px solid transparent; border-radius: .6rem; padding: .7rem 1.4rem; min-height: 3rem; text-decoration: none; text-align: center; cursor: pointer }
.button:hover { background: var(--button-over) }
.button.plain { background: transparent; color: var(--indigo); border-color: currentColor }
.button.danger-way { background: var(--tint); color: var(--ink); border-color: var(--ochre); font-weight: 400; display: block } .button.danger-way b { color: var(--ochre) }
.button.leave { background: var(--ink); color: var(--paper) }
@media (max-width: 30rem) { .button { width: 100% } }
.leaving { position: sticky; top: 0; z-index: 1; background: var(--card); border-bottom: 1px solid var(--line) }
.leaving > div { max-width: 44rem; margin: 0 auto; padding: .6rem 1rem; display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center }
.leaving p { margin: 0; font-size: .85rem; color: var(--soft); flex: 1 1 14rem }
.ticket { background: var(--card); border: 1px solid var(--line); border-radius: .9rem; overflow: hidden; margin: 1.4rem 0; text-align: center }
.ticket > div { padding: 1.2rem 1rem }
.ticket > .thread { padding: 0 } .ticket p { margin: 0 auto } .ticket .number { font: 700 clamp(1.75rem, 7.5vw, 2.8rem)/1.2 var(--digits); letter-spacing: .03em; margin: .2rem 0; white-space: nowrap }
.stages { list-style: none; margin: 1.4rem 0; padding: 0; display: flex }
.stages li { flex: 1; position: relative; padding-top: 2.6rem; text-align: center; color: var(--soft); font-size: .9rem; line-height: 1.3 }
.stages li::before { content: ""; position: absolute; top: .95rem; left: -50%; width: 100%; height: 4px; background: var(--line) }
.stages li:first-child::before { display: none }
.stages .done::before, .stages [aria-current]::before { background: var(--done) }
.stages i { position: absolute; z-index: 1; top: 0; left: calc(50% - 1.05rem); width: 2.1rem; height: 2.1rem; border-radius: 50%; border: 3px solid var(--line); background: var(--paper); font: 700 1rem/1.65rem var(--body) }
.stages b { color: var(--ink); font-size: 1rem }
.stages [aria-current] i { border-color: var(--done); color: var(--done); border-width: 4px; line-height: 1.5rem }
.stages .done i { border-color: var(--done); background: var(--done); color: var(--paper) }
.said { border-left: .35rem solid var(--done); background: var(--card); margin: 1rem 0; padding: .9rem 1rem; border-radius: 0 .6rem .6rem 0; white-space: pre-wrap }`

const forms = `
form { margin: 0 } .field, fieldset { border: 0; margin: 0 0 1.6rem; padding: 0; min-width: 0 }
legend, .field > label:not(.choice) { display: block; padding: 0; font-weight: 700; font-size: 1.05rem; margin-bottom: .15rem }
.beside { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .8rem } .beside select { width: auto; flex: 1 1 9rem; min-width: 0 }
@media (max-width: 30rem) { .field, fieldset { margin-bottom: .95rem } main { padding-top: .9rem } .site .languages a { padding: .15rem 0 .5rem } }
.hint { color: var(--soft); font-size: .93rem; margin: 0 0 .5rem }
input[type=text], input[type=tel], textarea, select { font: inherit; color: var(--ink); background: var(--card); border: 2px solid var(--edge); border-radius: .5rem; padding: .6rem .7rem; width: 100%; min-height: 3rem }
textarea { min-height: 7rem; resize: vertical } @media (max-width: 30rem) { textarea { min-height: 6.4rem } } input[type=tel] { max-width: 18rem; font-family: var(--digits) }
.choices { display: grid; gap: .5rem } .choices.two { grid-template-columns: 1fr 1fr; line-height: 1.3 } .two > :last-child:nth-child(odd) { grid-column: 1/-1 }
.choice { display: flex; gap: .7rem; align-items: center; min-height: 3rem; padding: .55rem .8rem; background: var(--card); border: 1px solid var(--edge); border-radius: .6rem; cursor: pointer }
.choice:hover { border-color: var(--indigo) }
.choice:has(:checked) { border-color: var(--indigo); box-shadow: inset 0 0 0 1px var(--indigo); background: var(--calm) }
.choice input { width: 1.35rem; height: 1.35rem; flex: none; margin: 0; accent-color: var(--indigo) } .choice small { color: var(--soft) }
.wrong { border-left: .35rem solid var(--bad); padding-left: .8rem } .wrong input[type], .wrong textarea { border-color: var(--bad) }
.problem { color: var(--bad); font-weight: 650; margin: .1rem 0 .5rem }
.problems { border: 3px solid var(--bad); background: var(--bad-tint); border-radius: .6rem; padding: 1rem; margin: 0 0 1.6rem }
.problems h2 { margin: 0 0 .4rem; font-size: 1.1rem } .problems ul { margin: 0; padding-left: 1.2rem } .problems a { color: var(--bad); font-weight: 650 }
.only-abuse { display: none }
form:has([value=abus]:checked) .only-abuse { display: block }
form:has([value=abus]:checked) .not-abuse, form:has([data-silent]:checked) .needs-contact { display: none }`

const print = `
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --indigo: #000; --deep: #fff; --on-deep: #000; --line: #999; --tint: #fff; --calm: #fff; --done: #000 }
  .site nav, .foot, .leaving, .skip, .button, .screen-only { display: none }
  main { max-width: none; padding: 0 } .card, .warn, .calm, .ticket { break-inside: avoid }
}`

/** Blanks cost bytes on a 2G line. */
export const squeeze = (css: string): string => css.replace(/\s*\n\s*/g, ' ').replace(/\s*([{};,])\s*/g, '$1')

export const stylesheet = squeeze(tokens + page + parts + forms + print)
