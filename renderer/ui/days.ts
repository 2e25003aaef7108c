const DAY = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/;

/** A day as it lies in an address, `YYYY-MM-DD`; empty for what is none. */
export function dayIn(text: string | undefined): string {
  return text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

/** When a day, or the one `later` days after it, begins where this person is: days of 23 and 25 hours included. */
export function dayStart(day: string, later: number): string {
  const { year, month, day: date } = DAY.exec(day)?.groups ?? {};
  return new Date(Number(year), Number(month) - 1, Number(date) + later).toISOString();
}
