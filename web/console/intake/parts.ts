import { html, raw } from 'hono/html'
import { type Flaw, radios } from '../../public/fields.ts'
import { fieldOf } from '../client/intake/lacking.ts'
import type { IntakeProblem, IntakeTexts } from './texts.ts'
import { type IntakeView, staffChannels } from './view.ts'
import type { PointTexts } from '../../points.ts'
import type { Common } from '../frame/common.ts'
import type { Html } from '../../html.ts'

/** The texts these pages need. */
export type IntakeWords = Common & { intake: IntakeTexts; points: PointTexts }

/** What is wrong, for the list on top and for each field. */
export function flawsOf(problems: readonly IntakeProblem[], { problems: texts }: IntakeTexts) {
  const shown: Flaw[] = problems.map((problem) => ({ field: fieldOf[problem], message: texts[problem] }))
  return { shown, flaw: (field: string) => shown.find((flaw) => flaw.field === field)?.message }
}

/** Asked where no intake point says it; a chosen one puts it away without script. */
export function channelField({ values, problems }: IntakeView, { intake }: IntakeWords): Html {
  const options = staffChannels.map((value) => ({ value, label: intake.channel.options[value] }))
  const field = { name: 'channel', label: intake.channel.label, value: values.channel, options, columns: true }
  return radios({ ...field, classes: 'needs-channel', flaw: flawsOf(problems, intake).flaw('channel') })
}

/** The date and hour, with the question about an old one: the script shows it as soon as the date is old. */
export function receivedField(
  { values, problems, latest, oldBefore }: IntakeView,
  { intake: { received, ...intake } }: IntakeWords,
): Html {
  const flaw = flawsOf(problems, { received, ...intake }).flaw('received')
  const asks = problems.includes('received-old') || values.old
  return html`<div class="field${flaw && ' wrong'}">
    <label for="received">${received.label}</label>
    <p class="hint" id="received-aide">${received.hint}</p>
    ${flaw && html`<p class="problem" id="received-faute">${flaw}</p>`}
    <input
      type="datetime-local"
      id="received"
      name="received"
      value="${values.received}"
      max="${latest}"
      data-latest="${latest}"
      data-old-before="${oldBefore}"
      aria-describedby="received-aide${flaw && ' received-faute'}"
      ${flaw && raw(' aria-invalid="true"')}
    />
    <div id="ancien" ${!asks && raw(' hidden')}>
      <p class="old">${received.old}</p>
      <label class="choice" for="old"
        ><input type="checkbox" id="old" name="old" value="oui" ${values.old && raw(' checked')} /><span
          >${received.oldYes}</span
        ></label
      >
    </div>
  </div>`
}
