/** What a copy had to be made without is told to the teams of the cases and to Coordinación. */
import { raiseAlert, wasRaised } from '../alerts/index.ts';
import type { Trx } from '../database.ts';

/** Files of one case, as many as the copy lacks. */
async function lostByCase(trx: Trx, names: readonly string[]): Promise<Map<string, number>> {
  const rows = await trx.selectFrom('stored_file').select('case_id').where('name', 'in', names).execute();
  const counts = new Map<string, number>();
  for (const { case_id: id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** One alert a case, again only when more of its files are lost: every copy finds the same ones. */
export async function tellLostFiles(unit: Parameters<typeof raiseAlert>[0], names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  for (const [caseId, count] of await lostByCase(unit.trx, names)) {
    const note = count === 1 ? 'Falta 1 archivo.' : `Faltan ${count} archivos.`;
    const alert = { caseId: caseId as never, kind: 'fileLost', note, isByProgram: true } as const;
    if (!(await wasRaised(unit.trx, alert))) await raiseAlert(unit, alert);
  }
}
