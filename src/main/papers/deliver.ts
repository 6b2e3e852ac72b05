/** Hands the bytes of a copy to a printer or a folder, and says how it ended. */
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { CopyPorts } from '../platform/ports.ts';

export async function deliverCopy(
  ports: CopyPorts,
  way: 'save' | 'print',
  name: string,
  bytes: Uint8Array,
): Promise<{ end: 'written' | 'handed-back' | 'failed'; failure: ExpectedFailure | null }> {
  try {
    if (way === 'print') {
      await ports.printer.print(bytes);
      return { end: 'written', failure: null };
    }
    return { end: await ports.saver.save(name, bytes), failure: null };
  } catch (error) {
    // A closed dialog and a missing printer say so in their own words; anything else is the disk.
    const failure = error instanceof ExpectedFailure ? error : fail('storage', 'copy-not-delivered');
    return { end: 'failed', failure };
  }
}
