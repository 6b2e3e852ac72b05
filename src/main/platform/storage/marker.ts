/**
 * The mark follows the record: after a commit it is written in the background, the newest only, and never turns what is
 * stored into an error (decision D33). A mark that lags behind raises no alarm; one ahead of the record would.
 */
import { resetMark, writeMark, type Mark } from './mark.ts';

export class Marker {
  readonly #write: (mark: Mark, isAnew: boolean) => Promise<void>;
  #wanted: Mark | null = null;
  #writing: Promise<void> | null = null;
  #isLate = false;
  #isAnew = false;

  /** @param write Stores one mark, trying again while another program holds the file; anew: in place of all before. */
  constructor(write: (mark: Mark, isAnew: boolean) => Promise<void>) {
    this.#write = write;
  }

  /** Whether the last try failed: the newest mark waits for the next commit or the end. */
  get isLate(): boolean {
    return this.#isLate;
  }

  /** The next mark takes the place of all before it, also of one that is further on. */
  startAnew(): void {
    this.#isAnew = true;
  }

  follow(mark: Mark): void {
    this.#wanted = mark;
    this.#writing ??= this.#work();
  }

  async #work(): Promise<void> {
    while (this.#wanted !== null) {
      const mark = this.#wanted;
      this.#wanted = null;
      try {
        await this.#write(mark, this.#isAnew);
        this.#isAnew = false;
        this.#isLate = false;
      } catch {
        this.#isLate = true;
        this.#wanted ??= mark;
        break;
      }
    }
    this.#writing = null;
  }

  /** Waits for what is being written and tries once more what failed; never throws. */
  async settle(): Promise<void> {
    await this.#writing;
    if (this.#wanted !== null) {
      this.follow(this.#wanted);
      await this.#writing;
    }
  }
}

export function markerFor(folder: string, markKey: Buffer): Marker {
  return new Marker((mark, isAnew) => (isAnew ? resetMark(folder, markKey, mark) : writeMark(folder, markKey, mark)));
}
