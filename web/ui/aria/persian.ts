/**
 * What React Aria says to screen readers, in Persian, which it does not bring. The build puts these in place
 * of its own thirty-odd languages (see `vite.config.ts`); the keys are React Aria's.
 */
type Say<Names extends string = never> = (names: Record<Names, string>) => string

export const calendar = {
  previous: 'قبلی',
  next: 'بعدی',
  selectedDateDescription: ((n) => `تاریخ برگزیده: ${n.date}`) satisfies Say<'date'>,
  selectedRangeDescription: ((n) => `بازهٔ برگزیده: ${n.dateRange}`) satisfies Say<'dateRange'>,
  todayDate: ((n) => `امروز، ${n.date}`) satisfies Say<'date'>,
  todayDateSelected: ((n) => `امروز، ${n.date}، برگزیده`) satisfies Say<'date'>,
  dateSelected: ((n) => `${n.date}، برگزیده`) satisfies Say<'date'>,
  startRangeSelectionPrompt: 'روز آغاز را انتخاب کنید',
  finishRangeSelectionPrompt: 'روز پایان را انتخاب کنید',
  minimumDate: 'نخستین روز ممکن',
  maximumDate: 'آخرین روز ممکن',
  dateRange: ((n) => `${n.startDate} تا ${n.endDate}`) satisfies Say<'startDate' | 'endDate'>,
}

export const datepicker = {
  era: 'دوره',
  year: 'سال',
  month: 'ماه',
  day: 'روز',
  hour: 'ساعت',
  minute: 'دقیقه',
  second: 'ثانیه',
  dayPeriod: 'پیش‌ازظهر یا بعدازظهر',
  calendar: 'تقویم',
  startDate: 'از تاریخ',
  endDate: 'تا تاریخ',
  weekday: 'روز هفته',
  timeZoneName: 'منطقهٔ زمانی',
  selectedDateDescription: ((n) => `تاریخ برگزیده: ${n.date}`) satisfies Say<'date'>,
  selectedRangeDescription: ((n) => `بازهٔ برگزیده: ${n.startDate} تا ${n.endDate}`) satisfies Say<
    'startDate' | 'endDate'
  >,
  selectedTimeDescription: ((n) => `ساعت برگزیده: ${n.time}`) satisfies Say<'time'>,
}

export const spinbutton = { Empty: 'خالی' }
export const overlays = { dismiss: 'بستن' }
export const menu = { longPressMessage: 'برای باز کردن فهرست نگه دارید یا Alt و پیکان پایین را بزنید' }
