/** What was sealed cannot be opened here: not allowed, not ours, or altered. Says nothing of what is inside. */
export class VaultError extends Error {
  override name = 'VaultError'
}
