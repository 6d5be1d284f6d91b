/** Where "now" comes from: the system's clock in production, a hand-set one in tests. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export interface HandClock extends Clock {
  set(instant: string | Date): void
  advance(minutes: number): void
}

/** A clock that stands still until it is moved. */
export const handClock = (start: string | Date): HandClock => {
  let at = new Date(start)
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = new Date(instant)
    },
    advance: (minutes) => {
      at = new Date(at.getTime() + minutes * 60_000)
    },
  }
}
