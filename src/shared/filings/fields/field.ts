/** A fact a template may print: what it is called, where it is filled and how it is read. What is not here is never printed. */
import type { MissingFact, PaperBlock } from '../../papers/blocks.ts';
import type { FilingFacts, FilingOptions, OfficialNumbers } from '../schema.ts';
import type { FilingLaw } from '../law.ts';
import type { KindDefinition } from '../kinds/kind.ts';

/** Everything a filing is composed from. */
export type Given = {
  readonly facts: FilingFacts;
  readonly options: FilingOptions;
  readonly kind: KindDefinition;
  readonly law: FilingLaw;
  /** Numbers of a report and of its cover letter; null while they are not given. */
  readonly numbers: OfficialNumbers | null;
};

export type Row = Readonly<Record<string, string | null>>;

type Common = {
  /** Spanish dotted name, as it stands in a template (`hecho.lugar`). */
  readonly path: string;
  /** What is missing when it is empty: «lugar del último hecho». */
  readonly label: string;
  readonly page: MissingFact['page'];
  /** Never empty: a condition on it would be no condition. */
  readonly always?: true;
};

/** `null`: not known, prints the gap. `undefined`: does not apply to this case, prints nothing. */
export type TextField = Common & {
  readonly kind: 'text';
  readonly read: (given: Given) => string | null | undefined;
  /** Short words of the answers, for conditions. */
  readonly options?: readonly string[];
  readonly option?: (given: Given) => string | null;
};

/** Yes or no, for conditions; null: not known. */
export type FlagField = Common & { readonly kind: 'flag'; readonly read: (given: Given) => boolean | null };

export type ListField = Common & {
  readonly kind: 'list';
  /** What each row has: name in the template → words. */
  readonly columns: Readonly<Record<string, string>>;
  readonly read: (given: Given) => readonly Row[];
};

/** Whole blocks that stand alone on a line; `prints`: fields it prints by itself. */
export type BlockField = Common & {
  readonly kind: 'block';
  readonly prints: readonly string[];
  readonly read: (given: Given) => readonly PaperBlock[];
};

export type Field = TextField | FlagField | ListField | BlockField;

type Page = MissingFact['page'];

export function text(path: string, label: string, page: Page, read: TextField['read']): TextField {
  return { kind: 'text', path, label, page, read };
}

/** Words that are always there: agreement, names of the centre. */
export function word(path: string, label: string, read: (given: Given) => string): TextField {
  return { kind: 'text', path, label, page: 'document', always: true, read };
}

export function flag(path: string, label: string, page: Page, read: FlagField['read']): FlagField {
  return { kind: 'flag', path, label, page, read };
}

export function list(
  path: string,
  label: string,
  columns: ListField['columns'],
  of: { page: Page; read: ListField['read'] },
): ListField {
  return { kind: 'list', path, label, columns, ...of };
}

export function block(path: string, label: string, prints: readonly string[], read: BlockField['read']): BlockField {
  return { kind: 'block', path, label, prints, page: 'document', read };
}
