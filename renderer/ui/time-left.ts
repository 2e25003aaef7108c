/** Time left in words by the speed so far; null while there is too little to go by. */
export function timeLeftText(done: number, total: number, elapsedMs: number): string | null {
  if (done <= 0 || total <= done || elapsedMs < 500) return null;
  const seconds = Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
  return seconds < 60 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`;
}
