/** Hatched in ochre, so that it is seen before it is read; its words say it too, on paper as well. */
export const practiceStyle = `
.practice { background: var(--tint); color: var(--ink); border-block: 3px dashed var(--ochre) }
.practice > div { max-width: 72rem; margin: 0 auto; padding: .5rem 1rem; display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; justify-content: space-between }
.practice p { margin: 0; max-width: none; font-size: .95rem } .practice a { display: inline-block; padding: .3rem 0; margin-right: 1rem }
.rehearsed { border: 1px dashed var(--ochre); border-radius: .6rem; padding: .6rem 1rem; margin: 0 0 1.2rem }
.rehearsed summary { cursor: pointer; font-weight: 650; padding: .3rem 0 }
.rehearsed ol { list-style: none; margin: .6rem 0; padding: 0; display: grid; gap: .8rem } .rehearsed small { color: var(--soft) }
.bubble { background: var(--calm); border: 1px solid var(--calm-line); border-radius: .3rem 1rem 1rem 1rem; padding: .7rem 1rem; margin: .2rem 0 0; max-width: 34rem; overflow-wrap: anywhere }
.rehearsed .own { justify-self: end; text-align: right } .own .bubble { background: var(--card); border-color: var(--line); border-radius: 1rem .3rem 1rem 1rem; text-align: left; margin-left: auto; width: fit-content }
.rehearsed form { margin: 0 0 1rem } .rehearsed .field { margin-bottom: .5rem } .scores, .passes .row { display: flex; flex-wrap: wrap; gap: .5rem } .passes { border-top: 1px dashed var(--line); padding-top: .8rem } .rehearsed .passes { margin: 0 }
.exercises ol { padding-left: 1.4rem; max-width: 46rem } .exercises li { margin-bottom: .6rem }
@media print { .rehearsed form, .practice a { display: none } }`
