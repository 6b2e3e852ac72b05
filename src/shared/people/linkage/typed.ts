/** One line as the person says it: words in any order, a number, a date or a year. */
import type { PartialDate } from '../../platform/dates.ts';
import { normalizeDocumentNumber } from '../rules.ts';
import { noFacts, prepareBeside, readPart, type NamePart, type Prepared, type Word } from './facts.ts';
import type { Nicknames } from './nicknames.ts';

export type TypedQuery = {
  /** Its words as one name; null when it has none. */
  readonly name: NamePart | null;
  readonly words: readonly Word[];
  /** Beginning of a word that is still being typed. */
  readonly last: Word | null;
  /** Number, date and year as facts; no names. */
  readonly facts: Prepared;
  readonly hasNumber: boolean;
};

const year = /\b(19|20)\d\d\b/;
const date = /\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b/;

function birthIn(text: string): PartialDate | null {
  const whole = date.exec(text);
  if (whole !== null) return { year: Number(whole[3]), month: Number(whole[2]), day: Number(whole[1]) };
  const found = year.exec(text);
  return found === null ? null : { year: Number(found[0]), month: null, day: null };
}

/** Runs of digits, spaces and points between them left out: «45 678 912» is one number. */
function numbersIn(text: string): string[] {
  const numbers =
    text
      .normalize('NFKC')
      .replace(date, ' ')
      .match(/[\dA-Z]*\d(?:[\s.-]?\d)+/gi) ?? [];
  return numbers.map((number) => normalizeDocumentNumber(number)).filter((number) => /\d{5}/.test(number));
}

export function readQuery(text: string, nicknames: Nicknames): TypedQuery {
  const numbers = numbersIn(text);
  const name = readPart(text.normalize('NFKC').replace(/\S*\d\S*/g, ' '), nicknames);
  const words = name?.words ?? [];
  const birth = birthIn(text);
  const last = /\p{L}$/u.test(text.trim()) ? words.at(-1) : undefined;
  return {
    name,
    words,
    last: last ?? null,
    facts: {
      ...{ given: null, first: null, second: null, aliases: [] },
      ...prepareBeside({
        ...noFacts,
        birth,
        documents: numbers.map((number) => ({ kind: null, number })),
        phones: numbers,
      }),
    },
    hasNumber: numbers.length > 0,
  };
}

/** What to look under for a typed line: the words in every role they may have, its number and its date. */
export function queryFacts(query: TypedQuery): Prepared {
  return query.name === null ? query.facts : { ...query.facts, first: query.name };
}
