/** Handing a case to a counterpart, what its account reads and notes, and how the centre sees both (decision 0092). */
import { counterpartSides } from '../../shared/access/index.ts';
import {
  waitsOf,
  type CounterpartPost,
  type counterpartsContract,
  type HandOver,
  type SheetLine,
} from '../../shared/counterparts/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { addDays, civilDateSchema } from '../../shared/platform/dates.ts';
import { instantAt } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import { asksForKit, awaitsSlip, urgencies } from '../../shared/referrals/index.ts';
import { counterpartPost, keepCounterpartPost, listCounterpartPosts, staffNames } from '../access/index.ts';
import { closedCases, getCaseRow } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { getReferral, optionsOfReferral, sheetOf, type ReferralParts } from '../referrals/index.ts';
import { handing, handIssued } from './hand-over.ts';
import { keepNote } from './notes.ts';
import { handedSince, handOversOf, notesOf, openHandOvers } from './repository.ts';
import { getOpen, openOne, openTo, sideOfSession } from './sight.ts';
import { byNow, cellsOf, rowOf, updateVersioned } from '../platform/storage/rows.ts';
import { tablesIn, type HandOverRow, type NoteRow, type Trx, type Use } from './tables.ts';

type Contract = typeof counterpartsContract;

/** Waits are counted over this many days. */
const waitDays = 90;

async function posts({ trx }: Use): Promise<CounterpartPost[]> {
  const rows = await listCounterpartPosts(trx);
  return counterpartSides.map((side) => {
    const row = rows.find((one) => one.side === side);
    return { side, isOn: row?.is_on === 1, establishment: row?.establishment ?? '', version: row?.version ?? 0 };
  });
}

async function changePost(unit: Use, input: InputOf<Contract['changeCounterpartPost']>): Promise<CounterpartPost> {
  const { side, isOn, establishment, version } = input;
  const before = (await listCounterpartPosts(unit.trx)).find((one) => one.side === side);
  const id = before?.id ?? unit.newId();
  await keepCounterpartPost(unit.trx, {
    ...{ id, side, is_on: isOn ? 1 : 0, establishment, version: version + 1 },
    ...byNow(unit, 'changed'),
  });
  unit.touch('counterpart_post', id);
  unit.note({ side, isOn });
  return { side, isOn, establishment, version: version + 1 };
}

function noteView(names: ReadonlyMap<string, string>, row: NoteRow): HandOver['notes'][number] {
  return {
    ...{ id: row.id, kind: row.kind, outcome: row.outcome, said: row.said },
    ...{ by: names.get(row.noted_by) ?? '', at: row.noted_at, isSettled: row.settled_at !== null },
  };
}

async function handOverView(unit: Use, row: HandOverRow, notes: readonly NoteRow[]): Promise<HandOver> {
  const names = await staffNames(unit.trx);
  const { id: referralId, number } = await getReferral(unit.trx, row.case_id, row.referral_id);
  const own = notes.filter((note) => note.hand_over_id === row.id);
  return {
    ...{ id: row.id, version: row.version, side: row.side, establishment: row.establishment, referralId, number },
    ...{ by: names.get(row.handed_by) ?? '', at: row.handed_at, firstActAt: row.first_act_at, closedAt: row.closed_at },
    isOpen: (await openOne(unit.trx, row)) !== null && (await getCaseRow(unit.trx, row.case_id)).is_sealed === 0,
    notes: own.map((note) => noteView(names, note)),
  };
}

export function counterpartsHandlers(parts: ReferralParts): Handlers<Contract, Trx> {
  const { places } = parts;
  return {
    readCounterpartPosts: inside(async (unit) => ({ posts: await posts(unit) })),
    changeCounterpartPost: inside(changePost),
    handToCounterpart: handing(parts),
    handIssuedReferral: inside((unit, input) => handIssued(unit, input, places)),

    listHandOvers: inside(async (unit, { caseId }) => {
      const notes = await notesOf(unit.trx, [caseId]);
      const handOvers: HandOver[] = [];
      for (const row of await handOversOf(unit.trx, [caseId])) handOvers.push(await handOverView(unit, row, notes));
      return { handOvers };
    }),

    closeHandOver: inside(async (unit, { caseId, handOverId, version }) => {
      const row = await rowOf(tablesIn(unit.trx), 'counterpart_hand_over', { id: handOverId, case_id: caseId });
      if (row.version !== version) throw fail('conflict');
      if (row.closed_at !== null) throw fail('rule-broken', 'hand-over-closed');
      await updateVersioned(tablesIn(unit.trx), 'counterpart_hand_over', row, byNow(unit, 'closed'));
      unit.touch('counterpart_hand_over', row.id);
      return {};
    }),

    settleCounterpartNote: inside(async (unit, { caseId, noteId }) => {
      const row = await rowOf(tablesIn(unit.trx), 'counterpart_note', { id: noteId, case_id: caseId });
      if (row.outcome !== 'differs' || row.settled_at !== null) return {};
      await updateVersioned(tablesIn(unit.trx), 'counterpart_note', row, byNow(unit, 'settled'));
      unit.touch('counterpart_note', row.id);
      return {};
    }),

    readCounterpartWaits: inside(async (unit) => {
      const since = instantAt(civilDateSchema.parse(addDays(unit.today, -waitDays)), '00:00');
      const all = await handedSince(unit.trx, since);
      // What a conflict or a seal closes to the reader is in no exact figure (decision 0081).
      const closed = await closedCases(unit.trx, unit.session.staffId, [...new Set(all.map((row) => row.case_id))]);
      const rows = all.filter((row) => !closed.has(row.case_id));
      const of = (side: HandOverRow['side']) =>
        waitsOf(rows.filter((row) => row.side === side).map((row) => cellsOf(row, 'handed_at', 'first_act_at')));
      return { waits: counterpartSides.map((side) => ({ side, ...of(side) })) };
    }),

    listSheets: inside(async (unit) => {
      const side = sideOfSession(unit.session);
      const post = side === null ? null : await counterpartPost(unit.trx, side);
      if (side === null || post === null) return { today: unit.today, side: null, establishment: '', sheets: [] };
      const sheets: SheetLine[] = [];
      for (const row of await openHandOvers(unit.trx, side)) {
        const open = await openTo(unit, row);
        if (open === null) continue;
        const { name } = await sheetOf(unit.trx, open.referral, unit, places);
        const { urgency, state } = open.referral;
        const own = { id: row.id, caseId: row.case_id, name, urgency };
        sheets.push({ ...own, at: row.handed_at, isAnswered: !awaitsSlip(state) });
      }
      unit.note({ sheets: sheets.length });
      const order = (sheet: (typeof sheets)[number]) =>
        `${sheet.isAnswered ? 1 : 0} ${urgencies.indexOf(sheet.urgency)} ${sheet.at}`;
      return {
        ...{ today: unit.today, side, establishment: post.establishment },
        sheets: sheets.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)),
      };
    }),

    readSheet: inside(async (unit, { caseId, handOverId }) => {
      const { row, referral, consent } = await getOpen(unit, caseId, handOverId);
      const { blocks } = await sheetOf(unit.trx, referral, unit, places);
      const notes = (await notesOf(unit.trx, [caseId])).filter((note) => note.hand_over_id === row.id);
      return {
        blocks: [...blocks],
        asksKit: asksForKit(referral.kind, optionsOfReferral(referral)),
        couldNotAsk: consent.form === 'couldNotAsk',
        notes: notes.map(({ kind, noted_at: at }) => ({ kind, at })),
      };
    }),

    noteAsCounterpart: inside(async (unit, { caseId, handOverId, note }) => ({
      outcome: await keepNote(unit, await getOpen(unit, caseId, handOverId), note),
    })),
  };
}
