import { centre } from './centre/queries.ts'
import { figures, proof } from './counts/queries.ts'
import { define } from './indicators/commands.ts'
import { indicator, indicators } from './indicators/queries.ts'
import { draft, sign, withdraw } from './releases/commands.ts'
import { hidden, release, releases } from './releases/queries.ts'
import { map, releaseDays, result, results } from './results/queries.ts'
import { noisedCubes, noisedTable } from './tables/queries.ts'

export const routes = [centre, indicators, indicator, define, figures, proof, releases, release, hidden, draft, sign, withdraw, results, result, map, releaseDays, noisedCubes, noisedTable]
