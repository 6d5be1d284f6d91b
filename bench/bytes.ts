import { firstLoad } from '#tools/lib/bytes.mjs'

for (const { door, kilobytes, budget } of firstLoad())
  process.stdout.write(`  ${door.padEnd(10)} ${kilobytes.toFixed(1).padStart(6)} kB of script, brotli   budget ${budget} kB\n`)
