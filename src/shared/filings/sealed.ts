/** What is typed for the sealed envelope alone: who is protected, and the full names of children (S5). */
import type { MissingFact } from '../papers/blocks.ts';
import { nameRules, plainName } from '../people/index.ts';
import type { TemplateKind } from './codes.ts';
import { kinds } from './kinds/index.ts';
import { questionName } from './kinds/kind.ts';
import type { FilingOptions } from './schema.ts';

type Typed = Pick<FilingOptions, 'answers' | 'lists'>;

/** «Protección de víctima o testigo»: whoever is protected is named in the envelope and nowhere else. */
const protectionKind = 15;
const isWitness = 2;

function answerOf({ answers }: Typed, path: string): string | null {
  const value = answers[questionName(path)];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export type SealedWitness = {
  readonly names: string | null;
  readonly document: string | null;
  readonly address: string | null;
};

/** The witness whose protection is asked; null for other kinds, and where it is the victim who is protected. */
export function witnessOf(kind: TemplateKind, options: Typed): SealedWitness | null {
  if (kind !== protectionKind || options.answers['proteccion_de'] !== isWitness) return null;
  return {
    names: answerOf(options, 'proteccion.testigo'),
    document: answerOf(options, 'proteccion.testigo_documento'),
    address: answerOf(options, 'proteccion.testigo_domicilio'),
  };
}

/** Whether the user herself is named in the envelope alone. */
export function hidesUser(kind: TemplateKind, options: Typed): boolean {
  return kind === protectionKind && witnessOf(kind, options) === null;
}

const particles: ReadonlySet<string> = new Set(nameRules.particles);
const isParticle = (word: string) => particles.has(plainName(word));
/** Words that only name somebody together with the next one: «Santa Cruz». */
const isJoined = (word: string) => isParticle(word) || /^(DO|SAN|SANTA|SANTO)$/.test(plainName(word));

/** «Rosa de la Cruz Pérez» → «Rosa», «de la Cruz», «Pérez»; particles that nothing follows are left out. */
function nameUnits(words: readonly string[]): string[][] {
  const units: string[][] = [];
  let unit: string[] = [];
  for (const word of words) {
    unit.push(word);
    if (isJoined(word)) continue;
    units.push(unit);
    unit = [];
  }
  return unit.every(isParticle) ? units : [...units, unit];
}

/**
 * A name as it may stand in a sentence: whole, and every two parts of it that follow each other, a particle being part
 * of the word after it. No piece begins with a particle: «de la» alone is everywhere, «Cruz Pérez» is the same person.
 */
export function namePieces(names: string): string[] {
  const units = nameUnits(names.split(/\s+/).filter((word) => word !== ''));
  const pairs = units.slice(1).map((unit, at) => {
    const words = [...(units[at] ?? []), ...unit];
    return words.slice(words.findIndex((word) => !isParticle(word))).join(' ');
  });
  return units.length === 0 ? [] : [...new Set([names, ...pairs])];
}

export type SealedChild = { readonly names: string; readonly initials: string; readonly age: string };

/** Children typed in the lists of the kind with their full names. */
export function sealedChildren(kind: TemplateKind, { lists }: Typed): SealedChild[] {
  return (lists['menores'] ?? []).flatMap(({ nombres, iniciales, edad }) =>
    kinds[kind].lists.some(({ path }) => path === 'menores') && typeof nombres === 'string'
      ? [{ names: nombres, initials: iniciales ?? '', age: edad ?? '' }]
      : [],
  );
}

/** Texts of the envelope that the open writ must not carry. */
export function sealedTexts(kind: TemplateKind, options: Typed): string[] {
  const witness = witnessOf(kind, options);
  const names = [witness?.names ?? null, ...sealedChildren(kind, options).map((child) => child.names)];
  const others = [witness?.document ?? null, witness?.address ?? null];
  return [...names.flatMap((one) => (one === null ? [] : namePieces(one))), ...others.filter((one) => one !== null)];
}

/** What the envelope lacks: without the name of the witness it says nothing. */
export function sealedMissing(kind: TemplateKind, options: Typed): MissingFact[] {
  const witness = witnessOf(kind, options);
  if (witness === null || witness.names !== null) return [];
  const path = 'proteccion.testigo';
  const label = 'nombres del testigo, para el anexo reservado';
  return [{ fact: path, label, weight: 'required', page: 'document', field: `answers.${questionName(path)}` }];
}

/** The options as they are kept beside the issued paper: without what only the envelope may say. */
export function withoutSealed(kind: TemplateKind, options: FilingOptions): FilingOptions {
  const { sealed = [], lists } = kinds[kind];
  const names = new Set(sealed.map(questionName));
  const open = (path: string) =>
    new Set(lists.find((one) => one.path === path)?.columns.flatMap(({ name, isSealed }) => (isSealed ? [] : [name])));
  return {
    ...options,
    answers: Object.fromEntries(Object.entries(options.answers).filter(([name]) => !names.has(name))),
    lists: Object.fromEntries(
      Object.entries(options.lists).map(([path, rows]) => {
        const kept = open(path);
        return [path, rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => kept.has(name))))];
      }),
    ),
  };
}
