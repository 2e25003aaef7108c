/** A day, month or year as its first day and the first day after it, both YYYY-MM-DD. */
export interface Period {
  start: string;
  end: string;
}

/** Reads `2027-01-31`, `2027-01` or `2027`; null if there is no such day in the calendar. Years 0001 to 9998. */
export function readPeriod(text: string): Period | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text);
  if (found === null) return null;
  const [, yearText, monthText, dayText] = found;
  const year = Number(yearText);
  if (year < 1 || year > 9998) return null;
  if (monthText === undefined) return { start: day(year, 1, 1), end: day(year + 1, 1, 1) };
  const month = Number(monthText);
  if (month < 1 || month > 12) return null;
  const nextMonth = month === 12 ? day(year + 1, 1, 1) : day(year, month + 1, 1);
  if (dayText === undefined) return { start: day(year, month, 1), end: nextMonth };
  const dayOfMonth = Number(dayText);
  const days = daysIn(year, month);
  if (dayOfMonth < 1 || dayOfMonth > days) return null;
  return { start: text, end: dayOfMonth === days ? nextMonth : day(year, month, dayOfMonth + 1) };
}

function day(year: number, month: number, dayOfMonth: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
