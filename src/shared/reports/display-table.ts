/** A table as it is shown and printed, and a figure as it stands in a text file. */

/**
 * `words` stand instead of a figure that is not shown; without them «–». `percent` is printed with its decimal: the per
 * cents of a publication are whole, and so counts to the eye.
 */
export type DisplayCell = {
  readonly value: number | null;
  readonly kind: 'count' | 'percent';
  readonly words?: string;
};
export type DisplayRow = { readonly label: string; readonly total: boolean; readonly cells: readonly DisplayCell[] };
export type DisplayTable = {
  readonly title: string;
  /** First the words above the row labels, then one per cell. */
  readonly head: readonly string[];
  readonly rows: readonly DisplayRow[];
};

export const figureStates = { published: 'publicado', band: 'menos-de-21', hidden: 'no-mostrado' } as const;

/** One figure with codes and words: a row of the CSV. `value` null = not shown, and `state` says how. */
export type FigureLine = {
  readonly table: string;
  readonly rowCode: string;
  readonly rowWords: string;
  readonly columnCode: string;
  readonly columnWords: string;
  readonly value: number | null;
  readonly state: keyof typeof figureStates;
};
