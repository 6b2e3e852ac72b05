/** Reading and proving the audit. */
import { problemsOf, recordKindWords, type auditContract } from '../../shared/audit/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { inside, twoPhase, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import { auditHead, verifyChain, type AuditHead } from '../platform/storage/audit-chain.ts';
import type { RecordRef } from '../platform/storage/record-seals.ts';
import { sealWords } from '../platform/storage/witness.ts';
import { listCaseAccess } from './case-access.ts';
import { judgeAll, keptWitnesses, provingHandlers, type ProvingParts } from './proving.ts';
import { listEntries, numbersOf, type AuditReach, type ClosedCases } from './repository.ts';
import { readOnlyHandlers, type ReadOnlyParts } from './read-only.ts';
import { segmentHandlers } from './segments.ts';
import { sheetHandlers } from './sheets.ts';
import type { Trx } from './tables.ts';

type Contract = typeof auditContract;
type Verdict = OutputOf<Contract['verifyRecord']>;

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

async function verifyRecord(unit: Unit<Trx>, parts: AuditParts, outside: readonly string[]): Promise<Verdict> {
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
