/** What is wrong with a committed file, for whoever must mend it; undefined when it is what it should be. */
export const difference = (committed: string | undefined, derived: string): string | undefined => {
  if (committed === derived) return undefined
  if (committed === undefined) return 'it is not there'
  const [has, wants] = [committed.split('\n'), derived.split('\n')]
  const at = Array.from({ length: Math.max(has.length, wants.length) }, (_, line) => line).find(
    (line) => has[line] !== wants[line],
  )
  const [is, should] = [has[at ?? 0], wants[at ?? 0]].map((line) => (line === undefined ? 'nothing' : JSON.stringify(line)))
  return `line ${(at ?? 0) + 1} is ${is} and should be ${should}`
}
