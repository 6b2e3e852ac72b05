/** What people are called beside their given names: weak evidence, both ways. Which words these are is data of a centre. */
import { nameWords, plainName, remembering, wordKey } from './spelling.ts';

export type Nicknames = {
  /** By the key of the nickname, the spelling keys of the given names it may stand for. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Those of one plain word; none when it is no nickname. */
  readonly formalKeys: (plain: string) => readonly string[];
};

/** Only what changes no nickname into another: the spelling key would read «Edu» as Guido. */
function shortKey(plain: string): string {
  return plain
    .replace(/(.)\1+/g, '$1')
    .replace(/V/g, 'B')
    .replace(/Y$/, 'I');
}

const none: readonly string[] = [];

/** Two rows of one nickname count as one with the names of both. */
export function makeNicknames(rows: readonly { name: string; standsFor: readonly string[] }[]): Nicknames {
  const names = new Map<string, readonly string[]>();
  for (const { name, standsFor } of rows) {
    const key = shortKey(plainName(name));
    const formal = standsFor.map((one) => wordKey(plainName(one)));
    names.set(key, [...new Set([...(names.get(key) ?? none), ...formal])]);
  }
  return { names, formalKeys: remembering((plain) => names.get(shortKey(plain)) ?? none) };
}

/** The keys under which a text may be a nickname: those of its words, and of all of them joined. */
export function nicknameKeys(text: string): string[] {
  const words = nameWords(text);
  return [...words, words.join('')].map(shortKey);
}
