import type { ProvinceFact } from '#countries/gazetteer-facts.ts'

type Row = readonly [iso: string, geonames: string, fa: string, en: string, census1395: number]

// ISO 3166-2:IR of 2020, first-order codes of GeoNames, census of 1395 (Statistical Centre of Iran).
const rows: readonly Row[] = [
  ['00', '34', 'مرکزی', 'Markazi', 1_429_475],
  ['01', '08', 'گیلان', 'Gilan', 2_530_696],
  ['02', '35', 'مازندران', 'Mazandaran', 3_283_582],
  ['03', '33', 'آذربایجان شرقی', 'East Azerbaijan', 3_909_652],
  ['04', '01', 'آذربایجان غربی', 'West Azerbaijan', 3_265_219],
  ['05', '13', 'کرمانشاه', 'Kermanshah', 1_952_434],
  ['06', '15', 'خوزستان', 'Khuzestan', 4_710_509],
  ['07', '07', 'فارس', 'Fars', 4_851_274],
  ['08', '29', 'کرمان', 'Kerman', 3_164_718],
  ['09', '42', 'خراسان رضوی', 'Razavi Khorasan', 6_434_501],
  ['10', '28', 'اصفهان', 'Isfahan', 5_120_850],
  ['11', '04', 'سیستان و بلوچستان', 'Sistan and Baluchestan', 2_775_014],
  ['12', '16', 'کردستان', 'Kurdistan', 1_603_011],
  ['13', '09', 'همدان', 'Hamadan', 1_738_234],
  ['14', '03', 'چهارمحال و بختیاری', 'Chaharmahal and Bakhtiari', 947_763],
  ['15', '23', 'لرستان', 'Lorestan', 1_760_649],
  ['16', '10', 'ایلام', 'Ilam', 580_158],
  ['17', '05', 'کهگیلویه و بویراحمد', 'Kohgiluyeh and Boyer-Ahmad', 713_052],
  ['18', '22', 'بوشهر', 'Bushehr', 1_163_400],
  ['19', '36', 'زنجان', 'Zanjan', 1_057_461],
  ['20', '25', 'سمنان', 'Semnan', 702_360],
  ['21', '40', 'یزد', 'Yazd', 1_138_533],
  ['22', '11', 'هرمزگان', 'Hormozgan', 1_776_415],
  ['23', '26', 'تهران', 'Tehran', 13_267_637],
  ['24', '32', 'اردبیل', 'Ardabil', 1_270_420],
  ['25', '39', 'قم', 'Qom', 1_292_283],
  ['26', '38', 'قزوین', 'Qazvin', 1_273_761],
  ['27', '37', 'گلستان', 'Golestan', 1_868_819],
  ['28', '43', 'خراسان شمالی', 'North Khorasan', 863_092],
  ['29', '41', 'خراسان جنوبی', 'South Khorasan', 768_898],
  ['30', '44', 'البرز', 'Alborz', 2_712_400],
]

/** The ordinal is the official number plus one: registry offices have no province 0. */
export const provinces: readonly ProvinceFact[] = rows.map(([iso, geonames, fa, en, population]) => ({
  code: `IR-${iso}`,
  ordinal: Number(iso) + 1,
  geonames,
  fa,
  en,
  population,
}))
