import Flatbush from 'flatbush'
import { headStart, travelCost, unmatchedPenalty } from '#engines/matching/cost.ts'
import { kmOfChord, putOnSphere, squaredChord } from '#engines/matching/distance.ts'
import { defaultWeights, loadCost, type Columns } from '#engines/matching/index.ts'
import { openTimely } from '#engines/matching/nation/timely.ts'
import { chance } from '#bench/matching/chance.ts'
import { planeOf } from '#bench/matching/national.ts'
import { readColumns, writeInstance } from './file.ts'

const PER_NEED = 30
/** The plane stretches the country by less than this; nobody within their limit is shut out by it. */
const STRETCH = 1.12

export interface Flat {
  readonly indexMs: number
  readonly searchMs: number
  readonly indexCpuMs: number
  readonly searchCpuMs: number
  readonly needs: number
  readonly edges: number
}

/** On the sphere once for each, not once for each question. */
const vectorsOf = ({ lat, lon }: { readonly lat: Float64Array; readonly lon: Float64Array }): Float64Array => {
  const vectors = new Float64Array(3 * lat.length)
  for (let index = 0; index < lat.length; index++) putOnSphere(lat[index] ?? 0, lon[index] ?? 0, vectors, 3 * index)
  return vectors
}

/** What a careful programmer would write as the filter: what shuts most out stands first, nothing is computed twice. */
const filterFor = (columns: Columns, there: Float64Array, here: Float64Array) => {
  const { words, purposes, needs, volunteers } = columns
  const timely = openTimely(columns.weeks)
  const km = (need: number, index: number): number =>
    kmOfChord(
      squaredChord(
        (here[3 * need] ?? 0) - (there[3 * index] ?? 0),
        (here[3 * need + 1] ?? 0) - (there[3 * index + 1] ?? 0),
        (here[3 * need + 2] ?? 0) - (there[3 * index + 2] ?? 0),
      ),
    )
  const fits = (need: number, index: number): boolean => {
    for (let word = 0; word < words; word++) {
      const asked = needs.bits[need * words + word] ?? 0
      if (((volunteers.bits[index * words + word] ?? 0) & asked) !== asked) return false
    }
    for (let purpose = 0; purpose < purposes; purpose++)
      if ((volunteers.vettedUntil[index * purposes + purpose] ?? 0) < (needs.vettedThrough[need * purposes + purpose] ?? 0)) return false
    if (!timely.fits(volunteers.week[index] ?? 0)) return false
    for (let at = needs.barred.start[need] ?? 0; at < (needs.barred.start[need + 1] ?? 0); at++) if (needs.barred.item[at] === index) return false
    for (let at = needs.barredUnits.start[need] ?? 0; at < (needs.barredUnits.start[need + 1] ?? 0); at++)
      if (needs.barredUnits.item[at] === volunteers.unit[index]) return false
    return km(need, index) <= (volunteers.travelKm[index] ?? 0)
  }
  return { fits, km, of: (need: number) => timely.of(needs.week[need] ?? 0, needs.minutes[need] ?? 0) }
}

/**
 * The same way with flatbush's index: neighbours in a plane, all requirements in its filter. `most` needs, drawn by chance;
 * where these are all, the instance is written for LEMON.
 */
export const flat = async (path: string, instancePath: string, most: number): Promise<Flat> => {
  const columns = await readColumns(path)
  const { needs, volunteers } = columns
  const count = needs.lat.length
  const whole = most >= count
  const from = chance(11)
  const asked = whole ? Int32Array.from({ length: count }, (_, need) => need) : Int32Array.from({ length: most }, () => from.below(count))
  const cpuSince = (before: NodeJS.CpuUsage): number => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const cpu = process.cpuUsage()
  const begun = performance.now()
  const there = vectorsOf(volunteers)
  const here = vectorsOf(needs)
  const live = Int32Array.from(volunteers.capacity.keys()).filter((index) => (volunteers.capacity[index] ?? 0) > 0)
  const index = new Flatbush(live.length)
  for (const volunteer of live) {
    const { x, y } = planeOf(volunteers.lat[volunteer] ?? 0, volunteers.lon[volunteer] ?? 0)
    index.add(x, y, x, y)
  }
  index.finish()
  const farthest = volunteers.travelKm.reduce((a, b) => Math.max(a, b), 0) * STRETCH
  const indexed = performance.now()
  const indexCpuMs = cpuSince(cpu)
  const searchCpu = process.cpuUsage()

  const { fits, km, of } = filterFor(columns, there, here)
  const row = new Int32Array(asked.length + 1)
  const col: number[] = []
  const costs: number[] = []
  asked.forEach((need, at) => {
    const { x, y } = planeOf(needs.lat[need] ?? 0, needs.lon[need] ?? 0)
    of(need)
    const pressing = { waitingDays: needs.waitingDays[need] ?? 0, priority: needs.priority[need] ?? 0 }
    const base = headStart(pressing, defaultWeights)
    for (const place of index.neighbors(x, y, PER_NEED, farthest, (one) => fits(need, live[one] ?? 0))) {
      const volunteer = live[place] ?? 0
      const before = needs.before[need] ?? -1
      const prefers = needs.prefers[need] ?? 0
      col.push(volunteer)
      costs.push(
        travelCost(km(need, volunteer), defaultWeights) - base +
          (before !== -1 && before !== volunteer ? defaultWeights.newFace : 0) +
          (prefers !== 0 && prefers !== volunteers.sex[volunteer] ? defaultWeights.preferredSex : 0),
      )
    }
    row[at + 1] = col.length
  })
  const searched = performance.now()
  const searchCpuMs = cpuSince(searchCpu)
  if (whole)
    await writeInstance(instancePath, {
      instance: {
        row,
        col: Int32Array.from(col),
        cost: Int32Array.from(costs),
        penalty: Int32Array.from({ length: count }, (_, need) =>
          unmatchedPenalty({ waitingDays: needs.waitingDays[need] ?? 0, priority: needs.priority[need] ?? 0 }, defaultWeights),
        ),
        capacity: volunteers.capacity,
        carried: volunteers.carried,
        load: Int32Array.from({ length: 16 }, (_, task) => loadCost(task + 1, defaultWeights)),
      },
    })
  return { indexMs: indexed - begun, searchMs: searched - indexed, indexCpuMs, searchCpuMs, needs: asked.length, edges: col.length }
}
