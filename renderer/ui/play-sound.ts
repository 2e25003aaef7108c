const sounds = new Map<string, HTMLAudioElement>();

/** Plays a sound of assets/sounds by its address, from its beginning. Silent where there is no sound. */
export function playSound(address: string): void {
  const sound = sounds.get(address) ?? new Audio(address);
  sounds.set(address, sound);
  sound.currentTime = 0;
  sound.play().catch(() => undefined);
}
