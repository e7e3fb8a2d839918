/** One case: beside each other where there is room, below each other on a phone. */
export const caseStyle = `
.crumb { margin: 0 0 .4rem; font-size: .93rem } .crumb a + a { margin-inline-start: 1rem }
.case section { margin: 0 0 1.6rem } .case h2 { margin: 0 0 .5rem } .case h3 { margin: .8rem 0 .2rem } .case .act + h2 { margin-top: 1.4rem }
.case { display: flex; flex-direction: column } .case.drafting .do { order: -1 }
@media (min-width: 60rem) { .case { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2.5rem; grid-template-areas: "first do" "rest do"; grid-template-rows: auto 1fr } .case .first { grid-area: first } .case .do { grid-area: do } .case .rest { grid-area: rest } }
.words { margin: .4rem 0; padding: .8rem 1rem; border: 0; border-inline-start: .35rem solid var(--thread); background: var(--card); border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 1.08rem }
.words.small { font-size: .97rem; padding: .4rem .7rem } .words.sms { font-family: var(--digits); font-size: .95rem; border-inline-start-color: var(--done); background: var(--card) }
.alert, .late b { color: var(--bad); font-weight: 700 } .alert .soft { font-weight: 400 } .promised { font-weight: 650 }
.clocks { list-style: none; padding: 0 } .clocks li { padding: .3rem 0; border-bottom: 1px solid var(--line) }
.alike { list-style: none; padding: 0 } .alike li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .7rem; align-items: center; padding: .35rem 0; border-bottom: 1px solid var(--line) } .alike .soft { grid-column: 1 } .alike .button { grid-area: 1 / 2 / span 2 }
.history { list-style: none; padding: 0; margin: 0 } .history li { padding: .5rem 0; border-bottom: 1px solid var(--line) } .history time { font-size: .9rem; color: var(--soft) }
.act { border: 1px solid var(--edge); border-radius: .6rem; background: var(--card); margin: 0 0 .6rem }
.act > summary { cursor: pointer; padding: .7rem 1rem; font-weight: 650; min-height: 2.75rem } .act[open] > summary { border-bottom: 1px solid var(--line) }
.act > form { padding: .8rem 1rem 1.1rem } .act fieldset, .act .field { margin-bottom: 1.1rem } .act textarea { min-height: 4.5rem } .act .choice { min-height: 2.75rem; padding: .4rem .7rem }
.more { margin: 0 0 1.1rem } .more > summary { cursor: pointer; padding: .5rem 0; font-weight: 650; color: var(--indigo) }
.then { border-left: .3rem solid var(--calm-line); padding: .1rem .8rem; margin: 0 0 1rem; font-size: .95rem } .then p { margin: 0 0 .3rem }
.buttons { display: flex; flex-wrap: wrap; gap: .6rem } .preview h3 { margin-top: 0 } .act [hidden] { display: none }
.phone { font: 700 1.5rem/1.3 var(--digits) }
.blanks div { margin: 1.2rem 0 } .blanks dd { margin: 0; border-bottom: 1px solid var(--ink); min-height: 2rem }
@media print { .crumb, .case .do { display: none } .words { border: 1px solid #999 } .sheet h1 { margin-top: 0 } }`
