/** Figures: tiles and tables with bars. Colours carry a sign, a word and a pattern as well. */
export const figuresStyle = `
.figures #boite { margin-top: .9rem } .figures section { margin: 0 0 1.5rem } .figures h2 { margin: 1.6rem 0 .5rem }
.periods { border-block: 1px solid var(--line); padding: .4rem 0; display: flex; flex-wrap: wrap; justify-content: space-between; gap: .3rem 1.5rem; align-items: center }
.periods ul { display: flex; flex-wrap: wrap; gap: .2rem .25rem; list-style: none; margin: 0; padding: 0 } .periods p { margin: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: center }
.periods a { display: inline-block; padding: .5rem .65rem; border-radius: 1.2rem; text-decoration: none } .periods a:hover { text-decoration: underline }
.periods [aria-current] { background: var(--calm); color: var(--ink); font-weight: 700; box-shadow: inset 0 0 0 1.5px var(--indigo) } .periods [aria-current]::before { content: "✓ " }
.tiles { list-style: none; margin: 0; padding: 0; max-width: none; display: grid; gap: .8rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.5rem), 1fr)) }
.tile, .breakdown { background: var(--card); border: 1px solid var(--line); border-radius: .7rem; padding: .8rem 1rem; min-width: 0; break-inside: avoid }
.tile h3, .breakdown h3 { margin: 0 0 .2rem; font-size: .98rem } .tile p { margin: 0 0 .25rem; font-size: .92rem }
.tile .value { font: 700 1.85rem/1.2 var(--body); font-variant-numeric: tabular-nums; letter-spacing: -.01em } .tile .value.word { font-size: 1.15rem; line-height: 1.9 }
.figures details { margin-top: .3rem; font-size: .87rem } .figures summary { cursor: pointer; color: var(--indigo); padding: .4rem 0 } .figures details p { margin: 0 0 .3rem; font-size: inherit }
.ccpm { display: inline-block; border-radius: .35rem; padding: .1rem .55rem; font-weight: 650; color: #1c2035; border: 1px solid #1c2035 }
span.ccpm-green { background: #bfe3cb } span.ccpm-yellow { background: #f8e79c } span.ccpm-orange { background: #f7c894 } span.ccpm-red { background: #f4b6b6 }
pattern.ccpm-green { fill: #1f7a4d; stroke: none } pattern.ccpm-yellow { fill: #c99a00; stroke: #5c4600 } pattern.ccpm-orange { fill: #d9822b; stroke: #6b3500 } pattern.ccpm-red { fill: #b3202f; stroke: none } .half { fill-opacity: .45; stroke: none }
.gauge { display: block; width: 100%; height: .75rem; margin: .1rem 0 .4rem; color: var(--edge); print-color-adjust: exact } .bar { display: block; width: 100%; height: .8rem; print-color-adjust: exact }
.track { fill: var(--line); opacity: .6 } .part { fill: var(--indigo) } .open { fill: none; stroke: var(--edge); stroke-width: 1; stroke-dasharray: 2 1.5; vector-effect: non-scaling-stroke } .limits { stroke: var(--ink); stroke-width: 1; vector-effect: non-scaling-stroke; opacity: .55 }
.tables { display: grid; gap: .8rem; margin-top: .8rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); align-items: start }
.breakdown table { width: 100%; border-collapse: collapse; font-size: .93rem; table-layout: fixed } .breakdown th { text-align: left; font-weight: 400; padding: .3rem .5rem .3rem 0; overflow-wrap: anywhere } .breakdown td { padding: .3rem 0; text-align: right; font-variant-numeric: tabular-nums; } .breakdown td:last-child { padding-left: .7rem } .breakdown .count { width: 3.4rem } .breakdown .bars { width: 30% }
.breakdown tr + tr > * { border-top: 1px solid var(--line) } .legend p { margin: 0 0 .3rem; font-size: .93rem } .legend h2 { font-size: 1rem; margin: 0 0 .3rem }
@media print { @page { size: A4; margin: 14mm } .figures { font-size: 9.5pt } .figures details, .periods ul, .periods a { display: none } .tiles { grid-template-columns: repeat(3, 1fr); gap: 3mm } .tables { grid-template-columns: 1fr 1fr; gap: 3mm } .tile h3, .breakdown h3 { font-size: 9.5pt } .tile p, .breakdown p, .breakdown table { font-size: 8.5pt; margin-bottom: 1mm } .breakdown th, .breakdown td { padding-block: .6mm } .tile .value, .tile .value.word { font-size: 15pt; line-height: 1.2 } .tile .value.word { font-size: 11pt } .tile, .breakdown { padding: 2.5mm 3mm } .figures h2 { break-after: avoid } .part { fill: #28367f } .track { fill: #ddd } }`
