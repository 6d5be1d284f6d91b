import { readFileSync } from 'node:fs'
import { inRoot } from './root.mjs'

const numbers = (version) => version.split('.').map(Number)

/** Compares as far as the least one is written: 20.19 is met by 20.19.0. */
const reaches = (version, least) => {
  const [have, need] = [numbers(version), numbers(least)]
  const different = need.findIndex((number, index) => have[index] !== number)
  return different === -1 || have[different] > need[different]
}

/** Ends the program when this Node is too old to run it. */
export const requireNode = () => {
  const least = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).engines.node.replace('>=', '')
  if (reaches(process.versions.node, least)) return
  console.error(`Hamyar needs Node.js ${least} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
