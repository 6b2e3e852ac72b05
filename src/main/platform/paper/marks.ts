import type { PaperMark } from '../../../shared/papers/blocks.ts';

/** Words across the head of every page. */
export const markWords: Record<PaperMark, string> = {
  practice: 'PRÁCTICA · DATOS INVENTADOS · SIN VALOR LEGAL',
  draft: 'BORRADOR',
  internal: 'Uso interno',
};
