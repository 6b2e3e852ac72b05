/** «Relató lo siguiente:» says nothing alone at the foot of a page: it goes with what it announces, as a heading does. */
import type { PaperBlock } from '../../../shared/papers/blocks.ts';

/** Below every heading. */
export const leadLevel = 9;
const mostLetters = 160;
const announced: readonly PaperBlock['kind'][] = ['quotation', 'list', 'pairs', 'table'];

function announces(block: PaperBlock): boolean {
  if (block.kind !== 'paragraph') return false;
  const text = block.runs.map((run) => run.text).join('');
  return text.length <= mostLetters && text.trimEnd().endsWith(':');
}

export function leadsOf(blocks: readonly PaperBlock[]): ReadonlySet<PaperBlock> {
  return new Set(
    blocks.filter((block, at) => {
      const next = blocks[at + 1];
      return next !== undefined && announced.includes(next.kind) && announces(block);
    }),
  );
}
