/**
 * How likely two records are of one person (Fellegi and Sunter 1969), and why. A judgement for a person to check,
 * never a merge.
 */
import {
  matchAddress,
  matchAlias,
  matchBirth,
  matchDistrict,
  matchDocuments,
  matchPhones,
  matchSex,
  type BirthLevel,
  type DocumentLevel,
  type Evidence,
} from './evidence.ts';
import type { Beside, Prepared } from './facts.ts';
import type { NameFrequencies } from './frequencies.ts';
import { matchNames, type NamesMatch } from './names.ts';
import { reason, type Reason } from './reasons.ts';
import { tuned, type FieldLevels, type Tuning } from './tuning.ts';
import { matchModel } from './weights.ts';

export type MatchLevel = 'probable' | 'possible';

export type Match = {
  /** 0..1. */
  readonly probability: number;
  /** Everything that speaks for it, in bits, uncapped: orders those whom names alone hold at one probability. */
  readonly bits: number;
  /** Null: not worth showing. */
  readonly level: MatchLevel | null;
  /** Both given names are known and nothing of them agrees: a sister, a daughter. */
  readonly hasOtherGiven: boolean;
  readonly reasons: readonly Reason[];
};

export type Matcher = {
  readonly frequencies: NameFrequencies;
  /** Records among which the one is sought: how unlikely a match is before anything is compared. */
  readonly population: number;
  /** Bits by which the fields of one file weigh otherwise. */
  readonly tuning?: Tuning;
  readonly namesOnly?: NamesOnly;
};

/** Bits of names beyond the prior from which on they count as common, seldom, rare. */
export const namesOnlySteps = [0, 4, 8] as const;

/** For each step: how often names that agree so well, with nothing beside them, are of one person in this file. */
export type NamesOnly = readonly number[];

/** -1 below the first. */
export function namesStep(beyond: number): number {
  return namesOnlySteps.findLastIndex((step) => beyond >= step);
}

type Compared = {
  readonly names: NamesMatch;
  readonly document: Evidence<DocumentLevel> | null;
  readonly birth: Evidence<BirthLevel> | null;
  readonly phone: Evidence<'same' | 'oneError' | 'different'> | null;
  readonly sex: Evidence<'different'> | null;
  readonly district: Evidence<'same' | 'different'> | null;
  readonly address: Evidence<'same' | 'part' | 'different'> | null;
  readonly alias: Evidence<'same'> | null;
};

function bits(one: Evidence<string> | null): number {
  return one?.bits ?? 0;
}

function level(one: Evidence<string> | null): string | null {
  return one?.level ?? null;
}

/** What a comparison weighs, apart from how likely a match was before: the same for every prior. */
export type Weight = {
  /** Bits of what a family shares (surnames, telephone, district, address). */
  readonly family: number;
  readonly birth: number;
  /** Bits of everything else. */
  readonly rest: number;
  readonly hasOtherGiven: boolean;
  /** Something beside the names agrees and nothing contradicts it: names alone are never sure. */
  readonly isCertain: boolean;
  /** What is left when nothing beside the names agrees: `only` names, or names against document or birth. */
  readonly namesAre: 'only' | 'contradicted' | null;
  /** Bits of the names alone. */
  readonly names: number;
  readonly levels: FieldLevels;
};

function weightOf(compared: Compared): Weight {
  const { names, document, birth, phone, sex, district, address, alias } = compared;
  return {
    family: names.surnameBits + bits(phone) + bits(district) + bits(address),
    birth: bits(birth),
    rest: names.givenBits + bits(document) + bits(sex) + bits(alias),
    hasOtherGiven: names.hasOtherGiven,
    isCertain: hasIndependentEvidence(compared) && !isContradicted(compared),
    namesAre: standingOfNames(compared),
    names: names.surnameBits + names.givenBits,
    levels: {
      ...names.levels,
      ...{ document: level(document), birth: level(birth), phone: level(phone) },
      ...{ district: level(district), address: level(address) },
    },
  };
}

/**
 * Bits of everything, with fields that hang together counted once.
 *
 * Brothers, sisters and mothers are in the same record as often as the person herself: what a family shares (surnames,
 * telephone, district) brings the chance to even at most; twins share the birth date too.
 */
function totalBits({ family, birth, rest, hasOtherGiven }: Weight, priorBits: number): number {
  const shared = Math.min(family, priorBits) + birth;
  const kin = hasOtherGiven ? Math.min(shared, priorBits + matchModel.twinBits) : shared;
  return kin + rest;
}

/** Something beside the names that agrees by more than chance. */
function hasIndependentEvidence({ document, birth, phone }: Pick<Compared, 'document' | 'birth' | 'phone'>): boolean {
  return [document, birth, phone].some((one) => bits(one) > 1);
}

/** One wrong digit is a slip; two are the number of somebody else. */
function isOtherNumber(document: Compared['document']): boolean {
  return document?.level === 'different' || document?.level === 'twoErrors';
}

/**
 * Two documents of one kind, whatever else agrees: namesakes of near birth dates have them. Or a child with the mother's
 * number, a number typed on the wrong person: given name and birth both say no.
 */
function isContradicted({ names, birth, document }: Compared): boolean {
  return isOtherNumber(document) || (names.hasOtherGiven && birth !== null && birth.bits < 0);
}

export function priorBitsOf(population: number): number {
  return Math.log2(Math.max(population, 2) - 1);
}

function standingOfNames(compared: Compared): Weight['namesAre'] {
  const { document, birth, address } = compared;
  if (hasIndependentEvidence(compared)) return null;
  if (isOtherNumber(document) || bits(birth) < 0) return 'contradicted';
  return address?.level === 'same' ? null : 'only';
}

/** 0..1, by how many bits the evidence is beyond the prior. */
export function chanceOf(beyond: number): number {
  return 1 / (1 + 2 ** -beyond);
}

function plainChance(weight: Weight, population: number): number {
  const priorBits = priorBitsOf(population);
  return chanceOf(totalBits(weight, priorBits) - priorBits);
}

/** 0..1, what is told. `population`: one match is expected among so many comparisons. */
function probabilityAt(weight: Weight, population: number): number {
  const chance = plainChance(weight, population);
  return weight.isCertain ? chance : Math.min(chance, matchModel.notAlone);
}

/**
 * 0..1, what a file decides by: names alone may count as much as they do in it, but not against document or birth.
 */
export function chanceAt(weight: Weight, population: number, namesOnly: NamesOnly = []): number {
  const chance = plainChance(weight, population);
  if (weight.namesAre === 'contradicted') return Math.min(chance, matchModel.namesake);
  if (weight.namesAre !== 'only') return chance;
  return chance * (namesOnly[namesStep(weight.names - priorBitsOf(population))] ?? 1);
}

/** «Falta el segundo apellido …; misma fecha de nacimiento.»: one sentence where the second explains the first. */
function reasonsOf(compared: Compared): Reason[] {
  const { names, document, birth, phone, sex, district, address, alias } = compared;
  const birthReasons = [...(birth?.reasons ?? [])];
  const first = names.reasons[0];
  const joined =
    first?.text.endsWith('el primero coincide.') === true && birth?.level === 'same'
      ? [reason(first.text.replace('el primero coincide.', 'misma fecha de nacimiento.')), ...names.reasons.slice(1)]
      : [...names.reasons, ...birthReasons];
  return [
    ...(document?.reasons ?? []),
    ...joined,
    ...[phone, alias, district, address, sex].flatMap((one) => one?.reasons ?? []),
  ];
}

export function levelOf(probability: number): MatchLevel | null {
  if (probability >= matchModel.probable) return 'probable';
  return probability >= matchModel.possible ? 'possible' : null;
}

function compareAll(one: Prepared, other: Prepared, frequencies: NameFrequencies): Compared {
  return {
    names: matchNames(one, other, frequencies),
    document: matchDocuments(one, other),
    birth: matchBirth(one, other),
    phone: matchPhones(one, other),
    sex: matchSex(one, other),
    district: matchDistrict(one, other),
    address: matchAddress(one, other),
    alias: matchAlias(one, other),
  };
}

/** Looks at no name: without something beside them that agrees, two people are never «probable» (`notAlone`). */
export function mayBeProbable(one: Beside, other: Beside): boolean {
  return hasIndependentEvidence({
    document: matchDocuments(one, other),
    birth: matchBirth(one, other),
    phone: matchPhones(one, other),
  });
}

/** What two records weigh together, for judging them under several priors. */
export function weigh(one: Prepared, other: Prepared, frequencies: NameFrequencies): Weight {
  return weightOf(compareAll(one, other, frequencies));
}

/** The chance of a comparison as this matcher weighs it. */
export function tunedChance(weight: Weight, { population, tuning, namesOnly }: Omit<Matcher, 'frequencies'>): number {
  return chanceAt(tuned(weight, tuning), population, namesOnly);
}

/** Two people of the record, or one asked for and one of the record (`other`: «en el registro»). */
export function compare(one: Prepared, other: Prepared, matcher: Matcher): Match {
  const compared = compareAll(one, other, matcher.frequencies);
  const weight = tuned(weightOf(compared), matcher.tuning);
  const probability = probabilityAt(weight, matcher.population);
  const isSameNumber = compared.document?.level === 'same';
  return {
    probability,
    bits: totalBits(weight, priorBitsOf(matcher.population)),
    // One number on two people is shown whatever the rest says: somebody has to look at it.
    level: levelOf(probability) ?? (isSameNumber ? 'possible' : null),
    hasOtherGiven: weight.hasOtherGiven,
    reasons: reasonsOf(compared),
  };
}
