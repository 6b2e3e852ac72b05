/** Where in a call passwords stand: each login with its password, and a password of one's own that is new. */
import type { Call } from '../../../shared/platform/contract.ts';

/** What the chair is told of the contract and of passwords; a root file hands it over. */
export type SecretRules = {
  /** Procedures whose secrets are typed at the keeper alone. */
  readonly onlyAtKeeper: readonly string[];
  /** Where a person sets a password of her own. */
  readonly ownNew: { readonly procedure: string; readonly field: string };
  /** Names of fields that may hold a secret: what is under one and no password with its login does not leave. */
  readonly secretName: RegExp;
  readonly isLogin: (login: string) => boolean;
  /** @throws rule-broken `password-refused` at the field */
  readonly checkNewPassword: (passphrase: string, names: readonly string[]) => void;
};

/** Keys and positions from the input down to the text. */
type Path = readonly string[];
export type Place = {
  readonly kind: 'known' | 'new';
  readonly path: Path;
  readonly text: string;
  /** Whose it is; empty for a new one, which is of the session. */
  readonly login: string;
};

type Rules = Pick<SecretRules, 'ownNew' | 'secretName'>;
type Found = Place | 'stuck';

const isParent = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every place of a call; null where a field holds a secret that is none of them: it must not leave. */
export function placesOf({ procedure, input }: Pick<Call, 'procedure' | 'input'>, rules: Rules): Place[] | null {
  const own: Rules = procedure === rules.ownNew.procedure ? rules : { ...rules, ownNew: { procedure, field: '' } };
  const found = [...below(input, [], own)];
  const places = found.filter((one) => one !== 'stuck');
  return places.length === found.length ? places : null;
}

function* below(value: unknown, path: Path, rules: Rules): Generator<Found> {
  if (!isParent(value)) return;
  for (const [key, held] of Object.entries(value)) {
    const at = [...path, key];
    if (rules.secretName.test(key) && isSomething(held)) yield placeAt({ value, key, at }, rules);
    else yield* below(held, at, rules);
  }
}

/** Null and an empty text are no secret. */
const isSomething = (held: unknown): boolean => held !== null && held !== undefined && held !== '';

type At = { readonly value: Readonly<Record<string, unknown>>; readonly key: string; readonly at: Path };

function placeAt({ value, key, at }: At, { ownNew }: Rules): Found {
  const [text, { login }] = [value[key], value];
  if (typeof text !== 'string') return 'stuck';
  if (key === ownNew.field && at.length === 1) return { kind: 'new', path: at, text, login: '' };
  if (key === 'password' && typeof login === 'string') return { kind: 'known', path: at, text, login };
  return 'stuck';
}

/** The input with other texts in these places; what it was made of stays as it was. */
export function withReplaced(input: unknown, texts: readonly (readonly [Place, string])[]): unknown {
  return texts.reduce((changed, [{ path }, text]) => put(changed, path, text), input);
}

function put(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((one: unknown, at) => (String(at) === key ? put(one, rest, text) : one));
  return isParent(value) ? { ...value, [key]: put(value[key], rest, text) } : value;
}
