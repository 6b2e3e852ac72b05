/** The whole name of two people: surnames in either order, one missing, given name and surname exchanged. */
import type { Prepared } from './facts.ts';
import type { NameFrequencies } from './frequencies.ts';
import { matchPart, type PartMatch, type WordLevel } from './name-match.ts';
import { objection, quoted, reason, type Reason } from './reasons.ts';
import { matchModel } from './weights.ts';

type Order = 'straight' | 'surnames' | 'givenAndSurname';

export type NamesMatch = {
  /** Bits of the surnames, which a family shares. */
  readonly surnameBits: number;
  readonly givenBits: number;
  /** True when both given names are known and nothing of them agrees. */
  readonly hasOtherGiven: boolean;
  /** How well each part agrees; null where one side does not know it. */
  readonly levels: Readonly<Record<'first' | 'second' | 'given', WordLevel | null>>;
  readonly reasons: readonly Reason[];
};

type Reading = {
  readonly order: Order;
  readonly first: PartMatch | null;
  readonly second: PartMatch | null;
  readonly given: PartMatch | null;
  readonly penalty: number;
};

/** Both parts of another order; null where the first of them says no already: nothing is compared for nothing. */
function moved(first: () => PartMatch | null, last: () => PartMatch | null): readonly (PartMatch | null)[] | null {
  const one = first();
  if (one?.agreement === 'none') return null;
  const other = last();
  // Nothing agrees by another order only to escape a disagreement: what was compared must agree at least in part.
  return other?.agreement === 'none' || (one === null && other === null) ? null : [one, other];
}

function readings(one: Prepared, other: Prepared, { surname, given }: NameFrequencies): Reading[] {
  const first = matchPart(one.first, other.first, surname);
  const second = matchPart(one.second, other.second, surname);
  const givens = matchPart(one.given, other.given, given);
  const all: Reading[] = [{ order: 'straight', first, second, given: givens, penalty: 0 }];
  const crossed = moved(
    () => matchPart(one.first, other.second, surname),
    () => matchPart(one.second, other.first, surname),
  );
  if (crossed !== null) {
    const [inFirst = null, inSecond = null] = crossed;
    const { surnames: penalty } = matchModel.order;
    all.push({ order: 'surnames', first: inFirst, second: inSecond, given: givens, penalty });
  }
  // Which of the two is a surname nobody knows: the commoner share counts, whichever side is asked first.
  const either = (key: string) => Math.max(surname(key), given(key));
  const exchanged = moved(
    () => matchPart(one.first, other.given, either),
    () => matchPart(one.given, other.first, either),
  );
  if (exchanged !== null) {
    const [inFirst = null, inGiven = null] = exchanged;
    const { givenAndSurname: penalty } = matchModel.order;
    all.push({ order: 'givenAndSurname', first: inFirst, second, given: inGiven, penalty });
  }
  return all;
}

function bitsOfReading({ first, second, given, penalty }: Reading): number {
  return (first?.bits ?? 0) + (second?.bits ?? 0) + (given?.bits ?? 0) + penalty;
}

function levelsIn({ first, second, given }: Reading): NamesMatch['levels'] {
  const level = (part: PartMatch | null) => part?.level ?? null;
  return { first: level(first), second: level(second), given: level(given) };
}

export function matchNames(one: Prepared, other: Prepared, frequencies: NameFrequencies): NamesMatch {
  const best = readings(one, other, frequencies).reduce((most, reading) =>
    bitsOfReading(reading) > bitsOfReading(most) ? reading : most,
  );
  const [first, given] = [best.first?.bits ?? 0, best.given?.bits ?? 0];
  // Of two exchanged words the one that tells more counts as the surname, which a family shares: the cautious reading.
  const [asSurname, asGiven] =
    best.order === 'givenAndSurname' ? [Math.max(first, given), Math.min(first, given)] : [first, given];
  return {
    surnameBits: asSurname + (best.second?.bits ?? 0) + best.penalty,
    givenBits: asGiven,
    hasOtherGiven: best.given?.agreement === 'none',
    levels: levelsIn(best),
    reasons: reasonsOf(best, one, other),
  };
}

function reasonsOf(best: Reading, one: Prepared, other: Prepared): Reason[] {
  const reasons = best.order === 'givenAndSurname' ? exchangedReasons(best) : surnameReasons(best, one, other);
  return [...reasons, ...(best.order === 'givenAndSurname' ? [] : givenReasons(best.given)), ...variantReasons(best)];
}

function exchangedReasons({ second }: Reading): Reason[] {
  const reasons = [reason('Nombres y apellidos intercambiados.')];
  if (second !== null && second.agreement !== 'none') reasons.push(reason('Mismo segundo apellido.'));
  return reasons;
}

function agrees(part: PartMatch | null): boolean {
  return part !== null && part.agreement !== 'none';
}

function firstOnly(best: Reading, one: Prepared, other: Prepared): Reason {
  if (best.second !== null) return reason('Mismo primer apellido; el segundo es otro.');
  if (one.second === null && other.second === null) return reason('Mismo primer apellido.');
  const where = other.second === null ? 'Falta el segundo apellido en el registro' : 'Falta el segundo apellido';
  return reason(`${where}; el primero coincide.`);
}

function surnameReasons(best: Reading, one: Prepared, other: Prepared): Reason[] {
  const [first, second] = [agrees(best.first), agrees(best.second)];
  if (best.order === 'surnames') {
    if (first && second) return [reason('Los mismos apellidos en otro orden.')];
    return [reason('Un apellido coincide en otro lugar; falta el otro.')];
  }
  if (first && second) return [reason('Los mismos dos apellidos.')];
  if (first) return [firstOnly(best, one, other)];
  if (second) return [reason('Mismo segundo apellido.')];
  return [];
}

function givenReasons(given: PartMatch | null): Reason[] {
  if (given === null) return [];
  if (given.agreement === 'none') return [objection('Los nombres son otros.')];
  if (given.isJoined) return [];
  return [reason(given.agreement === 'all' ? 'Mismos nombres.' : 'Coincide uno de los nombres.')];
}

const variantWords = {
  same: 'Nombre unido o separado',
  spelling: 'Nombre escrito de otra manera',
  near: 'Nombre casi igual',
  nickname: 'Nombre y forma familiar',
  close: 'Nombre parecido',
  initial: 'Nombre con inicial',
  different: 'Nombre parecido',
} as const;

export function variantReason(level: WordLevel, pair: readonly [string, string]): Reason {
  const words = variantWords[level];
  return reason(`${words}: ${quoted(pair)}.`, `${words}.`);
}

function variantReasons({ first, second, given }: Reading): Reason[] {
  return [first, second, given].flatMap((part) => {
    if (part === null) return [];
    return part.variants.map((pair) => variantReason(part.isJoined ? 'same' : part.level, pair));
  });
}
