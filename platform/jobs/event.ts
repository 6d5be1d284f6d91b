/** Something that happened, told to other domains by name. It holds ids, never names or words. */
export interface Event {
  readonly name: string
  readonly payload: Readonly<Record<string, string | number | boolean | null>>
  /** Not before this instant; at once when absent. */
  readonly at?: Date
  /** A later event of the same key replaces an unstarted one. */
  readonly key?: string
}
