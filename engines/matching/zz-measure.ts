import { match, explain, candidates } from './index.ts'
import { aNeed, aVolunteer, DAY, MORNING } from './people.fixture.ts'
const AFTERNOON = { from: 17 * 60, to: 19 * 60 }
const spread = (n: number) => ({ lat: 35 + ((n * 7919) % 1000) / 5000, lon: 51 + ((n * 104_729) % 1000) / 4000 })
const go = (N: number, V: number, span = 1) => {
const sp = (n: number) => { const p = spread(n); return { lat: 35 + (p.lat - 35) * span, lon: 51 + (p.lon - 51) * span } }
const needs = Array.from({ length: N }, (_, n) => aNeed({ id: `${n}`, point: sp(n), skills: n % 4 === 0 ? [{ code: '2221', level: 2 }] : [] }))
const vols = Array.from({ length: V }, (_, n) => aVolunteer(`${n}`, { point: sp(n + 31), skills: n % 50 === 0 ? [{ code: '2221', level: (n % 3) + 1 }] : [], windows: n % 3 === 0 ? [MORNING] : [AFTERNOON], travelKm: 5 + (n % 20) }))
for (let r = 0; r < 3; r++) {
  let t = performance.now(); candidates(needs, vols, { perNeed: 30, day: DAY }); const c = performance.now() - t
  t = performance.now(); const run = match(needs, vols, { day: DAY }); const m = performance.now() - t
  t = performance.now(); let u = 0; for (let i = 0; i < Math.min(N, 200); i++) if (explain(run, i).chosen === null) u++; const e = performance.now() - t
  console.log(N, V, 'cand', c | 0, 'match', m | 0, 'explain200', e | 0, 'unmatched', u, run.certificate.optimal, run.instance.col.length)
}}
go(200, 5000); go(2000, 5000); go(2000, 50000, 5)
