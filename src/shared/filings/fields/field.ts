/** The facts the text of a writ may print, and what they are read from. What is not here is never printed. */
import type { MissingFact } from '../../papers/blocks.ts';
import type {
  BlockField as AnyBlock,
  Field as AnyKind,
  FlagField as AnyFlag,
  ListField as AnyList,
  TextField as AnyText,
} from '../../papers/index.ts';
import type { FilingFacts, FilingOptions, OfficialNumbers } from '../schema.ts';
import type { FilingLaw } from '../law.ts';
import type { KindDefinition } from '../kinds/kind.ts';

export type Given = {
  readonly facts: FilingFacts;
  readonly options: FilingOptions;
  readonly kind: KindDefinition;
  readonly law: FilingLaw;
  /** Numbers of a report and of its cover letter; null while they are not given. */
  readonly numbers: OfficialNumbers | null;
  /** Somebody stands by initials instead of the name that was written: the envelope says who. */
  readonly isShortened?: boolean;
};

export type Field = AnyKind<Given>;
type TextField = AnyText<Given>;
type FlagField = AnyFlag<Given>;
type ListField = AnyList<Given>;
type BlockField = AnyBlock<Given>;

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
