import { shell } from '../../../bridge/shell.ts';
import type { Picture } from './read-code.ts';

const LOOKS_PER_SECOND = 8;
/** A code is read again once it was out of sight this long. */
const OUT_OF_SIGHT_MS = 1500;
const WIDEST = 1280;

interface CameraReaderOptions {
  readonly video: HTMLVideoElement;
  readonly onText: (text: string) => void;
  /** Why nothing can be read, in a sentence. */
  readonly onProblem: (problem: string) => void;
}

/**
 * Reads codes from the camera until it is stopped. The program allows the camera only from `start` to `stop`, and only to look;
 * what was decoded goes where a scanner's text goes.
 */
export class CameraReader {
  readonly #options: CameraReaderOptions;
  #stream: MediaStream | null = null;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastText = '';
  #lastSeen = 0;

  constructor(options: CameraReaderOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { video, onProblem } = this.#options;
    try {
      await shell('allowCamera', { allowed: true });
      const wanted = { facingMode: 'environment', width: { ideal: WIDEST } };
      this.#stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
      if (this.#stopped) return this.#release();
      video.srcObject = this.#stream;
      await video.play();
      const { readCode } = await import('./read-code.ts');
      this.#look(readCode);
    } catch (error) {
      if (!this.#stopped) onProblem(problemOf(error));
      this.#release();
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#release();
  }

  #look(readCode: (picture: Picture) => string | null): void {
    if (this.#stopped) return;
    const picture = pictureOf(this.#options.video);
    const text = picture ? readCode(picture)?.trim() : undefined;
    if (text) this.#take(text);
    this.#timer = setTimeout(() => this.#look(readCode), 1000 / LOOKS_PER_SECOND);
  }

  #take(text: string): void {
    const now = performance.now();
    const again = text === this.#lastText && now - this.#lastSeen < OUT_OF_SIGHT_MS;
    this.#lastText = text;
    this.#lastSeen = now;
    if (!again) this.#options.onText(text);
  }

  #release(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#options.video.srcObject = null;
    void shell('allowCamera', { allowed: false });
  }
}

function pictureOf(video: HTMLVideoElement): ImageData | null {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return null;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  return context?.getImageData(0, 0, width, height) ?? null;
}

function problemOf(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'No camera was found.';
  if (name === 'NotReadableError') return 'The camera is in use by another program.';
  return 'The camera cannot be used here.';
}
