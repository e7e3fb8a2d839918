/** Escaped twice, in the address of the page of sign-in or in a cookie, it still fits into one header. */
const longest = 1_500

/**
 * A page with what is asked of it, as a header of ours may carry it; what is too long for one leads to the page without what was asked, and what is no
 * page either to null.
 */
export const shortAddress = ({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string | null =>
  [pathname + search, pathname].find((one) => one.length <= longest) ?? null
