/** The month: its quality, its draft, its closing by two people, its files. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { addMonths, monthSchema, type Month } from '../../shared/platform/dates.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { leavingNameSchema } from '../../shared/platform/file-names.ts';
import type { FileHandle, ProposalId } from '../../shared/platform/ids.ts';
import { violenceTypes } from '../../shared/reports/codes.ts';
import {
  countMissing,
  isYear,
  type monthStates,
  periodWords,
  periodsOfClosing,
  type reportsContract,
} from '../../shared/reports/index.ts';
import { findPendingProposal, findProposal, insertProposal, staffNames, toProposalView } from '../access/index.ts';
import { foundedOn, requireConfirmedDate } from '../centre/index.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import type { CentreSecrets } from '../platform/storage/secrets.ts';
import {
  commitClosing,
  countUnits,
  digestOf,
  prepareClosing,
  refuseClosing,
  type Closing,
  type ClosingParts,
} from './closing.ts';
import { verifyListed, verifyManifest } from './files/index.ts';
import { publicationOf, yearPublicationOf } from './month-files.ts';
import { sealedIn } from './internal/population.ts';
import {
  parseMonth,
  countableFor,
  findFrozen,
  frozenFiles,
  listFrozen,
  monthsWithCases,
  nextToClose,
  publishedUnit,
  type FrozenFile,
  type FrozenReport,
} from './repository.ts';
import { answerFor, bringBack, readRestored, settleRestored } from './restored.ts';
import { qualityOf } from './quality.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof reportsContract;
type MonthState = (typeof monthStates)[number];

async function stateOf(unit: Use, month: Month, frozen: FrozenReport | undefined): Promise<MonthState> {
  if (frozen !== undefined) return 'closed';
  const today = monthOf(unit.today);
  if (month > today) return 'future';
  if (month === today) return 'current';
  return (await findPendingProposal(unit.trx, 'month-closing', month)) === null ? 'open' : 'proposed';
}

async function listMonths(unit: Use): Promise<OutputOf<Contract['listMonths']>> {
  const frozen = new Map((await listFrozen(unit.trx)).map((report) => [report.period, report]));
  const closed = [...frozen.keys()].map(parseMonth).filter((month) => month !== null);
  const known = new Set([...(await monthsWithCases(unit.trx)), ...closed, ...(await monthsToClose(unit))]);
  const months: OutputOf<Contract['listMonths']>['months'] = [];
  for (const month of [...known].sort().reverse()) {
    const report = frozen.get(month);
    const state = await stateOf(unit, month, report);
    months.push({
      ...{ month, state, closedAt: report?.closed_at ?? null },
      isBand: report === undefined ? null : report.view === 'band',
    });
  }
  return { months, next: await nextToClose(unit.trx) };
}

/** From the first that is not closed to the one that runs: months without cases are closed too. */
async function monthsToClose(unit: Use): Promise<Month[]> {
  const months: Month[] = [];
  for (let month = await nextToClose(unit.trx); month <= monthOf(unit.today); month = addMonths(month, 1))
    months.push(month);
  return months;
}

/** The month that waits longest to be closed. */
async function oldestOpen(unit: Use): Promise<OutputOf<Contract['readMonthsNow']>['open']> {
  const month = await nextToClose(unit.trx);
  if (month >= monthOf(unit.today)) return null;
  const { quality } = await qualityOf(unit.trx, month, { staffId: unit.session.staffId, now: unit.now });
  return {
    ...{ month, state: await stateOf(unit, month, undefined), ...countMissing(quality) },
    validated: (await countableFor(unit.trx, month, unit.session.staffId)).length,
  };
}

async function readMonthsNow(unit: Use): Promise<OutputOf<Contract['readMonthsNow']>> {
  const month = monthOf(unit.today);
  const before = addMonths(month, -1);
  const cases = await countableFor(unit.trx, month, unit.session.staffId);
  return {
    open: await oldestOpen(unit),
    now: {
      ...{ month, cases: cases.length },
      types: violenceTypes.map((type) => cases.filter(({ violenceType }) => violenceType === type).length),
    },
    before: { month: before, cases: (await countableFor(unit.trx, before, unit.session.staffId)).length },
  };
}

async function pendingView(unit: Use, month: Month) {
  const pending = await findPendingProposal(unit.trx, 'month-closing', month);
  return pending === null ? null : toProposalView(pending, await staffNames(unit.trx), unit);
}

async function placeInOrder(trx: Trx, month: Month, frozen: FrozenReport | undefined) {
  const next = await nextToClose(trx);
  const isBeforeFounding = frozen === undefined && month < monthOf(await foundedOn(trx));
  return { earlier: frozen === undefined && !isBeforeFounding && next < month ? next : null, isBeforeFounding };
}

async function getMonth(unit: Use, month: Month): Promise<OutputOf<Contract['getMonth']>> {
  const frozen = await findFrozen(unit.trx, month);
  return {
    state: await stateOf(unit, month, frozen),
    closedAt: frozen?.closed_at ?? null,
    validated: (await countableFor(unit.trx, month, unit.session.staffId)).length,
    sealed: await sealedIn(unit.trx, { from: month, to: month }),
    ...(await placeInOrder(unit.trx, month, frozen)),
    ...(await qualityOf(unit.trx, month, { staffId: unit.session.staffId, now: unit.now })),
    proposal: await pendingView(unit, month),
  };
}

async function previewMonth(unit: Use, month: Month, parts: ClosingParts): Promise<OutputOf<Contract['previewMonth']>> {
  await requireConfirmedDate(unit.trx, unit.now);
  if (month > monthOf(unit.today)) throw fail('rule-broken', 'month-future');
  const frozen = await findFrozen(unit.trx, month);
  // What was published is shown as it went out, whatever happened to its cases afterwards.
  if (frozen !== undefined) return { published: await publishedUnit(unit.trx, frozen) };
  const [own] = await countUnits(unit.trx, month, { ...parts, today: unit.today });
  if (own === undefined) throw fail('not-found');
  return { published: publicationOf(own, parts.secrets().sdcKey) };
}

/** @throws not-found for a proposal that is none of a month, is decided, or is hers to wait for */
async function readProposed(unit: Use, proposalId: ProposalId, parts: ClosingParts) {
  const row = await findProposal(unit.trx, proposalId);
  if (row?.kind !== 'month-closing' || row.state !== 'pending') throw fail('not-found');
  const proposal = await toProposalView(row, await staffNames(unit.trx), unit);
  if (!proposal.canDecide) throw fail('not-found');
  const month = monthSchema.parse(row.subjectId);
  const counted = await countUnits(unit.trx, month, { ...parts, today: unit.today });
  const ofYear = counted.find(({ period }) => isYear(period));
  const { quality } = await qualityOf(unit.trx, month, { staffId: unit.session.staffId, now: unit.now });
  const drafts = new Set(quality.filter(({ isDraft }) => isDraft).map(({ caseId }) => caseId)).size;
  const before = await findFrozen(unit.trx, addMonths(month, -1));
  unit.note({ month });
  return {
    ...{ month, proposal, drafts, missing: countMissing(quality).missing - drafts },
    units: counted.filter((one) => one !== ofYear).map((one) => publicationOf(one, parts.secrets().sdcKey)),
    year: ofYear === undefined ? null : yearPublicationOf(ofYear, parts.secrets().sdcKey),
    before: before === undefined ? null : await publishedUnit(unit.trx, before),
    validated: counted[0]?.counts.total ?? 0,
    hasSealed: (await sealedIn(unit.trx, { from: month, to: month })) > 0,
    restored: await answerFor(unit.trx, month),
    seen: digestOf(counted),
  };
}

async function proposeClosing(unit: Use, month: Month): Promise<OutputOf<Contract['proposeMonthClosing']>> {
  await refuseClosing(unit.trx, month, unit);
  if ((await findPendingProposal(unit.trx, 'month-closing', month)) !== null) throw fail('duplicate', 'month-proposed');
  const id = await insertProposal(unit, {
    kind: 'month-closing',
    subjectKind: 'month',
    subjectId: month,
    payload: { summary: `Cierre de ${periodWords(month)}`, month },
  });
  unit.note({ month });
  const row = await findProposal(unit.trx, id);
  if (row === null) throw fail('not-found');
  return toProposalView(row, await staffNames(unit.trx), unit);
}

/** The stored files of a unit, every byte as signed. @throws damaged `frozen-damaged` */
async function soundFiles(trx: Trx, report: FrozenReport, secrets: CentreSecrets): Promise<FrozenFile[]> {
  const files = await frozenFiles(trx, report.id);
  // Months of before carry it under an older name.
  const manifest = files.find((file) => !/^(?:reporte|anual)-/.test(file.name));
  const others = files.filter((file) => file !== manifest);
  const signingKey = createPrivateKey({ key: secrets.centreSigningKey, format: 'der', type: 'pkcs8' });
  // Of a unit that came back from its files there may be fewer than were signed.
  const verify = report.proposal_id === null ? verifyListed : verifyManifest;
  const sound = manifest !== undefined && verify(manifest.bytes, others, createPublicKey(signingKey));
  if (!sound) throw fail('damaged', 'frozen-damaged');
  return files;
}

async function exportMonth(unit: Use, month: Month, secrets: CentreSecrets): Promise<{ files: FileHandle[] }> {
  const frozen = await findFrozen(unit.trx, month);
  if (frozen === undefined) throw fail('rule-broken', 'month-open');
  const files: FrozenFile[] = [];
  const periods = new Set(periodsOfClosing(month));
  for (const report of await listFrozen(unit.trx)) {
    // The rest of a year before went out with the month that set it free.
    const isOfClosing = frozen.proposal_id !== null && report.proposal_id === frozen.proposal_id;
    if (isOfClosing || periods.has(report.period)) files.push(...(await soundFiles(unit.trx, report, secrets)));
  }
  unit.about('frozen_report', frozen.id);
  unit.note({ month, files: files.length });
  const given = files.map(({ name, media_type: mediaType, bytes }) => ({
    name: leavingNameSchema.parse(name),
    mediaType,
    bytes: Uint8Array.from(bytes),
  }));
  return { files: unit.session.files.addAll(given, { kind: 'month-export' }) };
}

/** One sentence for each published unit whose files are not as they went out: for the verification of the record. */
export async function frozenProblems(trx: Trx): Promise<string[]> {
  const problems: string[] = [];
  for (const report of await listFrozen(trx)) {
    try {
      await frozenFiles(trx, report.id);
    } catch {
      problems.push(`El reporte de ${periodWords(report.period)} no coincide con el código con que se cerró.`);
    }
  }
  return problems;
}

/** @param parts `secrets` are read at each call: they are zeroed and read anew with every lock */
export function reportsHandlers(parts: ClosingParts): Handlers<Contract, Trx> {
  return {
    listMonths: inside((unit) => listMonths(unit)),
    getMonth: inside((unit, { month }) => getMonth(unit, month)),
    readMonthsNow: inside((unit) => readMonthsNow(unit)),
    previewMonth: inside((unit, { month }) => previewMonth(unit, month, parts)),
    readProposedClosing: inside((unit, { proposalId }) => readProposed(unit, proposalId, parts)),
    readRestoredReports: inside((unit) => readRestored(unit)),
    settleRestoredReports: inside((unit, input) => settleRestored(unit, input)),
    bringBackReport: inside((unit, input) => bringBack(unit, input, parts.secrets().centreSigningKey)),
    proposeMonthClosing: inside((unit, { month }) => proposeClosing(unit, month)),
    approveMonthClosing: twoPhase<Contract['approveMonthClosing'], Trx, Closing>({
      prepare: async (call, { proposalId, seen }) => {
        const closing = await prepareClosing(call, proposalId, parts);
        if (seen !== undefined && seen !== digestOf(closing.counted)) throw fail('conflict', 'month-changed');
        return closing;
      },
      commit: async (unit, _input, closing) => {
        await commitClosing(unit, closing, parts);
        return { month: closing.month };
      },
    }),
    exportMonth: inside((unit, { month }) => exportMonth(unit, month, parts.secrets())),
  };
}
