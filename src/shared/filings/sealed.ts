/** What is typed for the sealed envelope alone: who is protected (S5). */
import type { MissingFact } from '../papers/blocks.ts';
import type { Withheld } from '../papers/index.ts';
import type { TemplateKind } from './codes.ts';
import { kinds } from './kinds/index.ts';
import { questionName } from './kinds/kind.ts';
import type { FilingOptions, SealedWitness } from './schema.ts';

type Typed = Pick<FilingOptions, 'answers' | 'lists'>;

/** «Protección de víctima o testigo»: whoever is protected is named in the envelope and nowhere else. */
const protectionKind = 15;
const isWitness = 2;

function answerOf({ answers }: Typed, path: string): string | null {
  const value = answers[questionName(path)];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

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

/**
 * Children whom a demand names in full: the court admits no demand of alimony or custody without the names and the document of
 * whom it is for (CPC 424, 425; CNA 83). Everybody else under age stands by initials, also there (D38).
 */
export function namedChildren(kind: TemplateKind, { lists }: Typed): string[] {
  if (kinds[kind].namesChildren !== true) return [];
  return (lists['menores'] ?? []).flatMap(({ nombres }) => nombres ?? []);
}

/** What of the envelope stops the open writ: the witness whom it alone names. */
export function sealedTexts(kind: TemplateKind, options: Typed): Withheld[] {
  const witness = witnessOf(kind, options);
  if (witness === null) return [];
  const texts = [witness.document, witness.address].filter((text) => text !== null);
  return witness.names === null ? texts : [...texts, { who: 'testigo', names: [witness.names], isMinor: false }];
}

/** What people wrote in the form of a paper through `change`; what goes to the envelope alone stays. */
export function eachTyped(kind: TemplateKind, options: FilingOptions, change: (text: string) => string): FilingOptions {
  const { sealed = [] } = kinds[kind];
  const kept = new Set(sealed.map(questionName));
  const maybe = (text: string | null) => (text === null ? null : change(text));
  const row = (cells: FilingOptions['lists'][string][number]) =>
    Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, maybe(text)] as const));
  return {
    ...options,
    measures: options.measures.map((one) => ({ ...one, reason: change(one.reason), detail: maybe(one.detail) })),
    precautionary: options.precautionary.map((one) => ({
      ...one,
      reason: change(one.reason),
      detail: maybe(one.detail),
    })),
    criteria: Object.fromEntries(
      Object.entries(options.criteria).map(([id, text]) => [id, maybe(text)]),
    ) as FilingOptions['criteria'],
    answers: Object.fromEntries(
      Object.entries(options.answers).map(([name, answer]) => [
        name,
        typeof answer === 'string' && !kept.has(name) ? change(answer) : answer,
      ]),
    ),
    lists: Object.fromEntries(Object.entries(options.lists).map(([path, rows]) => [path, rows.map(row)])),
    evidence: options.evidence.map(({ text, purpose }) => ({ text: change(text), purpose: change(purpose) })),
    annexes: options.annexes.map(change),
    otherRequests: options.otherRequests.map(change),
    urgency: { ...options.urgency, reason: maybe(options.urgency.reason) },
  };
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
  const { sealed = [] } = kinds[kind];
  const names = new Set(sealed.map(questionName));
  return {
    ...options,
    answers: Object.fromEntries(Object.entries(options.answers).filter(([name]) => !names.has(name))),
  };
}
