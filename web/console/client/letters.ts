const remembered = 'jaabi-clavier'

/** Are keys of one letter on, as somebody chose on this device? A browser may refuse storage: they then are on for this page. */
export function lettersOn(): boolean {
  try {
    return localStorage.getItem(remembered) !== 'non'
  } catch {
    return true
  }
}

export function keepLetters(on: boolean): void {
  try {
    localStorage.setItem(remembered, on ? 'oui' : 'non')
  } catch {
    // As before.
  }
}
