/** The file beside this one, as a source or as it was built. */
export const threadEntry = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url)
