// npm run sounds: makes the short sounds of assets/sounds from their notes; needed only when a sound is to change.
import { mkdirSync, writeFileSync } from 'node:fs';

import { fromRoot } from './paths.mjs';

const RATE = 22_050;
const NOTE_SECONDS = 0.09;
const FADE_SECONDS = 0.012;

/** What a scan was found to be, as notes in Hz: rising for good, falling for trouble, so that they differ by ear alone. */
const SOUNDS = {
  here: [880],
  moved: [660, 880],
  warning: [520, 520],
  unknown: [440, 330],
};

/** @param {number[]} notes @returns {Buffer} samples, 16 bit, one channel */
function samples(notes) {
  const perNote = Math.round(RATE * NOTE_SECONDS);
  const fade = Math.round(RATE * FADE_SECONDS);
  const data = Buffer.alloc(notes.length * perNote * 2);
  notes.forEach((frequency, note) => {
    for (let index = 0; index < perNote; index += 1) {
      const envelope = Math.min(1, index / fade, (perNote - index) / fade);
      const value = Math.sin((2 * Math.PI * frequency * index) / RATE) * envelope * 0.5;
      data.writeInt16LE(Math.round(value * 32_767), (note * perNote + index) * 2);
    }
  });
  return data;
}

/** @param {Buffer} data */
function wave(data) {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

mkdirSync(fromRoot('assets', 'sounds'), { recursive: true });
for (const [name, notes] of Object.entries(SOUNDS)) {
  writeFileSync(fromRoot('assets', 'sounds', `${name}.wav`), wave(samples(notes)));
}
