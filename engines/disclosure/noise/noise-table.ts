/**
 * Noise for small counts, by maximum entropy: of all distributions that add nothing on average, spread as asked, go no
 * farther than `most` and never show a count of 1 … `hidden`, the one that gives away least besides. As in Giessing (2016)
 * and the R package ptable.
 */
export interface NoiseOptions {
  /** Noise lies in −most … most. */
  readonly most: number
  readonly variance: number
  /** No count of 1 … hidden is shown. */
  readonly hidden: number
  /** How likely a count stays as it is, where it can; without it, entropy decides. */
  readonly stay?: number
  /** Small noise at least as likely as larger noise of the same sign. True where nothing is said. */
  readonly monotone?: boolean
}

export interface NoiseRow {
  readonly shown: number
  readonly noise: number
  readonly share: number
  /** Sum of the shares so far. */
  readonly upTo: number
}

export interface NoiseTable {
  /** By count; the last row is for all counts from there on. */
  readonly rows: readonly (readonly NoiseRow[])[]
}

/** Noises that have one share, because a smaller one would otherwise be less likely. */
interface Block {
  readonly noises: readonly number[]
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const STEPS = 200
const NEAR = 1e-13

/**
 * Shares exp(a·v + b·v²), scaled to `mass`, with Σ v·share = 0 and Σ v²·share = variance: Newton on the dual, which is
 * convex in (a, b), with a step that is halved until it descends.
 */
const solve = (blocks: readonly Block[], mass: number, variance: number): number[] | undefined => {
  const first = blocks.map(({ noises }) => mean(noises))
  const second = blocks.map(({ noises }) => mean(noises.map((v) => v * v)))
  const count = blocks.map(({ noises }) => noises.length)
  const goal = variance / mass
  const dual = (a: number, b: number): number => {
    const exponents = first.map((v, index) => a * v + b * second[index]!)
    const top = Math.max(...exponents)
    return top + Math.log(exponents.reduce((sum, own, index) => sum + count[index]! * Math.exp(own - top), 0)) - b * goal
  }
  const sharesAt = (a: number, b: number): number[] => {
    const exponents = first.map((v, index) => a * v + b * second[index]!)
    const top = Math.max(...exponents)
    const raw = exponents.map((own) => Math.exp(own - top))
    const whole = raw.reduce((sum, own, index) => sum + own * count[index]!, 0)
    return raw.map((own) => own / whole)
  }
  let [a, b] = [0, 0]
  for (let step = 0; step < STEPS; step += 1) {
    const shares = sharesAt(a, b)
    const total = (of: (index: number) => number): number => shares.reduce((sum, own, index) => sum + own * count[index]! * of(index), 0)
    const [m1, m2] = [total((i) => first[i]!), total((i) => second[i]!)]
    const [g1, g2] = [m1, m2 - goal]
    if (Math.abs(g1) < NEAR && Math.abs(g2) < NEAR) return shares.map((own) => own * mass)
    const h11 = total((i) => first[i]! ** 2) - m1 * m1
    const h12 = total((i) => first[i]! * second[i]!) - m1 * m2
    const h22 = total((i) => second[i]! ** 2) - m2 * m2
    const determinant = h11 * h22 - h12 * h12
    if (!(determinant > 1e-18)) break
    const [da, db] = [(h22 * g1 - h12 * g2) / determinant, (h11 * g2 - h12 * g1) / determinant]
    const before = dual(a, b)
    let length = 1
    while (length > 1e-10 && !(dual(a - length * da, b - length * db) <= before)) length /= 2
    a -= length * da
    b -= length * db
    if (!(Math.abs(a) < 1e3 && Math.abs(b) < 1e3)) break
  }
  const shares = sharesAt(a, b)
  const [m1, m2] = [shares.reduce((sum, own, i) => sum + own * count[i]! * first[i]!, 0), shares.reduce((sum, own, i) => sum + own * count[i]! * second[i]!, 0)]
  return Math.abs(m1) < 1e-9 && Math.abs(m2 - goal) < 1e-9 ? shares.map((own) => own * mass) : undefined
}

/** Toward zero from either side: the pair of neighbours in which the nearer is less likely by most. */
const worstPair = (blocks: readonly Block[], shares: readonly number[]): number | undefined => {
  let worst: number | undefined
  let by = 1e-12
  for (let index = 0; index + 1 < blocks.length; index += 1) {
    const [left, right] = [blocks[index]!, blocks[index + 1]!]
    // Where the count itself is not among the shares, its neighbours on the two sides are not compared.
    const crosses = left.noises.at(-1)! < 0 && right.noises[0]! > 0
    if (crosses) continue
    const rising = right.noises[0]! <= 0
    const lack = rising ? shares[index]! - shares[index + 1]! : shares[index + 1]! - shares[index]!
    if (lack > by) [worst, by] = [index, lack]
  }
  return worst
}

const rowOf = (count: number, { most, variance, hidden, stay, monotone = true }: NoiseOptions): NoiseRow[] => {
  const possible: number[] = []
  for (let noise = -most; noise <= most; noise += 1) {
    const shown = count + noise
    if (shown >= 0 && !(shown >= 1 && shown <= hidden)) possible.push(noise)
  }
  const stays = stay !== undefined && possible.includes(0) ? stay : undefined
  const free = stays === undefined ? possible : possible.filter((noise) => noise !== 0)
  let blocks: Block[] = free.map((noise) => ({ noises: [noise] }))
  let shares = solve(blocks, 1 - (stays ?? 0), variance)
  for (;;) {
    if (shares === undefined) throw new RangeError(`count ${count}: no noise of at most ${most} has variance ${variance} and leaves 1 … ${hidden} out`)
    const worst = monotone ? worstPair(blocks, shares) : undefined
    if (worst === undefined) break
    blocks = [...blocks.slice(0, worst), { noises: [...blocks[worst]!.noises, ...blocks[worst + 1]!.noises] }, ...blocks.slice(worst + 2)]
    shares = solve(blocks, 1 - (stays ?? 0), variance)
  }
  const solved = shares
  const byNoise = new Map(blocks.flatMap(({ noises }, index) => noises.map((noise) => [noise, solved[index]!] as const)))
  if (stays !== undefined) byNoise.set(0, stays)
  let upTo = 0
  return possible.map((noise) => {
    const share = byNoise.get(noise) ?? 0
    upTo += share
    return { shown: count + noise, noise, share, upTo }
  })
}

/** Rows for counts 0 … most + hidden + 1; from there on noise no longer feels the gap. */
export const noiseTable = (options: NoiseOptions): NoiseTable => {
  const { most, hidden, variance, stay } = options
  for (const [name, value] of Object.entries({ most, hidden })) if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name}: ${value} is no whole number`)
  if (most < 1) throw new RangeError(`most: ${most} leaves no noise`)
  if (!(variance > 0 && variance < Infinity)) throw new RangeError(`variance: ${variance} is none`)
  if (stay !== undefined && !(stay >= 0 && stay < 1)) throw new RangeError(`stay: ${stay} is no share`)
  const zero: NoiseRow[] = [{ shown: 0, noise: 0, share: 1, upTo: 1 }]
  return { rows: [zero, ...Array.from({ length: most + hidden + 1 }, (_, index) => rowOf(index + 1, options))] }
}
