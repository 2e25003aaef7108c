/** A driver or type as it is compared: without case, blanks, hyphens and a leading `basic`. */
export function driverWord(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s_-]/gu, '')
    .replace(/^basic/u, '');
}

/** Whether some driver is called so, or begins so: Console is a console server. */
export function isDriver(text: string, drivers: readonly string[]): boolean {
  const word = driverWord(text);
  return word !== '' && drivers.some((driver) => driver.startsWith(word));
}
