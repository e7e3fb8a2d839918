/** Which key something is sealed under: `protection` is S2 only, and most functions may seal under it but not open. */
export type Scope = 'general' | 'protection'

export interface Vault {
  /** Seals a text for one case (or, for a reply, one notice key); the same text never seals to the same string twice. */
  seal(scope: Scope, owner: string, text: string): Promise<string>
  /** Throws when this function may not open the scope, or the text was sealed for another owner. */
  open(scope: Scope, owner: string, sealed: string): Promise<string>
  /** Keyed fingerprints of one value, one per key generation, newest first. The same in every function, useless without the key. */
  fingerprints(value: string): Promise<string[]>
}
