/** Lets the volunteer's door open without a network: document, scripts, styles and font. */
export async function keepShell() {
  // The development server has no list of files to keep.
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/v-worker.js', { scope: '/v' }).catch(() => undefined)
}
