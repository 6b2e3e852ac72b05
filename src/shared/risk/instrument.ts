/** Shape of a risk instrument: versioned data that one engine scores. */

export type LevelRow<Level extends string = string> = {
  readonly level: Level;
  readonly from: number;
  readonly to: number;
  /** Level printed on the form and its name. */
  readonly label: string;
  readonly name: string;
  /** Level for Ley 30364. */
  readonly law: 'mild' | 'moderate' | 'severe';
};

/** Answer to a question marked Sí or No. `unknown`: asked twice, no information, box left blank. `pending`: not asked. */
export const markStates = ['yes', 'no', 'unknown', 'notApplicable', 'pending'] as const;
export type Mark = (typeof markStates)[number];

export type ScoredItem<Id extends string = string> = {
  readonly id: Id;
  readonly number: string;
  readonly question: string;
  readonly points: { readonly yes: number; readonly no: number };
  /** Guidance of the instructive for whoever asks. */
  readonly hint: string;
  /** Answering one of these makes the item `notApplicable`. */
  readonly skippedWhen?: { readonly item: string; readonly is: Mark };
  /** Words of the two buttons when Sí and No mislead; print stays Sí/No. */
  readonly buttons?: { readonly yes: string; readonly no: string };
};

export type InformativeItem = {
  readonly id: string;
  readonly number: string;
  readonly question: string;
  readonly kind: 'mark' | 'text' | 'tick';
  /** Asked only then; always when absent. */
  readonly askedWhen?: { readonly item: string; readonly is: Mark } | { readonly item: string; readonly isNot: Mark };
};

export type AnnexQuestion = {
  readonly id: string;
  readonly number: string;
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly hint?: string;
  readonly askedWhen?: { readonly item: string; readonly is: string };
};

export type RiskInstrument<Level extends string = string> = {
  readonly id: string;
  readonly validFrom: string;
  readonly source: string;
  readonly title: string;
  /** Years completed; `toConfirm` because the text says «mayores de 14 años» (U31). */
  readonly minimumAge: { readonly value: number; readonly confirmation: 'toConfirm' };
  readonly severityScale: readonly { readonly value: number; readonly label: string }[];
  readonly items: readonly ScoredItem[];
  readonly informative: readonly InformativeItem[];
  readonly annex: readonly AnnexQuestion[];
  /** Ascending, without gaps. */
  readonly levels: readonly LevelRow<Level>[];
  /** Annex answer that raises the level one step of the scale, the last one staying (U32). */
  readonly raisedBy: { readonly annex: string; readonly is: string; readonly reason: 'pregnancy' };
  /** Items whose lack of information is worth a warning beside the level. */
  readonly criticalItems: readonly string[];
};
