import { VaultError } from './vault-error.ts'

/**
 * A text that KMS itself sealed, base64url: version (1 byte) = 2, then each piece behind its length (2 bytes). `kms:Encrypt` takes 1 to
 * 4,096 bytes, so a longer text is several pieces, and one zero byte goes before the text.
 */
export const piecesVersion = 2

/** The limit of `kms:Encrypt`: https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html */
const pieceBytes = 4_096

export function piecesOf(text: string): Buffer[] {
  const bytes = Buffer.from(`\0${text}`, 'utf8')
  const count = Math.ceil(bytes.length / pieceBytes)
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes))
}

export const textOf = (pieces: readonly Buffer[]): string => Buffer.concat(pieces).toString('utf8', 1)

export function joinPieces(pieces: readonly Buffer[]): string {
  const parts = pieces.flatMap((piece) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(piece.length)
    return [length, piece]
  })
  return Buffer.concat([Buffer.from([piecesVersion]), ...parts]).toString('base64url')
}

export function readPieces(sealed: string): Buffer[] {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes[0] !== piecesVersion) throw new VaultError('not a text sealed by KMS')
  const pieces: Buffer[] = []
  for (let at = 1; at < bytes.length;) {
    const end = at + 2 + (at + 2 <= bytes.length ? bytes.readUInt16BE(at) : bytes.length)
    if (end > bytes.length) throw new VaultError('a sealed text that was cut')
    pieces.push(bytes.subarray(at + 2, end))
    at = end
  }
  if (pieces.length === 0) throw new VaultError('a sealed text that was cut')
  return pieces
}
