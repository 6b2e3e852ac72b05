/**
 * A paper as data: what it says, part by part, before it becomes a PDF. Filings, referrals and reports compose
 * blocks; one printer turns them into pages, so that screen, paper and tests read the same words.
 */
import type { CivilDate } from '../platform/dates.ts';

export type Paper = {
  /** Neutral title for the document properties: kind and number, never a person. */
  readonly title: string;
  /** Number in the footer beside «Página x de y»; null for a draft. */
  readonly number: string | null;
  /** Marks printed across the head of every page. */
  readonly marks: readonly PaperMark[];
  /** Lines at the top of the first page: ministry, programme, centre, slogan of the year. */
  readonly letterhead: readonly string[];
  /** Day above its signature, which is the day of its file too; without one the file says no day. */
  readonly signedOn?: CivilDate;
  /** `form`: a page to fill by hand, with narrower margins above and below. `a6`: each card is a page of that size. */
  readonly format?: 'form' | 'a6';
  /** She carries it, or a sheet of it: its file says nothing of the program either. */
  readonly isCarried?: true;
  readonly blocks: readonly PaperBlock[];
};

export type PaperMark = 'practice' | 'draft' | 'internal';

/**
 * A run of text; `missing` prints «[FALTA: …]» so that a gap is never invisible. `isSubject`: the name of whom the paper
 * is about, which stands whatever is withheld beside it.
 */
export type PaperRun = {
  readonly text: string;
  readonly bold?: true;
  readonly missing?: true;
  readonly isSubject?: true;
};

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 | 3 }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly PaperRun[];
      readonly align?: 'left' | 'justify' | 'center' | 'right';
    }
  /** Block at the right of the page: EXPEDIENTE, SUMILLA and the like. */
  | { readonly kind: 'caption'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly kind: 'pairs';
      readonly labelWidth?: number;
      readonly rows: readonly { readonly label: string; readonly runs: readonly PaperRun[] }[];
    }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly PaperRun[])[] }
  /** Text quoted as it was told: line breaks kept, any length, flows over pages. */
  | { readonly kind: 'quotation'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Column widths in points, or `*` for the rest. */
      readonly widths: readonly (number | '*')[];
      readonly alignRight?: readonly number[];
      /** Rows of totals. */
      readonly bold?: readonly number[];
    }
  /** Boxes to tick by pen or already ticked. */
  | {
      readonly kind: 'checks';
      readonly columns: number;
      readonly items: readonly { readonly text: string; readonly ticked: boolean }[];
    }
  /** A question of a blank form: its words and the room to answer it by pen, never broken between pages. */
  | {
      readonly kind: 'fill';
      /** Number of the item on the form; '' for none. */
      readonly item: string;
      readonly label: string;
      /** When it is asked, or how; null when nothing need be said. */
      readonly hint: string | null;
      readonly space: FillSpace;
    }
  /** Questions in rows with a box for each answer, its points beside the box. */
  | {
      readonly kind: 'marks';
      readonly heads: readonly string[];
      /** `marks`: words beside each box, null for no box in that column. */
      readonly rows: readonly {
        readonly item: string;
        readonly text: string;
        readonly marks: readonly (string | null)[];
      }[];
    }
  /** Cards to cut out along their borders, all of one size. */
  | {
      readonly kind: 'cards';
      readonly columns: number;
      readonly cards: readonly PaperCard[];
    }
  /** What a month says, its figure and its last months as columns from zero; the last one is dark. */
  | { readonly kind: 'tiles'; readonly columns: number; readonly tiles: readonly PaperTile[] }
  | { readonly kind: 'signatures'; readonly signers: readonly { readonly lines: readonly string[] }[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly points: number }
  | { readonly kind: 'pageBreak' };

export type PaperTile = {
  readonly title: string;
  readonly figure: string;
  readonly words: string;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
  /** Kinds beside each other, not months: each carries its number, none is the last. */
  readonly isOfKinds?: boolean;
};

/** Room to answer: boxes beside the question, boxes below it, dotted lines, or short blanks with a word before each. */
export type FillSpace =
  | { readonly kind: 'inline'; readonly options: readonly string[] }
  | { readonly kind: 'boxes'; readonly columns: number; readonly options: readonly string[] }
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'parts'; readonly parts: readonly { readonly label: string; readonly width: number }[] };

/** Days in weeks from Monday; null before the first and after the last. */
export type CardMonth = {
  readonly title: string;
  readonly weeks: readonly (readonly (number | null)[])[];
  /** Has a ring and no words. */
  readonly circled: number | null;
};

export type PaperCard = {
  readonly title: string;
  readonly month?: CardMonth;
  readonly rows: readonly CardRow[];
  /** Lines to write on below. */
  readonly blanks?: number;
};

/** A line of a card: plain words, or a name with its number; an empty number is a blank to write on. */
export type CardRow = {
  readonly text: string;
  readonly number?: string;
  /** `title`: over what follows. `tick`: behind a box to tick by pen. */
  readonly look?: 'title' | 'tick';
};

/** A fact the paper wanted and the record lacks: becomes a question for the next interview (D11). */
export type MissingFact = {
  /** Kebab-case id of the fact (`incident-place`). */
  readonly fact: string;
  /** What is missing, in words: «lugar del hecho». */
  readonly label: string;
  readonly weight: 'required' | 'recommended';
  /** Where it is filled: page of the case. */
  readonly page: 'section-a' | 'section-b' | 'risk' | 'document' | 'team' | 'centre';
  /** Path of the field of that page; absent where none answers it alone. */
  readonly field?: string | undefined;
};
