import { randomUUID } from 'node:crypto'
import { applyImport, previewImport } from '../../../core/operations/directory/import-presence.ts'
import type { ImportDraft } from '../../../core/ports/directory/import-drafts.ts'
import type { MatrixChanges } from '../../../core/directory/matrix/changes.ts'
import type { MatrixCodes } from '../../../core/directory/matrix/shape.ts'
import type { ReadMatrix } from '../../../core/directory/matrix/matrix.ts'
import type { Organisation } from '../../../core/directory/organisation.ts'
import type { SheetChosen } from '../../../core/directory/sheet.ts'
import type { DirectoryWhy } from '../../../core/directory/why.ts'
import { matrixNaming } from '../../../programme/directory/matrix.ts'
import { sectors } from '../../../programme/sectors.ts'
import { presenceBody, previewBody } from '../../../web/console/directory/presence.ts'
import { type DirectorySection, only } from './section.ts'
import { fileAsked, fileStatus, sheetsIn } from './sheets-in.ts'
import { dayIn, type DirectoryScene, tabScene, presenceLines } from './view.ts'
import { say } from '../../../web/say.ts'

/** As many lines as a page shows of anything: the numbers above say how many there are. */
const shownLines = 100

/** Who does what where: what there is, and a file that changes it, looked at before it does. */
export function presenceRoutes({ app, base, sceneOf, page, done, services }: DirectorySection): void {
  const { directory, importDrafts } = services

  async function presence(c: Parameters<typeof page>[0], why: DirectoryWhy | null, form: FormData | null = null) {
    const scene = sceneOf(c)
    const { texts } = scene
    const words = texts.directory.presence
    const { lines, importedAt } = await directory.presence()
    const wanted = c.req.query('organisation')
    const own = wanted === undefined ? lines : lines.filter(({ organisation }) => organisation === wanted)
    const sums = { count: lines.length, organisations: new Set(lines.map((line) => line.organisation)).size }
    const body = presenceBody({
      scene: tabScene(scene, 'presence'),
      imported: importedAt && say(words.imported, { ...sums, day: dayIn(importedAt.slice(0, 10), scene) }),
      lines: presenceLines(own.slice(0, shownLines), scene),
      of: own.length,
      file: fileAsked(why, form, texts.directory),
      imports: only('import', c),
      edits: only('edit', c),
      cuts: matrixNaming.systems,
    })
    return page(c, texts.directory.tabs.presence, body, fileStatus(why))
  }

  app.get(`${base}/presence`, (c) => (only('read', c) ? presence(c, null) : c.notFound()))

  app.post(`${base}/presence/apercu`, async (c) => {
    if (!only('import', c)) return c.notFound()
    const scene = sceneOf(c)
    const { viewer, texts } = scene
    const form = await c.req.formData()
    const sheets = await sheetsIn(form)
    const asked = { id: randomUUID(), sheets, whole: form.get('whole') === 'oui', adds: form.get('adds') === 'oui' }
    const codes = codesOf(form.get('codes'))
    const parts = { naming: matrixNaming, sectors, codes, language: services.programme.languages[0].code }
    const outcome = await previewImport(viewer, asked, { ...scene.needs, importDrafts, ...parts })
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'refused') return presence(c, outcome.why, form)
    const body = previewOf(outcome, { scene, again: false, unread: outcome.unread, sheet: outcome.sheet })
    return page(c, texts.directory.presence.preview, body)
  })

  app.post(`${base}/presence/appliquer`, async (c) => {
    if (!only('import', c)) return c.notFound()
    const scene = sceneOf(c)
    const { viewer, texts, needs } = scene
    const id = (await c.req.formData()).get('draft')
    const outcome = await applyImport(viewer, typeof id === 'string' ? id : '', { ...needs, importDrafts })
    if (outcome.is === 'unknown') return c.notFound()
    if (outcome.is === 'refused') return presence(c, outcome.why)
    await services.refreshProgramme()
    if (outcome.is === 'done') return done(c, `${base}/presence`)
    const again = { ...outcome, id: typeof id === 'string' ? id : '' }
    return page(
      c,
      texts.directory.presence.preview,
      previewOf(again, { scene, again: true, unread: [], sheet: null }),
      409,
    )
  })
}

const codesOf = (said: unknown): MatrixCodes | null =>
  [...matrixNaming.systems, 'names' as const].find((codes) => codes === said) ?? null

interface Looked {
  scene: DirectoryScene
  again: boolean
  unread: ReadMatrix['unread']
  sheet: SheetChosen | null
}

function previewOf(
  { id, draft, changes }: { id: string; draft: ImportDraft; changes: MatrixChanges },
  { scene, again, unread, sheet }: Looked,
) {
  // The names of organisations that come with the file.
  const inFile = withOrganisations(scene, draft.added)
  const { added, changed, removed, same } = changes
  const before = presenceLines(
    changed.slice(0, shownLines).map(({ from }) => from),
    inFile,
  )
  const after = presenceLines(
    changed.slice(0, shownLines).map(({ to }) => to),
    inFile,
  )
  return previewBody({
    scene: tabScene(scene, 'presence'),
    id,
    again,
    sheet,
    sums: {
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      same,
      unread: unread.length,
      organisations: draft.added.length,
    },
    added: presenceLines(added.slice(0, shownLines), inFile),
    changed: before.flatMap((line, index) => {
      const next = after[index]
      return next ? [{ before: line, after: next }] : []
    }),
    removed: presenceLines(removed.slice(0, shownLines), inFile),
    unread: unread.slice(0, shownLines),
    organisations: draft.added.slice(0, shownLines).map(({ name }) => name),
  })
}

function withOrganisations(scene: DirectoryScene, added: readonly Organisation[]): DirectoryScene {
  const { needs } = scene
  const organisations = [...needs.programme.organisations, ...added]
  return { ...scene, needs: { ...needs, programme: { ...needs.programme, organisations } } }
}
