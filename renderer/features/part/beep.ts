import warning from '../../../assets/sounds/warning.wav';
import { playSound } from '../../ui/play-sound.ts';

/** A short double tone: a scan that cannot be right, heard without looking at the screen. */
export function beep(): void {
  playSound(warning);
}
