/** Asks the reading thread what a PDF is, within a time and a memory of its own. */
import { Worker } from 'node:worker_threads';
import type { FileWarning } from '../../shared/attachments/index.ts';
import type { PdfProblem } from './pdf-growth.ts';

export type PdfQuestion = {
  readonly ask: 'facts' | 'text';
  readonly bytes: Uint8Array;
  /** Pages of the text at most, two thirds of them from the beginning and the others from the end; all without it. */
  readonly most?: number;
};

export type PdfAnswer =
  /** `pages` is null for one that its password keeps closed. */
  | { readonly kind: 'facts'; readonly pages: number | null; readonly warnings: readonly FileWarning[] }
  /** Text of each page, lines as they stand; empty for a scanned page. */
  | { readonly kind: 'text'; readonly pages: readonly string[] }
  /** Made to fill the memory or to hang: `endless` for a tree of pages that never ends, `slow` when the time was over. */
  | { readonly kind: 'refused'; readonly problem: PdfProblem | 'endless' | 'slow' }
  | { readonly kind: 'damaged' };

/** Longer than any honest file needs on an old computer. */
const longestMs = 20_000;
const mostMemory = { maxOldGenerationSizeMb: 768 };
/** Bytes the thread may hold outside its heap, where the limits above do not reach, beside the file itself. */
const mostBuffers = 512 * 1024 * 1024;
const lookEveryMs = 50;

/** The thread stands beside this file: as source, or in the bundle. */
const workerAddress = new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url);

/** What the PDF is; `damaged` for one that cannot be read. */
function ask(question: PdfQuestion, longest = longestMs): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(workerAddress, { resourceLimits: mostMemory });
    const end = (answer: PdfAnswer) => {
      clearTimeout(timer);
      clearInterval(looking);
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      end({ kind: 'refused', problem: 'slow' });
    }, longest);
    const looking = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ external_memory: held }) => {
          if (held > mostBuffers) end({ kind: 'refused', problem: 'grows' });
        },
        // It ended meanwhile.
        () => undefined,
      );
    }, lookEveryMs);
    worker.once('message', end);
    worker.once('error', () => {
      end({ kind: 'damaged' });
    });
    worker.postMessage(question);
  });
}

/** Pages and risks, or why it is not kept. `longest` in ms. */
export async function pdfFacts(
  bytes: Uint8Array,
  longest?: number,
): Promise<Exclude<PdfAnswer, { readonly kind: 'text' }>> {
  const answer = await ask({ ask: 'facts', bytes }, longest);
  return answer.kind === 'text' ? { kind: 'damaged' } : answer;
}

/** Text page by page, of `most` pages where it is said; null when it cannot be read. */
export async function pdfText(bytes: Uint8Array, most?: number): Promise<readonly string[] | null> {
  const answer = await ask({ ask: 'text', bytes, ...(most === undefined ? {} : { most }) });
  return answer.kind === 'text' ? answer.pages : null;
}
