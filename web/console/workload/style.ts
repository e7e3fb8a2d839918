/** Narrow tables of whole numbers. */
export const workloadStyle = `
.workload { border-collapse: collapse; width: 100%; max-width: 48rem; font-size: .95rem; margin: 0 0 1.6rem }
.workload th, .workload td { text-align: left; font-weight: 400; padding: .45rem .6rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.workload thead th { font-size: .87rem; font-weight: 650; color: var(--soft) } .workload b { color: var(--bad) } .workload th small { display: block }`
