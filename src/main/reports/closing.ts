/** Closing a month: everything slow is prepared, the transaction only checks and writes. */
import { createHmac, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { PlaceIndex } from '../../shared/people/index.ts';
import { type CivilDate, type Instant, type Month, monthSchema } from '../../shared/platform/dates.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import type { CaseId, ProposalId } from '../../shared/platform/ids.ts';
import {
  asEarlier,
  countMonth,
  emptyCounts,
  isYearEnd,
  schemaVersion,
  type Imprint,
  singleCountGroups,
  type SingleCount,
} from '../../shared/reports/index.ts';
import { decideProposal, findProposal, type ProposalRow } from '../access/index.ts';
import { foundedOn, getCentre, requireConfirmedDate } from '../centre/index.ts';
import { freezePrevention, preventionCounts } from '../prevention/index.ts';
import { signingFingerprint } from '../platform/crypto/fingerprint.ts';
import type { Preparation, Unit } from '../platform/gate/handler.ts';
import { auditHead } from '../platform/storage/audit-chain.ts';
import type { CentreSecrets } from '../platform/storage/secrets.ts';
import { sealWords } from '../platform/storage/witness.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import { makeUnit, publicationOf, type MadeUnit, type PrintPaper, type UnitToPublish } from './month-files.ts';
import {
  casesForCount,
  earlierUnits,
  insertFrozen,
  isMonthClosed,
  nextPublication,
  nextToClose,
  unitsToClose,
} from './repository.ts';
import { revisionOf, unsettledRestore } from './restored.ts';
import { yearLists, type EvaluationOf } from './year.ts';
import type { Trx } from './tables.ts';
import { serviceCounts } from './internal/service-counts.ts';

// Acts beside the cases of a unit: T13 and T14 by what the services did, T18 by what was done in prevention.

/** True counts of these months together; a unit that shows none is asked for none. */
async function singleCountsOf(trx: Trx, months: readonly Month[]): Promise<SingleCount[]> {
  if (months.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { group, count } of await serviceCounts(trx, months)) counts.set(group, count);
  for (const month of months)
    for (const [group, count] of Object.entries(await preventionCounts(trx, month)))
      counts.set(group, (counts.get(group) ?? 0) + count);
  return singleCountGroups.map((group) => ({ group, count: counts.get(group) ?? 0 }));
}

const payloadSchema = z.object({ month: monthSchema });

export type ClosingParts = {
  readonly printPaper: PrintPaper;
  readonly secrets: () => CentreSecrets;
  readonly places: PlaceIndex;
  readonly evaluationOf: EvaluationOf;
};

type Counted = UnitToPublish & { readonly members: readonly CaseId[] };
export type Closing = {
  readonly month: Month;
  readonly proposal: ProposalRow;
  readonly counted: readonly Counted[];
  readonly units: readonly MadeUnit[];
  readonly auditSeq: number;
  readonly seal: string;
};

type Moment = { readonly now: Instant; readonly today: CivilDate };

/**
 * @throws rule-broken `date-unconfirmed`, `month-not-over`, `month-closed`, `month-before-founding`,
 * `month-earlier-open`, `restore-unsettled`
 */
export async function refuseClosing(trx: Trx, month: Month, call: Moment): Promise<void> {
  await requireConfirmedDate(trx, call.now);
  if (month >= monthOf(call.today)) throw fail('rule-broken', 'month-not-over');
  if (await isMonthClosed(trx, month)) throw fail('rule-broken', 'month-closed');
  if (month < monthOf(await foundedOn(trx))) throw fail('rule-broken', 'month-before-founding');
  if ((await unsettledRestore(trx)) !== null) throw fail('rule-broken', 'restore-unsettled');
  if (month !== (await nextToClose(trx))) throw fail('rule-broken', 'month-earlier-open');
}

/** The units that this closing would set free, counted now. */
export async function countUnits(
  trx: Trx,
  month: Month,
  parts: Pick<ClosingParts, 'secrets' | 'places' | 'evaluationOf'> & { readonly today: CivilDate },
): Promise<Counted[]> {
  const { secrets, today } = parts;
  const centre = await getCentre(trx);
  const { rows, units, ...before } = await unitsToClose(trx, month);
  const byId = new Map(rows.map((row) => [row.id, row]));
  let { earlier } = before;
  const revision = await revisionOf(trx, month);
  const counted: Counted[] = [];
  for (const unit of units) {
    const own = unit.cases.flatMap((id) => byId.get(id) ?? []);
    const cases = await casesForCount(trx, own);
    const months = unit.period === month ? [month] : unit.collects;
    const ofItsYear = isOfYear(unit.period, month) ? earlier : await earlierUnits(trx, unit.period);
    const one: Counted = {
      ...{ centre, period: unit.period, counts: countMonth(cases), earlier: ofItsYear, revision },
      ...{ collects: unit.collects, members: unit.counted, singleCounts: await singleCountsOf(trx, months) },
    };
    counted.push(one);
    earlier = [...earlier, asEarlier(publicationOf(one, secrets().sdcKey))];
  }
  if (isYearEnd(month)) {
    const year = month.slice(0, 4);
    const { cases, lists } = await yearLists(trx, { year, today }, parts);
    counted.push({
      ...{ centre, period: year, counts: { ...emptyCounts(), total: cases }, earlier: [], revision, lists },
      ...{ collects: [], members: [], singleCounts: [] },
    });
  }
  return counted;
}

const isOfYear = (period: string, month: Month) => period.slice(0, 4) === month.slice(0, 4);

/** Of what is counted, under a salt of the moment: it tells two countings apart and nothing of either. */
export function digestOf(counted: readonly Counted[]): string {
  return createHmac('sha256', salt).update(JSON.stringify(counted)).digest('base64url');
}
const salt = randomBytes(32);

/** Copies of their own: a lock while the files are made zeroes the originals, and zeros must round nothing. */
function holdSecrets({ sdcKey, centreSigningKey }: CentreSecrets): Pick<CentreSecrets, 'sdcKey' | 'centreSigningKey'> {
  return { sdcKey: Buffer.from(sdcKey), centreSigningKey: Buffer.from(centreSigningKey) };
}

/** Counts, rounds and writes every file outside the transaction. */
export async function prepareClosing(
  call: Preparation<Trx>,
  proposalId: ProposalId,
  parts: ClosingParts,
): Promise<Closing> {
  const { printPaper, secrets, places } = parts;
  const found = await call.read(async (trx) => {
    const proposal = await findProposal(trx, proposalId);
    if (proposal === null) throw fail('not-found');
    const { month } = payloadSchema.parse(proposal.payload);
    await refuseClosing(trx, month, call);
    const head = await auditHead(platformOf(trx));
    if (head === null) throw fail('damaged', 'audit-chain');
    const publication = await nextPublication(trx);
    return {
      month,
      proposal,
      head,
      publication,
      counted: await countUnits(trx, month, { ...parts, today: call.today }),
      held: holdSecrets(secrets()),
    };
  });
  const { month, proposal, head, publication, counted, held } = found;
  const seal = sealWords(head.hash);
  const units: MadeUnit[] = [];
  try {
    for (const [at, unit] of counted.entries()) {
      const imprint: Imprint = {
        ...{ publication: publication + at, seal, cutOff: call.today, ubigeo: unit.centre.districtCode },
        ...{ centreName: `CEM ${unit.centre.name}`, ...placeOf(places, unit.centre.districtCode) },
        fingerprint: signingFingerprint(held.centreSigningKey),
      };
      units.push(await makeUnit(unit, imprint, { printPaper, secrets: held }));
    }
  } finally {
    held.sdcKey.fill(0);
    held.centreSigningKey.fill(0);
  }
  return { month, proposal, counted, units, auditSeq: head.seq, seal };
}

function placeOf(places: PlaceIndex, districtCode: string): Pick<Imprint, 'district' | 'department'> {
  const place = places.byCode.get(districtCode);
  return { district: place?.district ?? districtCode, department: place?.department ?? '' };
}

/** @throws conflict `month-changed` when a case was validated, sealed or corrected since the files were made */
async function refuseChanged(trx: Trx, closing: Closing, parts: ClosingParts): Promise<void> {
  // Counted for the day of its cut, even when midnight has passed since.
  const [own] = closing.units;
  if (own === undefined) throw fail('not-found');
  const again = await countUnits(trx, closing.month, { ...parts, today: own.cutOff });
  const isSame = isDeepStrictEqual(again, closing.counted);
  const isNext = closing.units[0]?.publication === (await nextPublication(trx));
  if (!isSame || !isNext) throw fail('conflict', 'month-changed');
}

/** Freezes the month, and the units that it sets free. */
export async function commitClosing(unit: Unit<Trx>, closing: Closing, parts: ClosingParts): Promise<void> {
  await refuseClosing(unit.trx, closing.month, unit);
  await refuseChanged(unit.trx, closing, parts);
  const { proposal } = closing;
  for (const [at, made] of closing.units.entries()) {
    const id = unit.newId();
    const report = {
      ...{ id, period: made.period, publication: made.publication, revision: made.revision },
      ...{ schema_version: schemaVersion, view: made.view, cases: made.counts.total },
      ...{ audit_seq: closing.auditSeq, seal: closing.seal, cut_off: made.cutOff },
      ...{ proposal_id: proposal.id, closed_by: proposal.proposedBy, approved_by: unit.session.staffId },
      ...{ closed_at: unit.now, version: 1 },
      recovery_key: proposal.proposedBy === unit.session.staffId ? (1 as const) : null,
    };
    await insertFrozen(unit, report, { ...made, members: closing.counted[at]?.members ?? [] });
  }
  await freezePrevention(unit);
  await decideProposal(unit, proposal.id, 'approved');
  const files = closing.units.reduce((sum, made) => sum + made.files.length, 0);
  const [own, ...others] = closing.units;
  unit.note({ month: closing.month, files, manifest: own?.manifestHash ?? '' });
  for (const other of others) unit.note({ [other.period]: other.manifestHash });
}
