import { html, raw } from 'hono/html'
import { problemList, questionFields, radios, select, textArea, textField } from '../../public/fields.ts'
import { dangerForm } from './danger.ts'
import { ownPart } from './own.ts'
import { channelField, flawsOf, receivedField, type IntakeWords } from './parts.ts'
import { intakePointLine } from './points.ts'
import { findsPlaces } from '../frame/places.ts'
import { type IntakeView, staffChannels } from './view.ts'
import type { Html } from '../../html.ts'
import { optionsOf } from '../frame/choices.ts'

/** Longest text taken; `fileForStaff` checks the same number. */
const maxTextLength = 20_000

/** `GET …/nouvelle`, and the same form again when something is missing. Danger has a page of its own, without words. */
export function intakeBody(view: IntakeView, words: IntakeWords): Html {
  return view.values.kind === 'danger' ? dangerForm(view, words) : ordinaryForm(view, words)
}

function ordinaryForm(view: IntakeView, words: IntakeWords): Html {
  const { intake } = words
  const { values, problems, base, csrf, requestId } = view
  const { shown, flaw } = flawsOf(problems, intake)
  const kinds = Object.entries(intake.kind.options).map(([value, option]) => ({ value, ...option }))
  const consents = Object.entries(intake.consent.options).map(([value, label]) => ({ value, label }))
  // The words have the focus, on a page that comes back the list of what is wrong is read first.
  const focus = shown.length === 0 ? ' autofocus' : ''
  return html`${problemList(intake.problems.title, shown)}
    <h1>${intake.title}</h1>
    <p class="soft">${intake.lead} <span class="keyboard">${intake.keys}</span></p>
    ${view.offline && html`<p class="flash careful">${intake.offline}</p>`} ${waitingBox(view, words)}
    <form
      id="saisie"
      class="intake"
      method="post"
      action="${base}/nouvelle"
      autocomplete="off"
      ${shown.length > 0 && raw(' data-came-back')}
    >
      <input type="hidden" name="csrf" value="${csrf}" /><input type="hidden" name="requestId" value="${requestId}" />
      <section class="said-part" aria-labelledby="dit">
        <h2 id="dit">${intake.words.title}</h2>
        ${textArea({ name: 'text', label: intake.words.label, hint: intake.words.hint, value: values.text, flaw: flaw('text'), maxLength: maxTextLength, rows: 5, attributes: ` dir="auto" accesskey="m"${focus}` })}
        ${radios({ name: 'kind', label: intake.kind.label, value: values.kind, options: kinds })}
        <p><a class="to-danger" href="${base}/nouvelle?kind=danger" accesskey="d">${intake.kind.danger}</a></p>
      </section>
      <section aria-labelledby="qui">
        <h2 id="qui">${intake.who.title}</h2>
        ${placeFields(view, words)}
        <div class="pair">
          ${textField({ name: 'phone', label: intake.phone.label, hint: intake.phone.hint, type: 'tel', value: values.phone, flaw: flaw('phone'), attributes: ' maxlength="30" inputmode="tel"' })}
          ${select({ name: 'consent', label: intake.consent.label, value: values.consent, flaw: flaw('consent'), options: consents })}
        </div>
        ${aboutThem(view, words)}
      </section>
      <section aria-labelledby="ou">
        <h2 id="ou">${intake.how.title}</h2>
        ${intakePointField(view, words)} ${channelField(view, words)}
        <div class="pair">
          ${receivedField(view, words)}
          ${select({ name: 'language', label: intake.language.label, value: values.language, options: [{ value: '', label: intake.language.fromIntakePoint }, ...view.languages] })}
        </div>
      </section>
      <div class="send"><button class="button" accesskey="s">${intake.send}</button></div>
    </form>
    ${ownPart(view, words)} ${keptPart(words)} ${knownIntakePoints(view, words)}`
}

function behalfField({ values }: IntakeView, { intake, codes }: IntakeWords): Html {
  const { label, hint, unsaid } = intake.onBehalf
  return select({
    name: 'onBehalf',
    label,
    hint,
    value: values.onBehalf,
    options: [{ value: '', label: unsaid }, ...optionsOf(codes.onBehalf)],
  })
}

/** What is asked in this many letters has the room of two fields. */
const longQuestion = 60

/** Asked of whom an ordinary message is about; money or favours demanded put it away without script. */
function aboutThem(view: IntakeView, words: IntakeWords): Html[] {
  const { intake, questions } = words
  const drawn = questionFields(questions.intake, view.values.answers).map(({ options, key, ...field }) => ({
    isLong: field.label.length > longQuestion,
    field: select({
      ...field,
      options: [{ value: '', label: intake.unsaid }, ...options],
      classes: 'ordinary-only',
      attributes: `${key === undefined ? '' : ` accesskey="${key}"`} data-question`,
    }),
  }))
  const of = (long: boolean) => drawn.flatMap(({ isLong, field }) => (isLong === long ? [field] : []))
  return [...inPairs([behalfField(view, words), ...of(false)]), ...of(true)]
}

/** Side by side where there is room; the last of an odd number has the room of two. */
const inPairs = (fields: readonly Html[]): Html[] =>
  fields.flatMap((field, index) => {
    if (index % 2 === 1) return []
    const beside = fields[index + 1]
    return [beside ? html`<div class="pair">${field} ${beside}</div>` : field]
  })

function placeFields(
  { values, problems, places, placeList, candidates }: IntakeView,
  { intake, site }: IntakeWords,
): Html {
  const { place } = intake
  const { flaw } = flawsOf(problems, intake)
  const choose = select({
    name: 'placeCode',
    label: place.choose,
    value: values.placeCode,
    options: [
      { value: '', label: place.fromIntakePoint },
      { value: 'none', label: place.none },
    ],
    groups: places,
  })
  const open = values.placeCode.includes(' ') || problems.includes('place-unknown')
  return html`${textField({ name: 'place', label: place.label, hint: place.hint, value: values.place, flaw: flaw('place'), attributes: findsPlaces(placeList) })}
    ${candidates.length > 0 && radios({ name: 'placeMeant', label: site.places.several, value: '', flaw: flaw('placeMeant'), options: candidates })}
    <details class="place-list" ${open && raw(' open')}>
      <summary>${place.list}</summary>
      ${choose}
      <button class="button plain small" name="go" value="communes" formnovalidate>${place.communes}</button>
    </details>`
}

function intakePointField({ values, intakePoints }: IntakeView, { intake }: IntakeWords): Html {
  const { intakePoint } = intake
  const groups = staffChannels.flatMap((channel) => {
    const own = intakePoints.filter((one) => one.channel === channel)
    const options = own.map(({ code, name }) => ({ value: code, label: name }))
    return own.length === 0 ? [] : [{ label: intakePoint.groups[channel], options }]
  })
  // What each suggests, for the script; without it the server fills in what was left open.
  const suggests = Object.fromEntries(intakePoints.map(({ code, place, language }) => [code, { place, language }]))
  const attributes = ` data-suggests="${JSON.stringify(suggests).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  return select({
    // The name outside scripts have always posted.
    name: 'source',
    label: intakePoint.label,
    hint: intakePoint.hint,
    value: values.source,
    options: [{ value: '', label: intakePoint.none }],
    groups,
    attributes,
  })
}

/** What waits for the link; filled by the script, which reads its sentences here. */
function waitingBox({ base, keys, offline }: IntakeView, { intake }: IntakeWords): Html {
  const kinds = Object.fromEntries(Object.entries(intake.kind.options).map(([kind, { label }]) => [kind, label]))
  return html`<div
    id="attente"
    class="waiting"
    role="status"
    ${offline && raw(' data-offline')}
    data-base="${base}"
    data-keys="${keys.join(' ')}"
    data-texts="${JSON.stringify({ ...intake.waiting, kinds, problems: intake.problems })}"
  ></div>`
}

const keptPart = ({ intake: { kept } }: IntakeWords): Html =>
  html`<div class="calm kept">
    <h2>${kept.title}</h2>
    <p data-keeps="nothing">${kept.nothing}</p>
    <p data-keeps="some" hidden>${kept.some}</p>
    <p>${kept.never}</p>
  </div>`

function knownIntakePoints({ base, intakePoints, morePoints }: IntakeView, { intake }: IntakeWords): Html {
  const { known } = intake
  return html`<details class="known">
    <summary>${known.title}</summary>
    <p class="soft">${known.lead}</p>
    <ul>
      ${intakePoints.map((one) => html`<li>${intakePointLine(one, null, intake)}</li>`)}
    </ul>
    ${morePoints && html`<p><a href="${base}/nouvelle/points">${known.all}</a></p>`}
  </details>`
}
