/** An instance as the command line reads it: see apps/commands/match.ts. */
export interface Problem {
  readonly row: Int32Array
  readonly col: Int32Array
  readonly cost: Int32Array
  readonly capacity: Int32Array
  readonly penalty: Int32Array
  readonly hours: Int32Array
  readonly capacityHours: Int32Array
}

type Add = (volunteer: number, cost: number) => void

/** Collects needs one by one, with their edges, then volunteers. */
export const gather = (
  volunteers: number,
  needs: number,
  need: (index: number, add: Add) => { readonly penalty: number; readonly hours: number },
  volunteer: (index: number) => { readonly capacity: number; readonly hours: number },
): Problem => {
  let edges = 0
  let col = new Int32Array(1024)
  let cost = new Int32Array(1024)
  const longer = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
    const fresh = new Int32Array(2 * old.length)
    fresh.set(old)
    return fresh
  }
  const add: Add = (to, price) => {
    if (edges === col.length) {
      col = longer(col)
      cost = longer(cost)
    }
    col[edges] = to
    cost[edges++] = price
  }
  const row = new Int32Array(needs + 1)
  const penalty = new Int32Array(needs)
  const hours = new Int32Array(needs)
  for (let index = 0; index < needs; index++) {
    const made = need(index, add)
    penalty[index] = made.penalty
    hours[index] = made.hours
    row[index + 1] = edges
  }
  const capacity = new Int32Array(volunteers)
  const capacityHours = new Int32Array(volunteers)
  for (let index = 0; index < volunteers; index++) {
    const made = volunteer(index)
    capacity[index] = made.capacity
    capacityHours[index] = made.hours
  }
  return { row, col: col.slice(0, edges), cost: cost.slice(0, edges), capacity, penalty, hours, capacityHours }
}

const MAGIC = 0x4d4d

/** The file that `hamyar match` reads. */
export const bytesOf = ({ row, col, cost, capacity, penalty, hours, capacityHours }: Problem): Uint8Array => {
  const header = Int32Array.of(MAGIC, penalty.length, capacity.length, col.length, 1, 0, 0, 0)
  const parts = [header, row, col, cost, capacity, penalty, hours, capacityHours]
  const whole = new Int32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return new Uint8Array(whole.buffer)
}
