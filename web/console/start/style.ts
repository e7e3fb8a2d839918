/** A number, what it is, and where to begin: three lines to be read from a chair. */
export const startStyle = `
.todos { list-style: none; margin: 0; padding: 0; max-width: 48rem } .todos li { display: grid; grid-template-columns: 1fr auto; gap: .4rem 1rem; align-items: center; background: var(--card); border: 1px solid var(--line); border-left: .4rem solid var(--ochre); border-radius: .6rem; padding: .8rem 1rem; margin: 0 0 .7rem }
.todos b { font: 700 2.1rem/1 var(--body); font-variant-numeric: tabular-nums; text-align: center; white-space: nowrap } .todos p { margin: 0; font-size: 1.08rem; display: grid; grid-template-columns: minmax(3.4rem, max-content) 1fr; gap: 0 .8rem; align-items: center }
.ways ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem } .ways a { display: inline-block; padding: .5rem 0 }
@media screen and (max-width: 39.99rem) { .todos li { grid-template-columns: 1fr } .todos p { grid-template-columns: minmax(2.6rem, max-content) 1fr } }`
