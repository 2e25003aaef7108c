import here from '../../../../assets/sounds/here.wav';
import moved from '../../../../assets/sounds/moved.wav';
import unknown from '../../../../assets/sounds/unknown.wav';
import warning from '../../../../assets/sounds/warning.wav';
import type { ObservationClass } from '../../../../shared/domain/audit-words.ts';
import { playSound } from '../../../ui/play-sound.ts';

/** A rising tone for what is right, another for elsewhere, a low one for unknown, two beeps for all else. */
const SOUNDS: Readonly<Record<ObservationClass, string>> = {
  here,
  moved,
  'wrong-slot': moved,
  unknown,
  several: warning,
  'already-seen': warning,
  'out-of-scope': warning,
};

/** Only called with what the engine has answered, that is, what is on the disk. */
export function playClass(value: ObservationClass | null): void {
  playSound(value === null ? here : SOUNDS[value]);
}

export function playWarning(): void {
  playSound(warning);
}
