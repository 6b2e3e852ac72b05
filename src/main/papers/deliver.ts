/** Hands the bytes of a copy to a printer or a folder, and says how it ended. */
import type { LeavingName } from '../../shared/platform/file-names.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import type { SavedFile, SheetSize } from '../platform/ports.ts';
import { choosePrinter } from './printers.ts';

/** `saved`: where it was saved; null for paper, and where the host does not know. */
type DeliveryEnd = {
  end: 'written' | 'handed-back' | 'failed';
  failure: ExpectedFailure | null;
  saved: SavedFile | null;
};

/**
 * At the computer where the person sits.
 *
 * @param to printer already chosen, null for the usual one of that computer; whether on both sides of the sheet, and its size
 */
export async function deliverCopy(
  call: CallFrame,
  way: 'save' | 'print',
  file: { readonly name: LeavingName; readonly bytes: Uint8Array },
  to: { readonly printer: string | null; readonly bothSides?: boolean; readonly size?: SheetSize } = { printer: null },
): Promise<DeliveryEnd> {
  const { printer: device, saver } = call.session.connection.copies;
  try {
    if (way === 'print') {
      const printer = to.printer ?? (await choosePrinter(call, null));
      await device.print(file.bytes, printer, to.bothSides, to.size);
      return { end: 'written', failure: null, saved: null };
    }
    const saved = await saver.save(file.name, file.bytes);
    if (saved === 'handed-back') return { end: saved, failure: null, saved: null };
    return { end: 'written', failure: null, saved };
  } catch (error) {
    // A closed dialog and a missing printer say so in their own words; anything else is the disk.
    const failure = error instanceof ExpectedFailure ? error : fail('storage', 'copy-not-delivered');
    return { end: 'failed', failure, saved: null };
  }
}
