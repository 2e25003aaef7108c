const SECONDS = 0.18;

let context: AudioContext | null = null;

/** A short low tone: a scan that cannot be right, heard without looking at the screen. Silent where there is no sound. */
export function beep(): void {
  try {
    context ??= new AudioContext();
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.type = 'square';
    tone.frequency.value = 220;
    volume.gain.value = 0.08;
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + SECONDS);
  } catch {
    context = null;
  }
}
