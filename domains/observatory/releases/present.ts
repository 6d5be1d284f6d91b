/** What must be there by how it was made; its absence is a bug. */
export const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`${what} is missing`)
  return value
}
