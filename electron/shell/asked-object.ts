import type { ObjectLink } from '../../shared/domain/object-link.ts';

/** The object that somebody asked for by a link, until the window takes it: it may not be there yet, or still be loading. */
export class AskedObject {
  readonly #tellWindow: () => void;
  #link: ObjectLink | null = null;

  constructor(tellWindow: () => void) {
    this.#tellWindow = tellWindow;
  }

  ask(link: ObjectLink): void {
    this.#link = link;
    this.#tellWindow();
  }

  take(): ObjectLink | null {
    const link = this.#link;
    this.#link = null;
    return link;
  }
}
