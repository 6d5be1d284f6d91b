import { defineWords } from '#platform/words/index.ts'

export const problems = defineWords({
  'sdmx.malformed': ({ parameter, value }: { parameter: string; value: string }) => ({
    fa: `«${value}» در ${parameter} به شکلی که SDMX REST می‌خواهد نوشته نشده است. شکل درست را در راهنمای SDMX REST 2.2 ببینید.`,
    en: `“${value}” in ${parameter} is not written as SDMX REST asks. The guide to SDMX REST 2.2 shows the right form.`,
  }),
  'sdmx.unknown': ({ parameter, value }: { parameter: string; value: string }) => ({
    fa: `این مجموعه‌داده «${value}» را در ${parameter} ندارد. آنچه دارد در پیام ساختار آن آمده است.`,
    en: `This dataset has no “${value}” in ${parameter}. Its structure message lists what it has.`,
  }),
  'sdmx.not-offered': ({ parameter, value }: { parameter: string; value: string }) => ({
    fa: `«${value}» در ${parameter} بخشی از SDMX REST است، ولی این سامانه آن را پاسخ نمی‌دهد. بدون آن بپرسید.`,
    en: `“${value}” in ${parameter} is part of SDMX REST but is not answered here. Please ask without it.`,
  }),
  'sdmx.not-found': {
    fa: 'چنین مجموعه‌داده یا ساختاری منتشر نشده است. فهرست همه در ‎structure/dataflow‎ است.',
    en: 'No such dataset or structure has been released. All are listed under structure/dataflow.',
  },
  'sdmx.not-acceptable': ({ offered }: { offered: string }) => ({
    fa: `به قالبی که خواسته‌اید چیزی نداریم. این قالب‌ها هست: ${offered}`,
    en: `We have nothing in the format you asked for. These are offered: ${offered}`,
  }),
})
