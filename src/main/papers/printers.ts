/** Which printer a copy goes to. A virtual one makes a file outside the record: it is refused (bad input 95). */
import { sql } from 'kysely';
import { fail } from '../../shared/platform/failures.ts';
import type { CallFrame, Unit } from '../platform/gate/handler.ts';
import type { PrinterInfo } from '../platform/ports.ts';
import { tablesIn, type Trx } from './tables.ts';
import { valuesIn } from '../platform/storage/rows.ts';

/** «PDF» wherever it stands («novaPDF», «PDF24»); no printer of paper is called so. */
const virtualNames =
  /pdf|\b(?:xps|onenote|fax|document writer|snagit|image writer|journal note|print to|send to|enviar a|imprimir en|guardar)\b/i;

/** By its name, which is all that the system says of it. Named network printers print on paper. */
export function isVirtualPrinter(name: string): boolean {
  return virtualNames.test(name);
}

/**
 * The printer asked for, or for null the usual one of the computer where the person sits; where none is called so, the only one with paper.
 *
 * @param allowed virtual printers that Coordinación lets print
 *
 * @throws storage `printer-unavailable` when there is none; rule-broken `printer-unknown`, `printer-virtual`, and
 *   `printer-choose` when several could be meant: a paper must not come out in another room
 */
export async function choosePrinter(
  { session }: CallFrame,
  asked: string | null,
  allowed: ReadonlySet<string> = new Set(),
): Promise<string> {
  const known = await session.connection.copies.printer.list();
  if (known.length === 0) throw fail('storage', 'printer-unavailable');
  const name = asked ?? usualOf(known, allowed);
  if (!known.some((one) => one.name === name)) throw fail('rule-broken', 'printer-unknown');
  if (isVirtualPrinter(name) && !allowed.has(name)) throw fail('rule-broken', 'printer-virtual');
  return name;
}

function usualOf(known: readonly PrinterInfo[], allowed: ReadonlySet<string>): string {
  const usual = known.find((one) => one.isDefault);
  if (usual !== undefined) return usual.name;
  const usable = known.filter(({ name }) => !isVirtualPrinter(name) || allowed.has(name));
  if (usable.length > 1) throw fail('rule-broken', 'printer-choose');
  return (usable[0] ?? known[0])?.name ?? '';
}

/** Virtual printers that Coordinación lets print. */
export async function allowedPrinters(trx: Trx): Promise<ReadonlySet<string>> {
  return new Set(await valuesIn(tablesIn(trx), 'allowed_printer.name', { is_allowed: 1 }));
}

/** The last decision stands, with who took it; a printer that was never decided about has no row. */
export async function allowPrinter(unit: Unit<Trx>, { name, isAllowed }: { name: string; isAllowed: boolean }) {
  const decision = { is_allowed: isAllowed ? 1 : 0, decided_by: unit.session.staffId, decided_at: unit.now } as const;
  const { id } = await tablesIn(unit.trx)
    .insertInto('allowed_printer')
    .values({ id: unit.newId(), name, ...decision, version: 1 })
    .onConflict((row) => row.column('name').doUpdateSet({ ...decision, version: sql`version + 1` }))
    .returning('id')
    .executeTakeFirstOrThrow();
  unit.touch('allowed_printer', id);
  unit.note({ isAllowed });
  return { isAllowed };
}
