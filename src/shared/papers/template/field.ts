/** A fact a template may print: what it is called, where it is filled and how it is read. What is not here is never printed. */
import type { MissingFact, PaperBlock } from '../blocks.ts';

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
export type TextField<Given> = Common & {
  readonly kind: 'text';
  readonly read: (given: Given) => string | null | undefined;
  /** Short words of the answers, for conditions. */
  readonly options?: readonly string[];
  readonly option?: (given: Given) => string | null;
  /** May not apply (`undefined`): a sentence around it needs a condition. */
  readonly mayLack?: true;
  /** Name of whom the paper is about (`PaperRun`). */
  readonly isSubject?: true;
};

/** Yes or no, for conditions; null: not known. */
export type FlagField<Given> = Common & { readonly kind: 'flag'; readonly read: (given: Given) => boolean | null };

export type ListField<Given> = Common & {
  readonly kind: 'list';
  /** What each row has: name in the template → words. */
  readonly columns: Readonly<Record<string, string>>;
  readonly read: (given: Given) => readonly Row[];
};

/**
 * Whole blocks that stand alone on a line; `prints`: fields it prints by itself. No blocks: a gap; `undefined`: does not
 * apply to this case.
 */
export type BlockField<Given> = Common & {
  readonly kind: 'block';
  readonly prints: readonly string[];
  readonly read: (given: Given) => readonly PaperBlock[] | undefined;
};

export type Field<Given> = TextField<Given> | FlagField<Given> | ListField<Given> | BlockField<Given>;

/** What is known of a field without a case: enough to check a text. */
export type AnyField = Field<never>;

/** A field as the person who edits a template sees it. */
export type FieldLine = {
  readonly path: string;
  readonly label: string;
  readonly kind: AnyField['kind'];
  readonly weight: 'required' | 'recommended' | 'optional';
  /** Short words of a choice, or what each row of a list has. */
  readonly parts: readonly string[];
};

export function linesOfFields(
  fields: ReadonlyMap<string, AnyField>,
  weightOf: (path: string) => FieldLine['weight'],
): FieldLine[] {
  return [...fields.values()].map((field): FieldLine => {
    const { path, label } = field;
    const parts =
      field.kind === 'list' ? Object.keys(field.columns) : field.kind === 'text' ? [...(field.options ?? [])] : [];
    return { path, label, kind: field.kind, weight: weightOf(path), parts };
  });
}
