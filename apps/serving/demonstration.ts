import type { OpenHouse } from '#apps/house.ts'
import { countryPack } from '#countries/index.ts'
import { loadDemonstration, loadGeography } from '#demonstration/index.ts'
import type { Settings } from '#platform/settings/index.ts'

const BAR = 28

/** One line that is written over itself on a terminal, and once per tenth where there is none. */
const progressLine = () => {
  let lastTenth = -1
  return (what: string, done: number, of: number, seconds: number): void => {
    const part = of === 0 ? 1 : Math.min(1, done / of)
    const left = part > 0.02 ? Math.ceil((seconds / part) * (1 - part)) : undefined
    const bar = '█'.repeat(Math.round(part * BAR)).padEnd(BAR, '░')
    const count = `${Math.round(Math.min(done, of)).toLocaleString('en')} of ${Math.round(of).toLocaleString('en')}`
    const line = `  ${bar} ${String(Math.floor(part * 100)).padStart(3)} %  ${count}  ${what}${left === undefined ? '' : `, about ${left} s left`}`
    if (process.stdout.isTTY) process.stdout.write(`\r${line.padEnd(110)}${part === 1 ? '\n' : ''}`)
    else if (Math.floor(part * 10) > lastTenth) {
      lastTenth = Math.floor(part * 10)
      process.stdout.write(`${line}\n`)
    }
  }
}

/**
 * An empty database gets the country's geography and, unless told otherwise, a synthetic country.
 * A load that was cut off is begun again: the mark that all is there is set last.
 */
export const fillWhenEmpty = async (
  open: OpenHouse,
  settings: Settings,
  say: (line: string) => void,
): Promise<void> => {
  const { rows } = await open.house.pool.query<{ name: string }>(`select name from platform.setting where name = 'filled'`)
  if (rows.length > 0) return
  const pack = countryPack(settings.HAMYAR_COUNTRY)
  const options = {
    adminUrl: open.adminUrl,
    loaderUrl: open.loaderUrl,
    ownerUrl: open.ownerUrl,
    keys: open.house.keys,
    pack,
    now: open.house.clock.now(),
    scale: settings.HAMYAR_DEMONSTRATION_SCALE,
    onProgress: progressLine(),
  }
  if (settings.HAMYAR_DEMONSTRATION === 'no') {
    await loadGeography(options)
    return
  }
  say('Loading the demonstration country: everything in it is synthetic, nobody in it exists.')
  await loadDemonstration(options)
}
