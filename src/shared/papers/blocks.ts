/**
 * A paper as data: what it says, part by part, before it becomes a PDF. Filings, referrals and reports compose
 * blocks; one printer turns them into pages, so that screen, paper and tests read the same words.
 */
export type Paper = {
  /** Neutral title for the document properties: kind and number, never a person. */
  readonly title: string;
  /** Number in the footer beside «Página x de y»; null for a draft. */
  readonly number: string | null;
  /** Marks printed across the head of every page. */
  readonly marks: readonly PaperMark[];
  /** Lines at the top of the first page: ministry, programme, centre, slogan of the year. */
  readonly letterhead: readonly string[];
  readonly blocks: readonly PaperBlock[];
};

export type PaperMark = 'practice' | 'draft' | 'internal';

/** A run of text; `missing` prints «[FALTA: …]» so that a gap is never invisible. */
export type PaperRun = { readonly text: string; readonly bold?: true; readonly missing?: true };

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
    }
  /** Boxes to tick by pen or already ticked. */
  | {
      readonly kind: 'checks';
      readonly columns: number;
      readonly items: readonly { readonly text: string; readonly ticked: boolean }[];
    }
  | { readonly kind: 'signatures'; readonly signers: readonly { readonly lines: readonly string[] }[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly points: number }
  | { readonly kind: 'pageBreak' };

/** A fact the paper wanted and the record lacks: becomes a question for the next interview (D11). */
export type MissingFact = {
  /** Kebab-case id of the fact (`incident-place`). */
  readonly fact: string;
  /** What is missing, in words: «lugar del hecho». */
  readonly label: string;
  readonly weight: 'required' | 'recommended';
  /** Where it is filled: page of the case. */
  readonly page: 'section-a' | 'section-b' | 'risk' | 'document';
};
