/** Lets the volunteer's door open without a network: its document, scripts, styles and font, and nothing else. */
export async function keepShell() {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/v-worker.js', { scope: '/v' }).catch(() => undefined)
}
