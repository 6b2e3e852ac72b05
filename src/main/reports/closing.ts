/** Closing a month: everything slow is prepared, the transaction only checks and writes. */
import { isDeepStrictEqual } from 'node:util';
import type { CivilDate, Instant, Month } from '../../shared/platform/dates.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { monthSchema } from '../../shared/platform/dates.ts';
import type { ProposalId } from '../../shared/platform/ids.ts';
import {
  closeResidual,
  countMonth,
  isQuarterEnd,
  residualPeriodOf,
  schemaVersion,
  asEarlier,
  type AuditMark,
  type EarlierUnit,
  type ExactCounts,
} from '../../shared/reports/index.ts';
import { decideProposal, findProposal, type ProposalRow } from '../access/index.ts';
import { getCentre, requireConfirmedDate } from '../centre/index.ts';
import type { Preparation, Unit } from '../platform/gate/handler.ts';
import { auditHead } from '../platform/storage/audit-chain.ts';
import type { CentreSecrets } from '../platform/storage/secrets.ts';
import { sealWords } from '../platform/storage/witness.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import { makeUnit, publicationOf, type MadeUnit, type PrintPaper, type UnitToPublish } from './month-files.ts';
import { countableCases, earlierUnits, insertFrozen, isMonthClosed, waitingBands } from './repository.ts';
import type { Trx } from './tables.ts';

const payloadSchema = z.object({ month: monthSchema });

export type Closing = { readonly month: Month; readonly proposal: ProposalRow; readonly units: readonly MadeUnit[] };
export type ClosingParts = { readonly printPaper: PrintPaper; readonly secrets: () => CentreSecrets };

type Moment = { readonly now: Instant; readonly today: CivilDate };

/** @throws rule-broken `date-unconfirmed`, `month-not-over`, `month-closed` */
export async function refuseClosing(trx: Trx, month: Month, call: Moment): Promise<void> {
  await requireConfirmedDate(trx, call.now);
  const today = monthOf(call.today);
  if (month >= today) throw fail('rule-broken', 'month-not-over');
  if (await isMonthClosed(trx, month)) throw fail('rule-broken', 'month-closed');
}

/** Where the audit stands: printed in the files so that they can be checked later. */
async function witnessOf(trx: Trx): Promise<AuditMark> {
  const head = await auditHead(platformOf(trx));
  if (head === null) throw fail('damaged', 'audit-chain');
  return { seq: head.seq, seal: sealWords(head.hash) };
}

async function countsOf(trx: Trx, month: Month): Promise<ExactCounts> {
  return countMonth(await countableCases(trx, month));
}

/**
 * The residual unit that the closing of a quarter's last month sets free; null while there is none.
 *
 * The cases are counted now: those sealed since then belong to the total of the year's end.
 */
async function residualCounts(trx: Trx, month: Month, own: ExactCounts, isBand: boolean): Promise<ExactCounts | null> {
  if (!isQuarterEnd(month)) return null;
  const banded: ExactCounts[] = isBand ? [own] : [];
  for (const waiting of await waitingBands(trx, month.slice(0, 4))) banded.push(await countsOf(trx, waiting));
  const closing = closeResidual(banded, null);
  return closing.outcome === 'publish' ? closing.counts : null;
}

type Gathered = {
  readonly month: Month;
  readonly proposal: ProposalRow;
  readonly units: UnitToPublish[];
  readonly witness: AuditMark;
};

async function gather(trx: Trx, proposalId: ProposalId, call: Moment, secrets: CentreSecrets): Promise<Gathered> {
  const proposal = await findProposal(trx, proposalId);
  if (proposal === null) throw fail('not-found');
  const { month } = payloadSchema.parse(proposal.payload);
  await refuseClosing(trx, month, call);
  const centre = await getCentre(trx);
  const own: UnitToPublish = {
    centre,
    period: month,
    counts: await countsOf(trx, month),
    earlier: await earlierUnits(trx, month),
  };
  const published = publicationOf(own, secrets.sdcKey);
  const residual = await residualCounts(trx, month, own.counts, published.view === 'band');
  const units = [own];
  if (residual !== null) {
    const earlier: EarlierUnit[] = [...own.earlier, asEarlier(published)];
    units.push({ centre, period: residualPeriodOf(month), counts: residual, earlier });
  }
  return { month, proposal, units, witness: await witnessOf(trx) };
}

/** Copies of their own: a lock while the files are made zeroes the originals, and zeros must round nothing. */
function holdSecrets({ sdcKey, centreSigningKey }: CentreSecrets): Pick<CentreSecrets, 'sdcKey' | 'centreSigningKey'> {
  return { sdcKey: Buffer.from(sdcKey), centreSigningKey: Buffer.from(centreSigningKey) };
}

/** Counts, rounds and writes every file outside the transaction. */
export async function prepareClosing(
  call: Preparation<Trx>,
  proposalId: ProposalId,
  { printPaper, secrets }: ClosingParts,
): Promise<Closing> {
  const { gathered, held } = await call.read(async (trx) => {
    const found = await gather(trx, proposalId, call, secrets());
    return { gathered: found, held: holdSecrets(secrets()) };
  });
  const units: MadeUnit[] = [];
  try {
    for (const unit of gathered.units) {
      units.push(await makeUnit(unit, gathered.witness, { printPaper, secrets: held }));
    }
  } finally {
    held.sdcKey.fill(0);
    held.centreSigningKey.fill(0);
  }
  return { month: gathered.month, proposal: gathered.proposal, units };
}

/** @throws conflict `month-changed` when a case was validated, sealed or corrected since the files were made */
async function refuseChanged(trx: Trx, closing: Closing): Promise<void> {
  const [own, residual] = closing.units;
  const counts = await countsOf(trx, closing.month);
  if (!isDeepStrictEqual(counts, own?.counts)) throw fail('conflict', 'month-changed');
  const again = await residualCounts(trx, closing.month, counts, own?.view === 'band');
  if (!isDeepStrictEqual(again, residual?.counts ?? null)) throw fail('conflict', 'month-changed');
}

/** Freezes the month, and the residual unit of its quarter when there is one. */
export async function commitClosing(unit: Unit<Trx>, closing: Closing): Promise<void> {
  await refuseClosing(unit.trx, closing.month, unit);
  await refuseChanged(unit.trx, closing);
  const { proposal } = closing;
  await decideProposal(unit.trx, proposal.id, { state: 'approved', by: unit.session.staffId, at: unit.now });
  for (const made of closing.units) {
    const id = unit.newId();
    const report = {
      id,
      period: made.period,
      schema_version: schemaVersion,
      view: made.view,
      cases: made.counts.total,
      proposal_id: proposal.id,
      closed_by: proposal.proposedBy,
      approved_by: unit.session.staffId,
      closed_at: unit.now,
      version: 1,
      recovery_key: proposal.proposedBy === unit.session.staffId ? (1 as const) : null,
    };
    await insertFrozen(unit.trx, report, made);
    unit.touch('frozen_report', id);
  }
  unit.touch('proposal', proposal.id);
  const own = closing.units[0];
  const files = closing.units.reduce((sum, made) => sum + made.files.length, 0);
  unit.note({ month: closing.month, files, manifest: own?.manifestHash ?? '' });
  const residual = closing.units[1];
  if (residual !== undefined) unit.note({ residual: residual.period, residualManifest: residual.manifestHash });
}
