import { app, BrowserWindow } from 'electron';
import { LINK_SCHEME, readObjectLink, type ObjectLink } from '../../shared/domain/object-link.ts';

/** What a start, a double click or the code of a printed label asks for. Of anything else nothing is taken. */
export interface Asked {
  readonly file?: string;
  readonly link?: ObjectLink;
}

/** A workspace or a link among the words of a command line. */
export function askedBy(argv: readonly string[]): Asked {
  const words = argv.slice(1).filter((word) => !word.startsWith('-'));
  const link = words.map(readObjectLink).find((found) => found !== null);
  const file = words.find((word) => word.endsWith('.rackwright'));
  return { ...(file === undefined ? {} : { file }), ...(link === undefined ? {} : { link }) };
}

/** What is asked for from outside the window, from the first moment on; it waits until the program can answer. */
export class OutsideRequests {
  readonly #waiting: Asked[] = [askedBy(process.argv)];
  #answer: ((asked: Asked) => void) | null = null;

  constructor() {
    // macOS names files and links by events, also before the program is ready.
    app.on('open-file', (event, file) => {
      event.preventDefault();
      this.#ask({ file });
    });
    app.on('open-url', (event, url) => {
      event.preventDefault();
      const link = readObjectLink(url);
      if (link) this.#ask({ link });
    });
    app.on('second-instance', (_event, argv) => {
      BrowserWindow.getAllWindows()[0]?.focus();
      this.#ask(askedBy(argv));
    });
    // Where no desktop file says whose the links are, the installed program does.
    if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME);
  }

  answerBy(answer: (asked: Asked) => void): void {
    this.#answer = answer;
    for (const asked of this.#waiting.splice(0)) answer(asked);
  }

  #ask(asked: Asked): void {
    if (this.#answer) this.#answer(asked);
    else this.#waiting.push(asked);
  }
}
