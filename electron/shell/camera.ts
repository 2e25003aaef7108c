/**
 * Whether the scan page may look through a camera just now: it says so when it opens its picture and when it closes it, and what
 * leaves or reloads the page takes it back.
 */
export class CameraLeave {
  #given = false;

  get given(): boolean {
    return this.#given;
  }

  give(): void {
    this.#given = true;
  }

  takeBack(): void {
    this.#given = false;
  }
}
