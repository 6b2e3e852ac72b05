/** What a copy had to be made without is told to the teams of the cases and to Coordinación. */
import { civilDateOf, timeOf } from '../../shared/platform/clock.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { raiseAlert, wasRaised } from '../alerts/index.ts';
import { tablesIn, type Trx } from './tables.ts';

/** Most files an alert names; the rest are counted. */
const mostNamed = 5;

/** When the lost files of each case were added, in order; never their names, which not everybody of the team may read. */
async function lostByCase(trx: Trx, names: readonly string[]): Promise<Map<CaseId, string[]>> {
  const rows = await tablesIn(trx)
    .selectFrom('stored_file')
    .leftJoin('attachment', 'attachment.file_id', 'stored_file.id')
    .select(['stored_file.case_id', 'attachment.added_at'])
    .where('stored_file.name', 'in', names)
    .orderBy('attachment.added_at')
    .execute();
  const lost = new Map<CaseId, string[]>();
  for (const { case_id: id, added_at: at } of rows)
    if (id !== null) lost.set(id, [...(lost.get(id) ?? []), whenWords(at)]);
  return lost;
}

function whenWords(at: Instant | null): string {
  if (at === null) return 'en un día que no consta';
  const instant = Date.parse(at);
  return `el ${formatCivilDate(civilDateOf(instant))} ${timeOf(instant)}`;
}

function noteOf(added: readonly string[]): string {
  const rest = added.length - mostNamed;
  const named = [...added.slice(0, mostNamed), ...(rest > 0 ? [`y ${rest} más`] : [])].join(', ');
  return added.length === 1
    ? `Falta 1 archivo, agregado ${named}.`
    : `Faltan ${added.length} archivos, agregados ${named}.`;
}

/** One alert a case for the same files: every copy finds them again, and another file lost is told again. */
export async function tellLostFiles(unit: Parameters<typeof raiseAlert>[0], names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  for (const [caseId, added] of await lostByCase(unit.trx, names)) {
    const alert = { caseId, kind: 'fileLost', note: noteOf(added), isByProgram: true } as const;
    if (!(await wasRaised(unit.trx, alert))) await raiseAlert(unit, alert);
  }
}
