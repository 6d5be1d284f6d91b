import type { DangerRules } from '#countries/pack.ts'

export const danger: DangerRules = {
  callMinutes: 30,
  againMinutes: 5,
  receivers: [
    // 1199: Kenya Red Cross ambulance; 1195: the national helpline on violence in the home; both toll-free.
    { code: 'health', name: { fa: 'آمبولانس صلیب سرخ', en: 'Red Cross ambulance' }, phone: '1199', lastResort: false },
    { code: 'social', name: { fa: 'خط ملی خشونت خانگی', en: 'National helpline on violence at home' }, phone: '1195', lastResort: false },
    { code: 'justice', name: { fa: 'دادستانی', en: 'Public prosecutor' }, phone: null, lastResort: false },
    { code: 'police', name: { fa: 'پلیس', en: 'Police' }, phone: '999', lastResort: true },
  ],
}
