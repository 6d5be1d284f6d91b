// Opens the volunteer's door without a network. It keeps the shell only: no answer of /api is ever stored,
// because what a volunteer may see ends with the visit's window.
const shell = 'volunteer-shell'
const door = '/v'

async function keepDoor() {
  // Every file of the door, also of pages never opened: a report is first written where there is no network.
  const [page, files] = await Promise.all([
    fetch(door, { cache: 'no-cache' }),
    fetch('/v-shell.json', { cache: 'no-cache' }).then((response) => response.json()),
  ])
  if (!page.ok) return
  const cache = await caches.open(shell)
  const wanted = new Set(files)
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
  // Files first, the document that names them last: what can be opened is always whole.
  await cache.addAll([...wanted].filter((file) => !kept.has(file)))
  await cache.put(door, page)
  for (const file of kept) if (!wanted.has(file) && file !== door) await cache.delete(file)
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepDoor().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

async function page(event) {
  try {
    const response = await fetch(event.request)
    if (response.ok) event.waitUntil(keepDoor().catch(() => undefined))
    return response
  } catch (reason) {
    const kept = await caches.match(door)
    if (kept) return kept
    throw reason
  }
}

// Names under /assets carry a hash of their content: one that is kept is right for ever.
const asset = async (request) => (await caches.match(request)) || fetch(request)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (pathname.startsWith('/assets/') || /^\/[\w-]+\.(js|svg)$/.test(pathname)) event.respondWith(asset(request))
})
