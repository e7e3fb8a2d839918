/** The form in two or three columns where there is room, what was found as a table or, on a small screen, as cards. */
export const searchStyle = `
.half-remembered { display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: end; margin: 0 0 1rem } .half-remembered .field { flex: 1 1 18rem; margin: 0 0 .6rem } .half-remembered .button { width: auto; margin: 0 0 .6rem } .half-remembered input { width: 100% }
.search { border: 1px solid var(--line); border-radius: .8rem; background: var(--card); padding: 1rem 1.2rem; margin: 0 0 1.6rem }
.search fieldset { margin-bottom: 1rem } .search .hint { margin: 0 0 .4rem } .search details { margin: 0 0 1.2rem }
.search summary { cursor: pointer; padding: .5rem 0; font-weight: 650 }
.search .pair { display: grid; gap: .2rem 1.2rem; align-items: end } .found + .search { margin-top: 1.8rem } .search .field, .search .pair fieldset { margin-bottom: .8rem }
.search .field > label, .search .pair legend { font-size: .95rem; font-weight: 650 }
.search input[type=date], .search select { width: 100% } .search .button { width: auto }
.asked { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; margin: 0 0 .6rem; font-size: .95rem } .asked dt { display: inline; color: var(--soft) } .asked dt::after { content: "\\00a0: " } .asked dd { display: inline; margin: 0; font-weight: 650 }
.found-table { width: 100%; border-collapse: collapse; font-size: .95rem; line-height: 1.4 }
.found-table th { text-align: left; font-weight: 400 } .found-table thead th { font-size: .87rem; font-weight: 650; color: var(--soft); padding: .3rem .7rem; border-bottom: 2px solid var(--line) }
.found-table small { display: block; font-size: .86rem; color: var(--soft) } .found-table b { font-weight: 650 }
.found-table [data-case] { font: 700 1.02rem/1.5 var(--digits); white-space: nowrap } .found-table tbody tr:hover { background: var(--card) }
@media (min-width: 40rem) { .search .pair { grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)) } }
@media print, (min-width: 60rem) { .found-table td, .found-table tbody th { padding: .55rem .7rem; vertical-align: top; border-bottom: 1px solid var(--line) } }
@media screen and (max-width: 59.99rem) {
  .found-table, .found-table tbody, .found-table tr, .found-table td, .found-table tbody th { display: block }
  .found-table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .found-table tbody tr { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .7rem .9rem; margin: 0 0 .7rem }
  .found-table td { padding-top: .25rem } .found-table [data-case] { display: inline-block; font-size: 1.15rem; padding: .3rem 0 }
}
@media print { .search, .half-remembered, .half-remembered + .soft { display: none } }`
