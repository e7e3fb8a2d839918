/** The list: a table where there is room, cards where there is not. */
export const inboxStyle = `
.inbox-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .4rem 2rem; align-items: start }
.inbox-head > div { flex: 1 1 18rem } .inbox-head h1 { margin-bottom: .2rem } .inbox-head .soft { margin-bottom: .6rem }
.find { flex: 0 1 21rem; min-width: 0 } .find label { font-weight: 650; font-size: .93rem } .find > div { display: flex; gap: .5rem }
.find input { flex: 1; min-width: 0; font-family: var(--digits) } .find .button { width: auto; flex: none }
.find ::placeholder { color: var(--soft); opacity: 1 }
.find small { display: block; font-size: .85rem }
.filters { margin: .4rem 0 1rem; border-block: 1px solid var(--line); padding: .35rem 0 }
.filters nav { display: flex; gap: .2rem .8rem; align-items: baseline }
.filters b { flex: 0 0 5.2rem; font-size: .87rem; color: var(--soft); font-weight: 650 }
.filters ul { display: flex; flex-wrap: wrap; gap: .2rem .25rem; list-style: none; margin: 0; padding: 0; max-width: none }
.filters a { display: block; padding: .4rem .65rem; border-radius: 1.2rem; text-decoration: none; font-size: .93rem; white-space: nowrap }
.filters .count { font: 600 .9em var(--digits); color: var(--soft) } .filters [aria-current] .count { color: var(--ink) }
.filters a:hover { text-decoration: underline }
.filters [aria-current] { background: var(--calm); color: var(--ink); font-weight: 700; box-shadow: inset 0 0 0 1.5px var(--indigo) }
.filters [aria-current]::before { content: "✓ " }
.offers { border: 2px solid var(--indigo); border-radius: .8rem; padding: .8rem 1.1rem; margin: 0 0 1.2rem; background: var(--card) } .offers h2 { margin: 0 0 .2rem; font-size: 1.15rem }
.offers ul { list-style: none; margin: 0; padding: 0; max-width: none } .offers li { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; justify-content: space-between; align-items: center; padding: .5rem 0; border-top: 1px solid var(--line) }
.offers li > div { flex: 1 1 16rem } .offers [data-case] { font: 700 1.02rem/1.5 var(--digits) } .offers small { display: block; color: var(--soft) } .offers form { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: .35rem; padding: .05rem .45rem; font-size: .88rem; font-weight: 650; line-height: 1.5; background: var(--card) }
.tag i, .level i, .you i { font-style: normal; font-weight: 400 }
.tag.late { background: var(--bad); border-color: var(--bad); color: var(--paper) }
.tag.today { background: var(--tint); border-color: var(--ochre); color: var(--ink) }
.tag.left { color: var(--soft); font-weight: 500; background: none }
.tag.new { border: 1.5px dashed var(--indigo); color: var(--indigo); background: none }
.tag.first { background: var(--indigo); border-color: var(--indigo); color: var(--paper) }
.tag.mark { background: var(--calm); border-color: var(--calm-line) }
.inbox { width: 100%; border-collapse: collapse; font-size: .95rem; line-height: 1.4 }
.inbox th { text-align: left; font-weight: 400 } .inbox thead th { font-size: .87rem; font-weight: 650; color: var(--soft); padding: .3rem .7rem; border-bottom: 2px solid var(--line) }
.inbox small { display: block; font-size: .86rem; color: var(--soft) } .inbox b { font-weight: 650 }
.inbox .in-about > *, .inbox .in-last > *, .inbox .in-action > * { display: block }
.inbox [data-case] { font: 700 1.02rem/1.5 var(--digits); white-space: nowrap }
.inbox .in-case > .tag { margin-top: .15rem }
.inbox .level.N2, .inbox .level.S1, .inbox .level.S2 { color: var(--bad); font-weight: 650 }
.inbox .you { color: var(--indigo); font-weight: 650 }
.inbox tbody tr { position: relative } .inbox tbody tr:hover { background: var(--card) }
.inbox tbody tr:focus-within { background: var(--calm) }
.inbox .read { display: inline-block; padding: .25rem 0; font-size: .93rem } .inbox tr:target { outline: 2px solid var(--indigo); outline-offset: -2px }
.inbox input[type=checkbox] { width: 1.35rem; height: 1.35rem; margin: 0 .4rem 0 0; vertical-align: -.25rem; accent-color: var(--indigo) }
.several { border-top: 1px solid var(--line); margin: 1.2rem 0; padding-top: .6rem } .several h2 { font-size: 1.1rem; margin: 0 } .together { margin-top: 1.2rem; max-width: 44rem }
.inbox + .soft { margin-top: .8rem }
.pages { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; justify-content: space-between; margin: 1.2rem 0 }
.pages [rel=next] { margin-left: auto } .keys { margin: 1rem 0 0 }
@media (max-width: 47.99rem) { .keys { display: none } }
kbd { font: 600 .88em var(--digits); border: 1px solid var(--edge); border-bottom-width: 2px; border-radius: .3rem; padding: .05rem .4rem; background: var(--card) }
dialog { border: 1px solid var(--edge); border-radius: .8rem; background: var(--paper); color: var(--ink); padding: 1.2rem; width: min(26rem, calc(100vw - 2rem)) }
dialog::backdrop { background: rgb(10 12 30 / .55) } dialog h2 { margin-top: 0 }
dialog dl > div { display: flex; gap: 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line) } dialog dt { flex: 0 0 4.5rem } dialog dd { margin: 0 }
@media (min-width: 60rem) {
  .inbox td, .inbox tbody th { padding: .4rem .6rem; vertical-align: top; border-bottom: 1px solid var(--line) } .inbox thead th { padding: .3rem .6rem }
  .inbox .is-late > .in-due { box-shadow: inset .25rem 0 var(--bad) } .inbox .is-today > .in-due { box-shadow: inset .25rem 0 var(--ochre) }
  .inbox .in-due { width: 15rem } .inbox .in-due .tag { white-space: nowrap } .inbox .in-case { width: 12rem } .inbox .in-last { width: 9rem } .inbox .in-action { width: 12.6rem }
}
/* At a desk a row is as low as it can be: what stands below each other on a phone flows. */
@media screen and (min-width: 60rem) {
  .inbox .in-due small { font-size: .83rem } .inbox .in-last { font-size: .88rem } .inbox td small { line-height: 1.32 } .inbox .you { white-space: nowrap }
  .inbox .in-about > b, .inbox .in-about > span, .inbox .in-about > small, .inbox .in-action > b, .inbox .in-action > span, .inbox .in-action > small { display: inline }
  .inbox .in-about > b + span::before, .inbox .in-about > small + small::before { content: " · " } .inbox .in-action > small::before { content: "· " } .inbox .in-action > b::after { content: " " } .inbox .in-about > span + small::before { content: "\\A"; white-space: pre }
  .inbox .in-about > .read { padding: .15rem 0; margin-left: .5rem } .inbox .in-about > p, .inbox .in-about > blockquote { margin: .3rem 0 } .inbox .in-about > p + .read, .inbox .in-about > blockquote + .read { margin-left: 0 }
}
@media screen and (max-width: 59.99rem) {
  .inbox, .inbox tbody, .inbox tr, .inbox td, .inbox tbody th { display: block }
  .inbox thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .inbox tbody tr { background: var(--card); border: 1px solid var(--line); border-left: .3rem solid var(--line); border-radius: .6rem; padding: .7rem .9rem; margin: 0 0 .7rem; display: grid; grid-template-columns: 1fr auto; gap: .45rem .8rem }
  .inbox tbody tr.is-late { border-left-color: var(--bad) } .inbox tbody tr.is-today { border-left-color: var(--ochre) }
  .inbox .in-due, .inbox .in-about, .inbox .in-action { grid-column: 1 / -1 } .inbox .in-case { grid-row: 1; grid-column: 1 / -1 }
  .inbox tbody .in-case { display: flex; flex-wrap: wrap; gap: .2rem .5rem; align-items: center } .inbox [data-case] { display: inline-block; font-size: 1.15rem; padding: .3rem 0 }
  .inbox .in-last { grid-column: 1 / -1 } .inbox .in-last > * { display: inline; font-size: .86rem; color: var(--soft) } .inbox .in-last > small::before { content: " · " }
  .inbox .in-action { border-top: 1px dashed var(--line); padding-top: .45rem }
  .filters nav { display: block } .filters nav + nav { margin-top: .2rem }
  .filters ul { flex-wrap: nowrap; overflow-x: auto; padding: .25rem .2rem .35rem; margin: 0 -1rem; padding-inline: 1rem; scrollbar-width: thin }
  .filters li:has([aria-current]) { order: -1 }
  .filters a { padding: .6rem .8rem; border: 1px solid var(--line); background: var(--card) }
}
@page liste { size: A4 landscape; margin: 9mm }
.paper-only { display: none }
@media print {
  body:has(.inbox) { page: liste } body:has(.inbox) main { padding: 0 } body:has(.inbox) h1 { font-size: 11pt; margin: 0 } body:has(.inbox) .site > div { padding: 0 !important; font-size: 8pt; line-height: 1.2 } body:has(.inbox) .site .brand { padding: 0 } body:has(.inbox) .site .brand b { font-size: 8pt }
  body:has(.inbox) :is(.site .brand svg, .brand small, .inbox-head .soft, main > p), body:has(.inbox) .site::after, .find, .pages, .keys, .several, .waves, .filters b, .filters li:is(:first-child, :not(:has([aria-current]))), .inbox :is(i, input, .read, .words, p), .inbox .in-about small:last-of-type { display: none !important }
  .filters { border: 0; padding: 0; margin: -4.6mm 0 .6mm; text-align: right; font-size: 8pt; line-height: 1.2 } .filters :is(nav, ul, li, a) { display: inline !important; padding: 0; font-size: inherit; background: none !important; box-shadow: none !important; color: #000 } .filters nav + nav { margin-left: 2mm }
  .offers { border: 0; padding: 0; margin: 0 0 3mm; font-size: 9pt; line-height: 1.25 } .offers h2 { font-size: 10pt; margin: 1mm 0 } .offers li { padding: .6mm 0 } .offers li a { font-size: inherit } .offers small { display: inline } .offers form { display: none } .offers:not(.waves) ~ .inbox { break-before: page }
  .paper-only { display: inline !important; font-weight: 400 } .inbox { font-size: 7.2pt; line-height: 1.08; table-layout: fixed } .inbox thead { display: table-header-group } .inbox thead th { font-size: 8pt; padding: .4mm 1.5mm; width: 20% } .inbox thead th:nth-child(2) { width: 20% } .inbox thead th:nth-child(3) { width: 25% } .inbox thead th:nth-child(4) { width: 14% } .inbox thead th:nth-child(5) { width: 21% }
  .inbox tr { break-inside: avoid; height: 5.7mm } .inbox tbody tr:nth-child(30n) { break-after: page }
  .inbox td, .inbox tbody th { padding: 0 1.5mm; border-bottom: .2mm solid #999; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; vertical-align: middle }
  .inbox tbody tr :is(td, th) > *, .inbox tbody tr .in-case [data-case] { display: inline !important; font-size: 7.2pt !important; line-height: 1.08 !important; border: 0 !important; padding: 0 !important; background: none !important; color: #000 !important; text-decoration: none; white-space: nowrap !important }
  .inbox :is(.in-due, .in-about, .in-last, .in-action) > :first-child::after, .inbox [data-case]::after { content: "\\A"; white-space: pre } .inbox .in-about > span ~ small::before, .inbox .in-case > :is(.tag, .level) ~ .tag::before { content: " · " }
}`
