/** Writing down: the words first and wide, the rest beside them where there is room. */
export const intakeStyle = `
.intake { max-width: 60rem } .intake.narrow { max-width: 40rem }
.intake h2 { margin: 0 0 .7rem; font-size: 1.1rem } .intake section { min-width: 0 }
.intake .field, .intake fieldset { margin-bottom: 1rem } .intake legend, .intake .field > label { font-size: 1rem } .intake .hint { font-size: .88rem; margin-bottom: .3rem }
.intake textarea { min-height: 7.5rem } .intake input:not([type=radio], [type=checkbox]), .intake select { min-height: 2.75rem; padding: .45rem .7rem }
.intake input[type=datetime-local] { width: 100% } .intake input[type=tel] { max-width: none }
.intake .choice { min-height: 2.6rem; padding: .3rem .7rem; line-height: 1.25 } .intake .choice small { font-size: .84rem }
.said-part .choices { display: flex; flex-wrap: wrap; gap: .4rem }
.to-danger { font-weight: 650; color: var(--bad) } .to-danger::before { content: "▲ " }
.intake:has(#source option:not([value=""]):checked) .needs-channel { display: none }
.intake:has([name=kind][value=integrity]:checked) .ordinary-only { display: none }
.intake .pair { display: grid; gap: 0 1rem } .place-list { margin: -.5rem 0 1rem; font-size: .95rem } .place-list summary { padding: .4rem 0; cursor: pointer; color: var(--indigo) }
.old { font-weight: 600; color: var(--ochre); margin: .5rem 0 .3rem } .old::before { content: "▲ " }
.intake .send { display: flex; flex-wrap: wrap; gap: .6rem 1.4rem; align-items: center; margin: .4rem 0 1.6rem } .send .button { min-width: 14rem }
.waiting > div { border: 1px solid var(--tint-line); border-left: .4rem solid var(--ochre); background: var(--tint); border-radius: .4rem; padding: .7rem 1rem; margin: 0 0 1rem }
.waiting > .sent { border-color: var(--line); border-left-color: var(--done); background: var(--card) }
.waiting p { margin: 0 0 .4rem } .waiting b { font-weight: 650 } .waiting ul { margin: 0 0 .5rem; padding-left: 1.1rem } .waiting a.number { font: 700 1.05rem var(--digits); white-space: nowrap }
.own { max-width: 60rem } .own li { margin: 0 0 .5rem } .own li form { display: inline-block; margin-left: .6rem } .own .number { font: 700 1.05rem var(--digits); white-space: nowrap } .own summary { padding: .4rem 0; cursor: pointer; color: var(--indigo) }
.kept { max-width: 60rem } .kept h2 { font-size: 1rem } .kept p { font-size: .93rem; margin-bottom: .4rem }
.known { max-width: 60rem; margin: 1rem 0 } .known summary { cursor: pointer; padding: .4rem 0; color: var(--indigo) } .known ul { list-style: none; padding: 0; max-width: none; display: grid; gap: .6rem 1.6rem } .known b, .known span { display: block } .known span { font-size: .9rem; color: var(--soft) }
.filed { max-width: 34rem } .aloud { font-size: 1.2rem; max-width: 44rem } .after { display: flex; flex-wrap: wrap; gap: .6rem 1.4rem; align-items: center; margin-top: 1.4rem }
@media (max-width: 47.99rem) { .keyboard { display: none } }
@media (min-width: 40rem) { .intake .pair, .known ul { grid-template-columns: 1fr 1fr } .intake .pair > .field { display: flex; flex-direction: column } .pair > .field > input, .pair > .field > select { margin-top: auto } }
@media (min-width: 60rem) { .intake:not(.narrow) { max-width: none; display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.4rem } .said-part, .intake .send { grid-column: 1 / -1 } .said-part textarea { min-height: 6.5rem } }
@media print { body:has(.own) :is(h1, h1 + .soft, form.intake, .waiting, .kept, .known), .own li a { display: none } }`
