/** Colours and sizes of the whole program (UX rules §12). The test computes the contrast of every pair below. */
export const colours = {
  page: '#f8f9fa',
  panel: '#ffffff',
  line: '#dee2e6',
  text: '#212529',
  secondary: '#495057',
  edge: '#868e96',
  accent: '#1971c2',
  accentHover: '#1864ab',
  accentTint: '#e7f5ff',
  error: '#c92a2a',
  errorTint: '#fff5f5',
  warning: '#8a4b00',
  warningTint: '#fff4e6',
  done: '#087f5b',
  doneTint: '#e6fcf5',
  practice: '#6f2da8',
  practiceStripe: '#5a2a86',
  practiceTint: '#f8f4fd',
} as const;

export type Colour = keyof typeof colours;

/** Foreground, background and the contrast they must reach: 4.5 for text, 3 for edges, icons and focus. */
export const contrastPairs: readonly (readonly [Colour, Colour, number])[] = [
  ['text', 'panel', 4.5],
  ['text', 'page', 4.5],
  ['secondary', 'panel', 4.5],
  ['secondary', 'page', 4.5],
  ['edge', 'panel', 3],
  ['edge', 'page', 3],
  ['accent', 'panel', 4.5],
  ['accent', 'page', 4.5],
  ['panel', 'accent', 4.5],
  ['panel', 'accentHover', 4.5],
  ['accentHover', 'accentTint', 4.5],
  ['text', 'accentTint', 4.5],
  ['error', 'panel', 4.5],
  ['error', 'page', 4.5],
  ['error', 'errorTint', 4.5],
  ['panel', 'error', 4.5],
  ['warning', 'panel', 4.5],
  ['warning', 'warningTint', 4.5],
  ['done', 'panel', 4.5],
  ['done', 'doneTint', 4.5],
  ['panel', 'practice', 4.5],
  ['panel', 'practiceStripe', 4.5],
  ['text', 'practiceTint', 4.5],
  ['secondary', 'practiceTint', 4.5],
  ['edge', 'practiceTint', 3],
];

export const spaces = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32 } as const;

export const typeface = "'Segoe UI Variable', 'Segoe UI', system-ui, sans-serif";
