/** Colours and sizes of the whole program. The test computes the contrast of every pair below. */
export const colours = {
  page: '#f5f4f0',
  panel: '#ffffff',
  sunken: '#ebe9e3',
  line: '#dcd9d1',
  text: '#1d2328',
  secondary: '#4c545c',
  edge: '#7b776e',
  accent: '#14566b',
  accentHover: '#0d4051',
  accentTint: '#e2eff2',
  error: '#ad2119',
  errorTint: '#fcebe9',
  warning: '#7d4600',
  warningTint: '#fff0d9',
  done: '#17664a',
  doneTint: '#e3f2ea',
  mark: '#ffe79a',
  desk: '#d9d6ce',
  chart: '#3d4a52',
  chartBefore: '#c9c6bd',
  practice: '#5a2a86',
  practiceStripe: '#6f2da8',
  practiceTint: '#f6f1fb',
} as const;

export type Colour = keyof typeof colours;

/** Foreground, background and the contrast they must reach: 4.5 for text, 3 for edges, icons and focus. */
export const contrastPairs: readonly (readonly [Colour, Colour, number])[] = [
  ['text', 'panel', 4.5],
  ['text', 'page', 4.5],
  ['secondary', 'panel', 4.5],
  ['secondary', 'page', 4.5],
  ['text', 'sunken', 4.5],
  ['secondary', 'sunken', 4.5],
  ['warning', 'sunken', 4.5],
  ['edge', 'sunken', 3],
  ['edge', 'panel', 3],
  ['edge', 'page', 3],
  ['accent', 'panel', 4.5],
  ['accent', 'page', 4.5],
  ['panel', 'accent', 4.5],
  ['panel', 'accentHover', 4.5],
  ['accentHover', 'accentTint', 4.5],
  ['text', 'accentTint', 4.5],
  ['mark', 'text', 4.5],
  ['text', 'desk', 4.5],
  ['chart', 'panel', 3],
  ['chart', 'chartBefore', 3],
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

export const radius = 5;

export const typeface = "'Source Sans 3', 'Segoe UI Variable', 'Segoe UI', system-ui, sans-serif";
