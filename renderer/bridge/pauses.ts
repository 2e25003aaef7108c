/** Tells the first names at once, and those that follow within the pause together at its end. */
export function inPauses(
  pauseMs: number,
  tell: (names: readonly string[]) => void,
): (names: readonly string[]) => void {
  const gathered = new Set<string>();
  let paused = false;
  const pause = () => {
    paused = true;
    setTimeout(() => {
      paused = false;
      if (gathered.size === 0) return;
      const names = [...gathered];
      gathered.clear();
      tell(names);
      pause();
    }, pauseMs);
  };
  return (names) => {
    if (paused) for (const name of names) gathered.add(name);
    else {
      tell(names);
      pause();
    }
  };
}
