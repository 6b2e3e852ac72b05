/**
 * The code that pairs two computers, and the one offer that the keeper makes of it.
 *
 * 120 bits from the system: nobody guesses it, during its ten minutes or from a recording afterwards, so a plain MAC
 * over the channel does for what a short code would need a PAKE. Typed by hand, hence with a check of its own.
 */
import { randomBytes } from 'node:crypto';
import type { SteadyClock } from '../../../shared/platform/clock.ts';
import { fail } from '../../../shared/platform/failures.ts';
import { crc16, decode32, encode32, groupsOfFour } from '../crypto/base32.ts';

const codeBytes = 15;
const totalBytes = codeBytes + 2;
const offerMs = 600_000;
const mostWrong = 5;
export const pairCodeGroupCount = 7;

/** `K7QF-…`: seven groups of four. */
export function encodePairCode(code: Buffer): string {
  if (code.length !== codeBytes) throw new Error('a pair code has 15 bytes');
  const bytes = Buffer.alloc(totalBytes);
  code.copy(bytes);
  bytes.writeUInt16BE(crc16(code), codeBytes);
  const text = encode32(bytes);
  bytes.fill(0);
  return groupsOfFour(text).join('-');
}

/** The 15 bytes of a typed code, zeroed by the caller. Throws `wrong-secret`/`pair-code-mistyped` before anything is sent. */
export function decodePairCode(typed: string): Buffer {
  const bytes = decode32(typed, totalBytes);
  if (bytes === null) throw fail('wrong-secret', 'pair-code-mistyped');
  const code = Buffer.from(bytes.subarray(0, codeBytes));
  const sound = bytes.readUInt16BE(codeBytes) === crc16(code);
  bytes.fill(0);
  if (sound) return code;
  code.fill(0);
  throw fail('wrong-secret', 'pair-code-mistyped');
}

/** Why a stranger is not paired; `unknown`: no code was offered lately. */
export type PairRefusal = 'unknown' | 'code-wrong' | 'code-used' | 'code-expired';

/** A right code whose computer is being judged: the first word counts. What became of the offer meanwhile stays. */
export type TakenOffer = {
  /** It paired: the code is worth nothing any more. */
  use(): void;
  /** It paired nobody: for the rest of its time the code counts as before. */
  giveBack(): void;
};

/** One offer at a time, ten minutes, one use, five wrong tries. What ended the last one is remembered as long again. */
export class PairOffer {
  readonly #clock: Pick<SteadyClock, 'monotonic'>;
  #code: Buffer | null = null;
  #wrong = 0;
  /** Somebody showed the code and is not paired yet. */
  #isTaken = false;
  /** Of the offer while it stands, then of the memory of its end. */
  #until = 0;
  #ended: PairRefusal = 'unknown';

  constructor(clock: Pick<SteadyClock, 'monotonic'>) {
    this.#clock = clock;
  }

  /** A new code as it is shown; the one before is worth nothing from now on. */
  open(): string {
    this.#end('unknown');
    this.#code = randomBytes(codeBytes);
    this.#wrong = 0;
    this.#until = this.#clock.monotonic() + offerMs;
    return encodePairCode(this.#code);
  }

  withdraw(): void {
    this.#end('unknown');
  }

  /** Milliseconds that are left of the offer; null when none stands. */
  left(): number | null {
    this.#look();
    return this.#code === null ? null : this.#until - this.#clock.monotonic();
  }

  /** What to say of a stranger who comes while no offer stands. */
  refusal(): PairRefusal {
    this.#look();
    return this.#ended;
  }

  /** Judges one try and holds the offer when it is right: of two that are right at once, the second finds it used. */
  take(isRight: (code: Buffer) => boolean): TakenOffer | PairRefusal {
    this.#look();
    const code = this.#code;
    if (code === null) return this.#ended;
    if (isRight(code)) return this.#isTaken ? 'code-used' : this.#hold(code);
    this.#wrong += 1;
    if (this.#wrong >= mostWrong) this.#end('code-wrong');
    return 'code-wrong';
  }

  #hold(code: Buffer): TakenOffer {
    this.#isTaken = true;
    // Another code stands, or none, where this one was withdrawn, too old, or followed by a newer one.
    let isSaid = false;
    const say = (word: () => void) => {
      if (!isSaid && this.#code === code) word();
      isSaid = true;
    };
    return {
      use: () => say(() => this.#end('code-used')),
      giveBack: () => say(() => void (this.#isTaken = false)),
    };
  }

  #look(): void {
    const now = this.#clock.monotonic();
    if (now < this.#until) return;
    if (this.#code !== null) this.#end('code-expired');
    else this.#ended = 'unknown';
  }

  #end(why: PairRefusal): void {
    this.#code?.fill(0);
    this.#code = null;
    this.#isTaken = false;
    this.#ended = why;
    this.#until = this.#clock.monotonic() + offerMs;
  }
}
