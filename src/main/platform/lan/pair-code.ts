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

/** One offer at a time, ten minutes, one use, five wrong tries. What ended the last one is remembered as long again. */
export class PairOffer {
  readonly #clock: Pick<SteadyClock, 'monotonic'>;
  #code: Buffer | null = null;
  #wrong = 0;
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

  /** Judges one try and takes the offer away when it is right: of two that are right, the second finds it used. */
  take(isRight: (code: Buffer) => boolean): 'right' | PairRefusal {
    this.#look();
    if (this.#code === null) return this.#ended;
    if (isRight(this.#code)) {
      this.#end('code-used');
      return 'right';
    }
    this.#wrong += 1;
    if (this.#wrong >= mostWrong) this.#end('code-wrong');
    return 'code-wrong';
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
    this.#ended = why;
    this.#until = this.#clock.monotonic() + offerMs;
  }
}
