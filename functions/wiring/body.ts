/** The beginning of a body, and whether it went on: of what lies behind `maxBytes` hardly more than one piece is ever read. */
export async function bodyUpTo(request: Request, maxBytes: number): Promise<{ text: string; more: boolean }> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = request.body?.getReader()
  const pieces: Uint8Array[] = []
  let bytes = 0
  while (reader && bytes <= maxBytes) {
    const { done, value } = await reader.read()
    if (done) break
    pieces.push(value)
    bytes += value.length
  }
  const more = bytes > maxBytes
  // Whoever still sends may; nobody listens.
  if (more) void reader?.cancel().catch(() => undefined)
  const whole = Buffer.concat(pieces).subarray(0, maxBytes)
  // As a stream, so that a character cut in two is left out instead of shown as broken.
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole, { stream: more }), more }
}
