/**
 * The companion's end of the chair: a call leaves it with vouchers in place of every password.
 *
 * A voucher is good for one call of one line, for a minute. A call that is repeated after a cut is handed in again as it
 * was typed, with its key, and gets new ones.
 */
import type { Call } from '../../../shared/platform/contract.ts';
import { fail } from '../../../shared/platform/failures.ts';
import type { z } from '../../../shared/platform/zod.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { newSlotProofOf, proofOf } from './at-chair.ts';
import { challengeSchema, newSlotChallengeSchema, voucherSchema, type QuestionName } from './messages.ts';
import { placesOf, withReplaced, type Place, type SecretRules } from './typed-places.ts';

export type ChairParts = {
  /** Asks the keeper; throws its failures. */
  readonly call: (name: QuestionName, body: unknown) => Promise<unknown>;
  /** `exportKeyingMaterial` of the line, hexadecimal: the same at both ends of it and of no other. */
  readonly exporter: () => string;
  readonly policy: KdfPolicy;
  readonly rules: SecretRules;
};

export class Chair {
  readonly #parts: ChairParts;
  /** One call after the other: two at once of one person would take each other for haste. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: ChairParts) {
    this.#parts = parts;
  }

  /**
   * The call as it may leave: each password proven to the keeper, in its place a voucher.
   *
   * @param ownLogin Of the session of this call; null before it.
   * @throws rule-broken `only-at-keeper` before anything is said; `password-refused`; `keeper-unsound`
   * @throws wrong-secret `password-wrong`, `second-wrong`, without a reason at the door; as the keeper's `ask`
   */
  async replaceSecrets(call: Call, ownLogin: string | null): Promise<Call> {
    const { rules } = this.#parts;
    const places = placesOf(call, rules);
    if (places === null || rules.onlyAtKeeper.includes(call.procedure)) throw fail('rule-broken', 'only-at-keeper');
    if (call.password === null && places.length === 0) return call;
    const mine = this.#last.then(() => this.#replaced(call, places, ownLogin));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #replaced(call: Call, places: readonly Place[], ownLogin: string | null): Promise<Call> {
    // First what needs no proof: a new password that breaks a rule costs no attempt.
    const fresh = places.filter(({ kind }) => kind === 'new');
    const known = places.filter(({ kind }) => kind === 'known');
    const vouchers: [Place, string][] = [];
    for (const place of fresh) vouchers.push([place, await this.#newSlot(place.text, ownLogin, call.session)]);
    const password = call.password === null ? null : await this.#own(call.password, ownLogin);
    const reason = call.session === null ? null : 'second-wrong';
    for (const place of known) vouchers.push([place, await this.#voucher(place.login, place.text, reason)]);
    return { ...call, password, input: withReplaced(call.input, vouchers) };
  }

  async #own(passphrase: string, ownLogin: string | null): Promise<string> {
    if (ownLogin === null) throw fail('locked');
    return this.#voucher(ownLogin, passphrase, 'password-wrong');
  }

  async #voucher(login: string, passphrase: string, reason: string | null): Promise<string> {
    if (!this.#parts.rules.isLogin(login)) throw fail('wrong-secret', reason);
    const { policy, exporter } = this.#parts;
    const challenge = await this.#ask('ask', { login }, challengeSchema);
    const proof = await proofOf(challenge, { login, passphrase, policy, context: exporter() });
    if (proof === null) throw fail('wrong-secret', reason);
    return (await this.#ask('prove', proof, voucherSchema)).voucher;
  }

  async #newSlot(passphrase: string, ownLogin: string | null, session: string | null): Promise<string> {
    if (ownLogin === null || session === null) throw fail('locked');
    const { policy, exporter, rules } = this.#parts;
    const challenge = await this.#ask('askNewSlot', { session }, newSlotChallengeSchema);
    rules.checkNewPassword(passphrase, challenge.names);
    const typing = { login: ownLogin, passphrase, policy, context: exporter() };
    return (await this.#ask('keepNewSlot', await newSlotProofOf(challenge, typing), voucherSchema)).voucher;
  }

  /** An answer that is none comes of a keeper that is none. */
  async #ask<Schema extends z.ZodType>(name: QuestionName, body: unknown, schema: Schema): Promise<z.output<Schema>> {
    const answer = schema.safeParse(await this.#parts.call(name, body));
    if (!answer.success) throw fail('rule-broken', 'keeper-unsound');
    return answer.data;
  }
}
