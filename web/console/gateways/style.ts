/** A part each gateway, its facts in two columns at a desk. */
export const gatewayStyle = `
.gateway { border: 1px solid var(--line); border-radius: .6rem; background: var(--card); padding: .4rem 1.1rem 1rem; margin: 0 0 1.4rem } .gateway h2 { margin: .6rem 0 .3rem }
.gateway dl { display: grid; gap: .15rem 1.2rem; margin: .8rem 0; max-width: 60rem } .gateway dt { color: var(--soft); font-size: .9rem } .gateway dd { margin: 0 0 .5rem }
@media (min-width: 40rem) { .gateway dl { grid-template-columns: 13rem 1fr } }
.gateway .state { font-weight: 650 } .gateway .state.bad { color: var(--bad) }
.counts { border-collapse: collapse; width: 100%; max-width: 60rem; font-size: .95rem; margin: .4rem 0 1rem }
.counts th, .counts td { text-align: left; font-weight: 400; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.counts thead th { font-size: .87rem; font-weight: 650; color: var(--soft) } .counts ul { margin: 0; padding: 0; list-style: none }
@media screen and (max-width: 46rem) { .counts thead { position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%) } .counts thead tr { display: block; width: 1px; overflow: hidden } .counts tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line) } .counts tbody th, .counts td { display: block; border: 0; padding: .1rem 0 } .counts td::before { content: attr(data-label); color: var(--soft); margin-right: .4rem } }`
