/** Who opened a ficha and what is of it, as the audit has it. */
import { sql } from 'kysely';
import { visitsOf, type auditContract, type CaseEntry } from '../../shared/audit/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { listStaff, staffNames } from '../access/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { aboveAudit } from './above.ts';
import type { AuditLog } from './log.ts';
import type { Trx } from './tables.ts';

type Read = (typeof auditContract)['listCaseAccess'];

/** Entries at most: years of a ficha that many opened. */
const mostEntries = 5000;

/** Of several fichas: what is changed in one is no opening of another. */
const shared = new Set([
  ...['person', 'person_extra', 'person_merge', 'case_pair'],
  ...['incident', 'incident_account', 'account_supplement', 'account_quote'],
]);

type Row = Omit<CaseEntry, 'isChange' | 'hasLeft' | 'isExceptional'> & {
  readonly utc: Instant;
  readonly touched: number;
  readonly gone: number;
  readonly exceptional: number;
};

export async function listCaseAccess(
  unit: Unit<Trx>,
  { caseId }: InputOf<Read>,
  audit: Pick<AuditLog, 'recordsOf'>,
): Promise<OutputOf<Read>> {
  const refs = (await audit.recordsOf(unit.trx, caseId)).filter(({ kind }) => !shared.has(kind));
  const wanted = JSON.stringify(refs.map(({ kind, id }) => [kind, id]));
  const { rows } = await sql<Row>`
    select e.utc as utc, e.staff_id as "staffId", e.role as role, e.outcome as outcome,
      max(o.object_version is not null) as touched,
      exists (select 1 from audit_object x where x.seq = e.seq and x.object_version = 1
        and x.object_kind in ('document_copy', 'saved_file')) as gone,
      (e.action like 'breakGlass.st%' or coalesce(json_extract(e.detail, '$.exceptional'), 0)) as exceptional
    from json_each(${wanted}) as w
      join audit_object o on o.object_kind = w.value ->> 0 and o.object_id = w.value ->> 1
      join audit_entry e on e.seq = o.seq
    where e.staff_id is not null
    group by e.seq order by e.seq desc limit ${sql.lit(mostEntries)}`.execute(unit.trx);
  const entries = rows.toReversed().map(({ touched, gone, exceptional, ...row }): CaseEntry => ({
    ...{ ...row, isChange: touched === 1, hasLeft: gone === 1, isExceptional: exceptional === 1 },
  }));
  const team = await aboveAudit.ask.everOnTeam(unit.trx, caseId);
  const leads = new Set(
    (await listStaff(unit.trx)).filter(({ roles }) => roles.includes('coordinator')).map(({ id }) => id as string),
  );
  const visits = visitsOf(entries, {
    names: await staffNames(unit.trx),
    isOfTeam: (staffId) => team.has(staffId) || leads.has(staffId),
  });
  unit.note({ entries: entries.length });
  return { visits, isCut: rows.length === mostEntries };
}
