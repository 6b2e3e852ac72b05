/** Reading and proving the audit. */
import { problemsOf, recordKindWords, type auditContract, visitsOf, type CaseEntry } from '../../shared/audit/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { inside, twoPhase, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import { auditHead, verifyChain, type AuditHead } from '../platform/storage/audit-chain.ts';
import type { RecordRef } from '../platform/storage/record-seals.ts';
import { sealWords } from '../platform/storage/witness.ts';
import { judgeAll, keptWitnesses, provingHandlers, type ProvingParts } from './proving.ts';
import { listEntries, numbersOf, type AuditReach, type ClosedCases } from './repository.ts';
import { readOnlyHandlers, type ReadOnlyParts } from './read-only.ts';
import { segmentHandlers } from './segments.ts';
import { sheetHandlers } from './sheets.ts';
import type { Trx } from './tables.ts';
import { sql } from 'kysely';
import type { Instant } from '../../shared/platform/dates.ts';
import { listStaff, staffNames } from '../access/index.ts';
import { aboveAudit } from './above.ts';
import type { AuditLog } from './log.ts';

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

async function listCaseAccess(unit: Unit<Trx>, { caseId }: InputOf<Read>, audit: Pick<AuditLog, 'recordsOf'>) {
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

type Contract = typeof auditContract;

export type AuditParts = ProvingParts &
  ReadOnlyParts & {
    readonly closedCases: ClosedCases;
    /** What other domains check of their own, one Spanish sentence a problem. */
    readonly extraProblems: (trx: Trx) => Promise<string[]>;
    /** The same for what stands beside the database: read before, so that nobody waits for a disk inside a transaction. */
    readonly problemsOutside: (
      read: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>,
    ) => Promise<string[]>;
  };

/** More would only bury the first ones. */
const namedAtMost = 50;

function reachOf(unit: Unit<Trx>): AuditReach {
  const { view } = unit.decision;
  if (view === 'others') return { only: 'others', staffId: unit.session.staffId };
  return { only: view === 'technical' ? 'technical' : 'all' };
}

/** Head of a chain that holds; null when it does not. */
async function soundHead(trx: Trx): Promise<AuditHead | null> {
  try {
    return (await verifyChain(platformOf(trx))).head;
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}

async function sealProblems(trx: Trx, wrong: readonly RecordRef[]): Promise<string[]> {
  const number = await numbersOf(trx, wrong);
  const named = wrong.slice(0, namedAtMost).map(({ kind, id }) => {
    const known = number(kind, id);
    return `${recordKindWords(kind)}${known === null ? '' : ` ${known}`}: no coincide con su sello.`;
  });
  return wrong.length > namedAtMost ? [...named, `Y ${wrong.length - namedAtMost} registros más.`] : named;
}

/** Codes that left on papers, against the chain as it is now: who writes it anew must remember each of them. */
async function witnessProblems(trx: Trx, parts: AuditParts): Promise<string[]> {
  const witnesses = await judgeAll(trx, await keptWitnesses(trx, parts), []);
  return problemsOf({ brokenAt: null, segments: [], strayKeys: 0, witnesses, unreadable: [], foundNothing: false });
}

async function verifyRecord(unit: Unit<Trx>, parts: AuditParts, outside: readonly string[]) {
  const { trx } = unit;
  const { audit, extraProblems } = parts;
  const sound = await soundHead(trx);
  const head = sound ?? (await auditHead(platformOf(trx)));
  if (head === null) throw fail('damaged', 'audit-chain');
  const seals = await audit.verifySeals(trx);
  const problems = [
    ...(sound === null ? ['La bitácora fue cambiada o le falta una parte.'] : []),
    ...(await witnessProblems(trx, parts)),
    ...(await sealProblems(trx, seals.wrong)),
    ...(await extraProblems(trx)),
    ...outside,
  ];
  unit.note({ entries: head.seq, records: seals.checked, problems: problems.length });
  return {
    isSound: problems.length === 0,
    entries: head.seq,
    records: seals.checked,
    head: { seq: head.seq, seal: sealWords(head.hash) },
    problems,
  };
}

export function auditHandlers(parts: AuditParts): Handlers<Contract, Trx> {
  return {
    listOwnAudit: inside(async (unit, { before }) => ({
      lines: await listEntries(unit.trx, {
        reach: { only: 'own', staffId: unit.session.staffId },
        before,
        closed: parts.closedCases,
      }),
    })),
    listAudit: inside(async (unit, { before }) => ({
      lines: await listEntries(unit.trx, { reach: reachOf(unit), before, closed: parts.closedCases }),
    })),
    listCaseAccess: inside((unit, input) => listCaseAccess(unit, input, parts.audit)),
    verifyRecord: twoPhase<Contract['verifyRecord'], Trx, string[]>({
      prepare: (call) => parts.problemsOutside((work) => call.read(work)),
      commit: (unit, _input, outside) => verifyRecord(unit, parts, outside),
    }),
    ...provingHandlers(parts),
    ...sheetHandlers(parts),
    ...segmentHandlers(parts),
    ...readOnlyHandlers(parts),
  };
}
