import warning from '../../../assets/sounds/warning.wav';

let sound: HTMLAudioElement | null = null;

/** A short double tone: a scan that cannot be right, heard without looking at the screen. Silent where there is no sound. */
export function beep(): void {
  sound ??= new Audio(warning);
  sound.currentTime = 0;
  sound.play().catch(() => undefined);
}
