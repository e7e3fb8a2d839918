import { type Engine, type EngineOptions, startEngine } from './engine.ts'

interface Watching {
  /** Told at once when it has ended by itself. */
  onAway: () => void
  /** Told when it serves again. */
  onBack: () => void
  /** Told when it could not be started again; nothing more comes. */
  onGone: (error: unknown) => void
}

/** An engine that is started again, at the same address and on the same file, whenever it ends by itself. */
export async function keptEngine(options: EngineOptions, { onAway, onBack, onGone }: Watching): Promise<Engine> {
  let current = await startEngine(options)
  const { endpoint } = current
  const port = Number(new URL(endpoint).port)
  let stopping = false

  async function keep(): Promise<void> {
    for (;;) {
      await current.exited
      if (stopping) return
      onAway()
      current = await startEngine({ ...options, port })
      onBack()
    }
  }
  const kept = keep().catch(onGone)

  return {
    endpoint,
    get pid() {
      return current.pid
    },
    exited: kept,
    stop: async () => {
      stopping = true
      await current.stop()
      await kept
    },
  }
}
