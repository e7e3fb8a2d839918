/** Stands in for mime-types (and mime-db) in a bundle: the SDK's HTTP client wants it for file uploads, and we send none. */
export const lookup = (): false => false
export const contentType = lookup
