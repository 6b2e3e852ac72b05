import type { PaperMark } from '../../../shared/papers/blocks.ts';

type Margins = [left: number, top: number, right: number, bottom: number];

/** A4 with 2.5 cm at the sides (writs are sewn on the left). Points. */
export const pageMargins: Margins = [71, 68, 71, 62];
/** A form to fill by hand: as wide, but with more of the page to write on. */
export const formMargins: Margins = [pageMargins[0], 52, pageMargins[2], 48];
export const contentWidth = 595.28 - pageMargins[0] - pageMargins[2];
/** Letters of a paper, in points. */
export const bodySize = 11.5;
/** A6 in portrait, and the card on it. */
export const cardMargins: Margins = [30, 30, 30, 26];
export const cardWidth = 297.64 - cardMargins[0] - cardMargins[2];

/** Room within the cells of a table. */
export const padded = (side: number, top: number, bottom = top) => ({
  paddingLeft: () => side,
  paddingRight: () => side,
  paddingTop: () => top,
  paddingBottom: () => bottom,
});

/** Words across the head of every page. */
export const markWords: Record<PaperMark, string> = {
  practice: 'PRÁCTICA · DATOS INVENTADOS · SIN VALOR LEGAL',
  draft: 'BORRADOR',
  internal: 'Uso interno',
};
