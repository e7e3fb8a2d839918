/** Help, and the procedure: on A4 its tables keep their rows together and their heads on every sheet. */
export const helpStyle = `
.help-doors { display: grid; gap: 1rem; max-width: 52rem } @media (min-width: 40rem) { .help-doors { grid-template-columns: 1fr 1fr } }
.help-doors .card { margin: 0; display: flex; flex-direction: column } .help-doors .card p:last-child { margin-top: auto }
.guide { border: 1px solid var(--line); background: var(--card); border-radius: .6rem; margin: 0 0 .6rem; max-width: 52rem }
.guide > summary { cursor: pointer; padding: .75rem 1rem } .guide > p, .guide > ol { margin-inline: 1rem } .guide[open] > summary { border-bottom: 1px solid var(--line); margin-bottom: .8rem }
.guide li { margin-bottom: .5rem } .guide ol { padding-left: 1.4rem }
.help-table { border-collapse: collapse; font-size: .95rem; line-height: 1.4; width: 100% } .help-table th { text-align: left; vertical-align: top }
.help-table thead th { font-size: .87rem; color: var(--soft); border-bottom: 2px solid var(--line); vertical-align: bottom } .help-table tbody th { font-weight: 650 }
.help-table th, .help-table td { padding: .5rem .7rem .5rem 0; border-bottom: 1px solid var(--line) } .help-table td { vertical-align: top }
.help-table small { display: block; color: var(--soft); font-weight: 400; font-size: .87rem }
.help-wide { overflow-x: auto; margin: 0 0 1rem } .sop .help-wide .help-table { min-width: 44rem } .sop-sees td, .sop-sees thead th:not(:first-child) { text-align: center } .sop-sees thead th { font-size: .8rem; hyphens: auto } .sop-sees tbody th { min-width: 11rem; text-align: left }
.help-list > div { border-left: .3rem solid var(--line); padding: .1rem 0 .1rem 1rem; margin-bottom: .9rem } .never .help-list > div { border-left-color: var(--bad) }
.help-list dt { font-weight: 700 } .never dt::before { content: "✕ "; color: var(--bad) } .help-list dd { margin: 0 }
.help-keys { display: grid; gap: .3rem; max-width: 26rem } .help-keys > div { display: flex; gap: 1rem } .help-keys dt { flex: 0 0 5rem } .help-keys dd { margin: 0 }
.sop-versions { list-style: none; padding: .7rem 1rem; border: 1px solid var(--calm-line); background: var(--calm); border-radius: .6rem; max-width: 44rem } .sop-ladder li { display: inline } .sop-ladder { list-style: none; padding: 0; font-weight: 650 } .sop-ladder li:not(:last-child)::after { content: " → " }
.sop-hours { max-width: 26rem } .sop-hours > div { display: flex; justify-content: space-between; border-bottom: 1px solid var(--line); padding: .2rem 0 } .sop-hours dd { margin: 0 }
.sop-feasts { display: grid; gap: 0 2.5rem } @media (min-width: 40rem) { .sop-feasts { grid-template-columns: 1fr 1fr } } .sop-feasts ul { padding-left: 1.1rem } .sop-feasts small { color: var(--soft) }
.sop-told { max-width: 52rem } .sop-told > div { margin-bottom: .9rem } .sop-told dt { font-weight: 650 } .sop-told small { color: var(--soft); font-weight: 400 } .sop-told dd { margin: .2rem 0 0; background: var(--calm); border: 1px solid var(--calm-line); border-radius: .3rem .9rem .9rem .9rem; padding: .5rem .9rem; overflow-wrap: anywhere }
.sop-signed { display: none }
@page { size: A4; margin: 14mm 13mm }
@media print {
  .sop { font-size: 9.5pt; line-height: 1.35 } .sop .lead { font-size: 11pt } .sop .help-table { font-size: 9pt } .sop small, .sop .help-table small, .sop .help-table thead th { font-size: .92em } .sop h1 { font-size: 18pt } .sop h2 { font-size: 13pt; margin: 1.2rem 0 .4rem; break-after: avoid } .sop p, .sop ul, .sop ol, .sop dl { max-width: none }
  .sop .help-wide { overflow: visible } .sop .help-wide .help-table { min-width: 0; font-size: 8.5pt } .help-table thead { display: table-header-group } .help-table tr, .sop-told > div, .sop-feasts > div, .guide { break-inside: avoid }
  .help-table th, .help-table td { padding: .25rem .4rem .25rem 0 } .sop .help-wide .sop-sees { font-size: 7.5pt } .sop .sop-sees thead th { font-size: 6.5pt } .sop .sop-sees tbody th { min-width: 0; width: 20% } .sop-told dd { padding: .2rem .5rem; background: none }
  .sop-signed { display: block; break-inside: avoid } .sop-signed ul { list-style: none; padding: 0; display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 1.5rem } .sop-signed li { border-top: 1px solid #000; padding-top: .3rem; margin-top: 2.5rem }
}`
