import manifest from '#package.json' with { type: 'json' }
import { countryPack } from '#countries/index.ts'
import { openQuery } from '#platform/query/index.ts'
import { getAbout } from './contract.ts'
import { dangerLine, isDemonstration } from './index.ts'

export const get = openQuery(getAbout, async ({ tx, country, onCall }) => {
  const pack = countryPack(country)
  return {
    country: pack.code,
    countryNameFa: pack.name.fa,
    countryNameEn: pack.name.en,
    dangerNumber: dangerLine(pack, onCall),
    ageOfMajority: pack.ageOfMajority,
    timeZone: pack.timeZone,
    calendar: pack.calendar,
    languages: [...pack.languages],
    spokenLanguages: pack.spokenLanguages.map(({ code, name }) => ({ code, nameFa: name.fa, nameEn: name.en })),
    demonstration: await isDemonstration(tx),
    version: manifest.version,
    needKinds: pack.needKinds.map(({ code, name, pictogram, minutes, pair }) => ({
      code,
      nameFa: name.fa,
      nameEn: name.en,
      pictogram,
      minutes,
      pair,
    })),
  }
})
