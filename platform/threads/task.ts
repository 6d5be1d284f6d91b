/** Work that reckons from what it is given and touches nothing else, so that any thread can do it. */
export interface Task<Given, Answer> {
  /** `domain.verb`, unique. */
  readonly name: string
  readonly run: (given: Given) => Answer | Promise<Answer>
}

/** Any task; what it is given is checked where it is asked for (`Threads.run`). */
export type AnyTask = Task<never, unknown>

/** What one thread sends the other. */
export interface Wanted {
  readonly task: string
  readonly given: unknown
}

export type Told = { readonly answer: unknown } | { readonly error: unknown }
