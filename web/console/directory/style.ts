/** The directory: lists, facts, plain forms. */
export const directoryStyle = `
.tabs { display: flex; flex-wrap: wrap; gap: .2rem .3rem; border-bottom: 2px solid var(--line); margin: 0 0 .9rem }
.tabs a { padding: .6rem .9rem; text-decoration: none; border-radius: .5rem .5rem 0 0 } .tabs a:hover { text-decoration: underline }
.tabs ~ .find { margin: 0 0 1rem } .find select { max-width: 30rem }
.tabs [aria-current] { background: var(--calm); color: var(--ink); font-weight: 700; box-shadow: inset 0 -.2rem 0 var(--indigo) }
.above { display: flex; flex-wrap: wrap; gap: .6rem 2rem; justify-content: space-between; align-items: end; margin: 0 0 1rem } .above .button { width: auto }
.listing { width: 100%; border-collapse: collapse; font-size: .95rem; line-height: 1.4; margin: 0 0 1rem }
.listing th { text-align: left; font-size: .87rem; font-weight: 650; color: var(--soft); padding: .3rem .7rem; border-bottom: 2px solid var(--line) }
.listing td { padding: .55rem .7rem; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: break-word } .listing tbody tr:hover { background: var(--card) }
.listing td > bdi > a { display: inline-block; padding: .15rem 0; font-weight: 650 }
.listing code { font: .9em var(--digits); overflow-wrap: anywhere } .listing ul { list-style: none; margin: 0; padding: 0 }
.facts { max-width: 46rem } .facts > div { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: .45rem 0; border-bottom: 1px solid var(--line) } .facts dt { flex: 0 0 12rem; color: var(--soft) } .facts dd { margin: 0; flex: 1 1 14rem }
.plain-form { max-width: 44rem } .plain-form .field, .plain-form fieldset { margin-bottom: 1.3rem }
input[type=file] { font: inherit; max-width: 100%; padding: .5rem 0 }
.invited-slip { border: 1.5px dashed var(--edge); border-radius: .4rem; padding: .8rem 1.1rem; margin: 0 0 1rem; max-width: 36rem; break-inside: avoid } .invited-slip h2 { margin: 0 0 .3rem; font-size: 1.05rem } .invited-slip p { margin: 0 0 .45rem }
.sums { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .6rem; list-style: none; padding: 0; max-width: none }
.sums ~ form { margin: 0 0 .8rem }
.sums li { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .6rem .8rem } .sums b { display: block; font: 700 1.5rem/1.2 var(--digits) }
@media screen and (max-width: 47.99rem) {
  .tabs a { padding: .6rem .5rem }
  .listing, .listing tbody, .listing tr, .listing td { display: block } .listing thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .listing tbody tr { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .5rem .9rem; margin: 0 0 .7rem }
  .listing td { border: 0; padding: .25rem 0; display: flex; gap: .2rem .8rem } .listing td::before { content: attr(data-label); flex: 0 0 7.2rem; color: var(--soft); font-size: .87rem } .listing td > bdi { flex: 1; min-width: 0 }
}`
