import { squeeze } from '../style.ts'

/** A sheet on the screen, the whole page on paper: it must be read from two metres and survive a black and white copy. */
export const posterStyle = squeeze(`
.sheet { background: #fff; color: #12152b; border: 1px solid var(--line); padding: 1.4rem; --ink: #12152b; --soft: #3f435a; --line: #b9b3a6; --ochre: #a4470f; --indigo: #1a2359; --thread: #d98a3d }
.sheet header { display: flex; align-items: center; gap: .7rem; margin-bottom: .8rem; color: #1a2359 }
.sheet header svg { width: 3rem; height: 3rem } .sheet header p { margin: 0 }
.sheet .name { font-size: 1.9rem; font-weight: 800; letter-spacing: .01em } .sheet .strip { margin-left: auto; font-size: .9rem; color: var(--soft); text-align: right }
.sheet h1 { font-size: clamp(1.8rem, 1rem + 4.2vw, 3rem); line-height: 1.08; margin: 1.2rem 0 .5rem; color: #1a2359 }
.sheet .lead { font-size: clamp(1.1rem, .9rem + 1vw, 1.5rem); color: #12152b; margin-bottom: 1.2rem }
.sheet h2 { font-size: 1.2rem; margin: 0 0 .5rem; color: #1a2359 }
.ways { list-style: none; padding: 0; margin: 0 0 1rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: .7rem; max-width: none }
.ways li { border: 2px solid #1a2359; border-radius: .6rem; padding: .7rem .9rem } .ways h3, .ways p { margin: 0 }
@media (min-width: 40rem) { .ways { grid-template-columns: 1fr 1fr } .ways > :last-child:nth-child(odd) { grid-column: 1/-1 } }
.sheet .large { font: 800 clamp(1.25rem, 1rem + 1vw, 1.6rem)/1.3 var(--digits); overflow-wrap: anywhere }
body:not(:has(#by-hand:checked)) .sheet .by-hand { border-style: dashed } .line span { display: block; margin-top: 2.4rem; border-top: 2px dotted #54586e; font-size: .85rem; color: #3f435a; padding-top: .2rem }
.free { font-weight: 800; font-size: 1.2rem }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem 2rem } .columns ul { padding-left: 1.1rem; margin: 0 }
.danger { border: 3px solid var(--ochre); border-radius: .6rem; padding: .9rem 1rem; margin-top: 1.2rem } .danger h2 { color: var(--ochre); font-size: 1.35rem } .danger p { margin: 0 0 .2rem; max-width: none }
@media print {
  @page { size: A4; margin: 10mm 12mm }
  body:not(:has(#by-hand:checked)) :is(.sheet .by-hand, .nowhere) { display: none } body:has(#by-hand:checked) .unset { display: none }
  html { font-size: 10.5pt; line-height: 1.38 } body { display: block; min-height: 0 } .site { display: none } .sheet { border: 0; padding: 0 } .sheet h1 { font-size: 28pt; margin: 4mm 0 1mm } .sheet .lead { font-size: 15pt; margin-bottom: 4mm } .sheet header { margin-bottom: 2mm } .danger { margin-top: 4mm } .line span { margin-top: 7mm; max-width: none } .ways li { padding: .45rem .8rem } .danger { padding: .6rem .9rem }
  .sheet .large { font-size: 21pt } .ways { grid-template-columns: 1fr 1fr } .ways > :last-child:nth-child(odd) { grid-column: 1/-1 } .columns { grid-template-columns: 3fr 2fr } .sheet, .sheet * { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}`)
