const PLACES_AT_MOST = 6;

/** The places of the program that a stack names: function, file and line. What an error says may hold data and is left out. */
export function faultPlaces(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? '')
    .split('\n')
    .flatMap((line) => {
      const place = /^\s+at (?:async )?(?:(\S+) \()?(?:.*[\\/])?([\w.@-]+:\d+:\d+)\)?$/.exec(line);
      return place?.[2] ? [[place[1], place[2]].filter(Boolean).join(' ')] : [];
    })
    .slice(0, PLACES_AT_MOST);
}

/** The kind of an error: its class, and the code that SQLite or the system gave it. */
export function faultKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

/** A fault as one line of the log file. */
export function faultLine(error: unknown): string {
  return [faultKind(error), ...faultPlaces(error)].join(' < ');
}
