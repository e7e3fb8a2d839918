/** A table at a desk, a card each on a phone. */
export const callsStyle = `
.calls { border-collapse: collapse; width: 100%; max-width: 60rem; font-size: .95rem; margin: 1rem 0 1.6rem }
.calls th, .calls td { text-align: left; font-weight: 400; padding: .5rem .8rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.calls thead th { font-size: .87rem; font-weight: 650; color: var(--soft) } .calls th a { font-weight: 650 } .calls small { display: block; color: var(--soft) }
.calls .late { color: var(--bad) }
@media screen and (max-width: 46rem) { .calls thead { position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%) } .calls thead tr { display: block; width: 1px; overflow: hidden } .calls tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line) } .calls tbody th, .calls td { display: block; border: 0; padding: .15rem 0 } }`
