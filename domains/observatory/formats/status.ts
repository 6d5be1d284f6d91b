import type { Cell, Code } from './dataset.ts'
import { stateWords } from './words.ts'

/*
 * Letters of SDMX's cross-domain code lists CL_OBS_STATUS and CL_CONF_STATUS. CL_CONF_STATUS can also tell primary from
 * secondary suppression; that is never said, because it helps to reckon back.
 */
const OBSERVATION = { value: 'A', hidden: 'Q', missing: 'L' } as const
const CONFIDENTIALITY = { value: 'F', hidden: 'C', missing: 'F' } as const

export interface CellStatus {
  readonly OBS_STATUS: 'A' | 'Q' | 'L'
  readonly CONF_STATUS: 'F' | 'C'
  /** SDMX has no code for noise: a list of our own. */
  readonly TREATMENT: 'NONE' | 'NOISE'
}

export const statusOf = (cell: Cell): CellStatus => ({
  OBS_STATUS: OBSERVATION[cell.state],
  CONF_STATUS: CONFIDENTIALITY[cell.state],
  TREATMENT: cell.state === 'value' && cell.noise ? 'NOISE' : 'NONE',
})

export const STATUS_CODES: { readonly [K in keyof CellStatus]: readonly (Code & { readonly id: CellStatus[K] })[] } = {
  OBS_STATUS: [
    { id: 'A', label: stateWords.value },
    { id: 'Q', label: stateWords.hidden },
    { id: 'L', label: stateWords.missing },
  ],
  CONF_STATUS: [
    { id: 'F', label: stateWords.free },
    { id: 'C', label: stateWords.hidden },
  ],
  TREATMENT: [
    { id: 'NONE', label: stateWords.exact },
    { id: 'NOISE', label: stateWords.noise },
  ],
}
