import type { Dataset } from '#domains/observatory/formats/dataset.ts'

/** A dataset by its name; its vintages are told apart by time. */
export interface DatasetId {
  readonly agency: string
  readonly id: string
  readonly version: string
}

/** Where released datasets are. Whoever keeps releases gives one; nothing here knows how they are kept. */
export interface DatasetRegistry {
  /** The vintage that was out at a moment (UTC, to the second), or the newest. */
  findDataset(id: DatasetId, asOf: string | undefined): Promise<Dataset | undefined>
  /** Every dataset that was out at a moment, or is. */
  listDatasets(asOf: string | undefined): Promise<readonly DatasetId[]>
}
