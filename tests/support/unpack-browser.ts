import chromium from '@sparticuz/chromium'

/** Once, before any worker asks for it: the package takes a file that another process is still writing for whole, and it does not start. */
export async function setup(): Promise<void> {
  await chromium.executablePath()
}
