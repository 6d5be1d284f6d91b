import { defineWords } from '#platform/words/index.ts'

/** What a program may ask, for whoever writes one. */
export const apiWords = defineWords({
  title: { fa: 'هر چه منتشر شده، برنامه هم می‌تواند بخواند.', en: 'A program can read whatever is released.' },
  lead: {
    fa: 'بدون کلید و بدون ثبت‌نام. نشانی‌ها همیشگی است و هر ویرایش سر جای خود می‌ماند؛ برای پاسخ یکسان، ویرایش را با asOf نام ببرید.',
    en: 'No key and no account. Addresses are for ever and every vintage stays where it is; name it with asOf where the answer must not change.',
  },
  sdmx: { fa: 'عددها و ساختار، به زبان آمارگران (SDMX 3.1)', en: 'Numbers and structure, as statisticians speak (SDMX 3.1)' },
  sdmxText: {
    fa: 'پاسخ با سرآیند Accept به SDMX-JSON یا SDMX-CSV می‌آید. خانه‌ای که منتشر نمی‌شود CONF_STATUS=C دارد و عددی ندارد.',
    en: 'The Accept header chooses SDMX-JSON or SDMX-CSV. A cell that is not published has CONF_STATUS=C and no number.',
  },
  sdmxStructure: { fa: 'ساختار داده، فهرست کدها و مفهوم‌ها', en: 'Data structure, code lists and concepts' },
  sdmxOne: { fa: 'یک شاخص، همهٔ محل‌ها و دوره‌ها', en: 'One indicator, every place and period' },
  sdmxThen: { fa: 'همان، چنان‌که در روزی دیگر منتشر بود', en: 'The same as it was out on another day' },
  files: { fa: 'پرونده‌های هر انتشار', en: 'Files of each release' },
  filesText: {
    fa: 'فهرست DCAT نشانی و اثر انگشت SHA-256 هر پرونده را دارد: Excel، CSV با CSVW، JSON-stat، Parquet و SDMX. نام پرونده اثر انگشت انتشار را در خود دارد و زیر آن نام هیچ‌گاه چیز دیگری نمی‌آید.',
    en: 'The DCAT catalogue has the address and SHA-256 fingerprint of every file: Excel, CSV with CSVW, JSON-stat, Parquet and SDMX. A file’s name holds the fingerprint of its release, and nothing else ever comes under that name.',
  },
  tables: { fa: 'جدول‌های خودتان، با خطای تصادفی', en: 'Tables of your own, with noise' },
  tablesText: {
    fa: 'همان افراد همه‌جا همان خطا را دارند. دست‌بالا دو بُعد در یک جدول؛ در دقیقه ۶۰ جدول.',
    en: 'The same people have the same error everywhere. At most two sides vary in a table; 60 tables a minute.',
  },
  plain: { fa: 'همان که این صفحه‌ها می‌خوانند', en: 'What these pages read themselves' },
  plainText: {
    fa: 'JSON ساده، به هر دو زبان. خطاها سندهای RFC 9457 است و کد آن‌ها عوض نمی‌شود.',
    en: 'Plain JSON in both languages. Problems are RFC 9457 documents and their codes do not change.',
  },
  limits: { fa: 'اندازه', en: 'Measure' },
  limitsText: {
    fa: 'از هر نشانی در دقیقه ۱۲۰ درخواست پاسخ می‌گیرد؛ پس از آن پاسخ 429 می‌گوید چند ثانیه بمانید. هر پاسخ ETag دارد: با If-None-Match بپرسید.',
    en: '120 calls a minute from one address are answered; after that a 429 says how many seconds to wait. Every answer of a file has an ETag: ask with If-None-Match.',
  },
  all: { fa: 'شرح همهٔ عملیات سامانه', en: 'Everything that can be asked of this server' },
  openApi: { fa: 'OpenAPI 3.1 برای برنامه‌ها', en: 'OpenAPI 3.1 for programs' },
})
