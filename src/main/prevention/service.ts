/** Prevention: what is planned, how it ended, and what a programme found and changed. */
import {
  agesFor,
  measureOfGroup,
  preventionAgeTable,
  resultFields,
  resultIssue,
  termsOn,
  termTable,
  totalOf,
  type Activity,
  type ActivityId,
  type ActivityResult,
  type ActivityView,
  type preventionContract,
  type ProgrammeView,
} from '../../shared/prevention/index.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { firstOfMonth, lastOfMonth } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { blankForm, type KeptChange } from '../../shared/record/index.ts';
import { Buffer } from 'node:buffer';
import { listStaff } from '../access/index.ts';
import { sendLimit, type Vault } from '../attachments/index.ts';
import { recordChanges } from '../history/index.ts';
import { forgetsReceived, inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { changesOf, columnsOfValues } from '../record/index.ts';
import { byNow } from '../platform/storage/rows.ts';
import { readRules } from '../rulebook/index.ts';
import { abovePrevention } from './above.ts';
import { forgetDraft, keepDraft, readDraft } from './drafts.ts';
import {
  addEvidence,
  eraseEvidence,
  evidenceOf,
  prepareEvidence,
  receiveEvidence,
  viewEvidence,
  type Received,
  type Shown,
} from './evidence.ts';
import { groupsByProgramme, keepGroup, readGroup, refuseSmaller } from './groups.ts';
import { insertedCases } from './inserted.ts';
import {
  activitiesBetween,
  monthsThatCounted,
  openActivities,
  resultOf,
  resultsByActivity,
  scoresByProgramme,
  sessionActivities,
  writeResult,
  type KeptResult,
  type ResultRow,
} from './repository.ts';
import { activities, mayLead, programmes, refusePlan, refuseSession, saidAt } from './plans.ts';
import { keepScore } from './scores.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof preventionContract;

/** What the screen shows of each. */
async function viewsOf(unit: Use, all: readonly Activity[]): Promise<ActivityView[]> {
  const { trx } = unit;
  const files = await evidenceOf(unit, all);
  const counted = await monthsThatCounted(trx);
  const ids = all.map(({ id }) => id);
  const results = await resultsByActivity(trx, ids);
  const [terms, ages] = [await readRules(trx, termTable), await readRules(trx, preventionAgeTable)];
  return all.map((one) => {
    const row = results.get(one.id);
    return {
      activity: one,
      files: files.get(one.id) ?? [],
      isLead: one.leadStaff === unit.session.staffId,
      standing: standingOf(row),
      countedIn: counted.get(one.id) ?? null,
      ages: agesFor(ages, { on: one.heldOn, codes: (row?.attendance ?? []).map(({ age }) => age) }),
      isMedia: termsOn(terms, one.heldOn).some(({ code, isMedia }) => code === one.activityType && isMedia),
    };
  });
}

function standingOf(row: KeptResult | undefined): ActivityView['standing'] {
  if (row === undefined) return { state: 'planned', version: null, result: null, cancelled: null };
  const { state, version, cancel_reason: code, cancel_words: words } = row;
  return {
    ...{ state, version },
    result: state === 'done' ? resultOf(row) : null,
    cancelled: code === null ? null : { code, words },
  };
}

async function programmeViews(unit: Use): Promise<ProgrammeView[]> {
  const { trx } = unit;
  const sessions = await sessionActivities(trx);
  const views = await viewsOf(unit, sessions);
  const [scores, groups] = [await scoresByProgramme(trx), await groupsByProgramme(trx)];
  return (await programmes.list(trx)).map((one) => {
    const kept = scores.get(one.id);
    const group = groups.get(one.id)?.group;
    return {
      programme: one,
      sessions: views
        .filter(({ activity: { programmeId } }) => programmeId === one.id)
        .map(({ activity: { id: activityId, sessionNumber, heldOn, startsAt }, standing }) => ({
          ...{ activityId, number: sessionNumber ?? 0, heldOn, startsAt, state: standing.state },
          people: totalOf(standing.result?.attendance ?? []),
        })),
      measure: group === undefined ? null : measureOfGroup(group),
      score: kept?.score ?? null,
      scoreVersion: kept?.version ?? null,
    };
  });
}

async function read(unit: Use, { month: asked }: InputOf<Contract['readPrevention']>) {
  const { trx, today } = unit;
  const month = asked ?? monthOf(today);
  const ofMonth = await activitiesBetween(trx, { from: firstOfMonth(month), to: lastOfMonth(month) });
  const known = new Set(ofMonth.map(({ id }) => id));
  const open = (await openActivities(trx)).filter(({ id }) => !known.has(id));
  const closedMonths = await abovePrevention.ask.closedMonths(trx);
  const all = [...ofMonth, ...open].toSorted((one, other) =>
    `${one.heldOn} ${one.startsAt}`.localeCompare(`${other.heldOn} ${other.startsAt}`),
  );
  return {
    ...{ today, month, closedMonths, inserted: await insertedCases(unit, closedMonths) },
    activities: await viewsOf(unit, all),
    programmes: await programmeViews(unit),
    terms: termsOn(await readRules(trx, termTable), today),
    staff: (await listStaff(trx)).filter(mayLead).map(({ id, fullName }) => ({ id, fullName })),
  };
}

async function countOpen({ trx, today }: Use): Promise<{ open: number }> {
  return { open: (await openActivities(trx)).filter(({ heldOn }) => heldOn < today).length };
}

type Target = { readonly activityId: ActivityId; readonly version: number | null };

/** The activity and what was said of it, as the window read it. @throws conflict when somebody said something meanwhile */
async function standing({ trx }: Use, { activityId, version }: Target) {
  const found = await activities.find(trx, activityId);
  if (found === null) throw fail('not-found');
  const row = (await resultsByActivity(trx, [activityId])).get(activityId) ?? null;
  if ((row?.version ?? null) !== version) throw fail('conflict');
  return { activity: found, row };
}

type Said = Pick<ResultRow, 'state' | 'cancel_reason' | 'cancel_words'> & { readonly result: ActivityResult };

const nothingSaid = blankForm<ActivityResult>(resultFields, { attendance: [] });

const told = ({ state, cancel_reason, cancel_words, result: { attendance, ...values } }: Said) => ({
  ...{ state, cancelReason: cancel_reason, cancelWords: cancel_words, ...values },
  ...Object.fromEntries(attendance.map(({ sex, age, people }) => [`attendance.${sex}.${age}`, people])),
});

/** Writes how it stands now, with its history and its seal. */
async function say(unit: Use, target: Target, said: Said): Promise<{ version: number }> {
  const before = await standing(unit, target);
  const id = before.row?.id ?? unit.newId<'PreventionResultId'>();
  const { result, ...state } = said;
  const row = { ...columnsOfValues(resultFields, result), ...state, id, activity_id: target.activityId };
  const { attendance } = result;
  await writeResult(unit.trx, { ...row, ...byNow(unit, 'recorded') }, { version: target.version, attendance });
  await recordChanges(unit, {
    ...{ caseId: null, part: 'prevention_result', record: { kind: 'prevention_result', id }, reason: null },
    before: before.row === null ? null : told({ ...before.row, result: resultOf(before.row) }),
    after: told(said),
  });
  unit.touch('prevention_result', id);
  unit.about('prevention_activity', target.activityId);
  unit.note({ state: said.state });
  return { version: (target.version ?? 0) + 1 };
}

async function recordResult(unit: Use, input: InputOf<Contract['recordPreventionResult']>) {
  const { result } = input;
  const { activity: found } = await standing(unit, input);
  if (!found.isActive) throw fail('rule-broken', 'activity-withdrawn');
  if (found.heldOn > unit.today) throw fail('rule-broken', 'activity-in-future');
  const [view] = await viewsOf(unit, [found]);
  const issue = resultIssue(result, view?.isMedia === true);
  if (issue !== null) throw saidAt(`result.${issue.path}`, issue.reason);
  const columns = view?.ages.map(({ code }) => code) ?? [];
  if (result.attendance.some(({ age }) => !columns.includes(age))) throw saidAt('result.attendance', 'term-unknown');
  await forgetDraft(unit, `prevention-result-${input.activityId}`);
  return say(unit, input, { state: 'done', cancel_reason: null, cancel_words: null, result });
}

async function cancel(unit: Use, input: InputOf<Contract['cancelPreventionActivity']>) {
  const { activity: found, row } = await standing(unit, input);
  if (!found.isActive) throw fail('rule-broken', 'activity-withdrawn');
  if (row?.state === 'cancelled') throw fail('rule-broken', 'activity-settled');
  const { code, words } = input.reason;
  return say(unit, input, { state: 'cancelled', cancel_reason: code, cancel_words: words, result: nothingSaid });
}

async function replan(unit: Use, input: InputOf<Contract['replanPreventionActivity']>) {
  const { row } = await standing(unit, input);
  if (row?.state === 'planned') throw fail('rule-broken', 'activity-settled');
  return say(unit, input, { state: 'planned', cancel_reason: null, cancel_words: null, result: nothingSaid });
}

const byTime = (one: KeptChange, other: KeptChange) => other.changedAt.localeCompare(one.changedAt);

/** Of the programme and of its measures, the newest first. */
async function programmeChanges(unit: Use, { id }: { id: string }): Promise<{ changes: KeptChange[] }> {
  const { changes } = await programmes.changes(unit, { id });
  const found = await programmes.find(unit.trx, id);
  if (found === null) return { changes };
  const score = (await scoresByProgramme(unit.trx)).get(found.id);
  const group = (await groupsByProgramme(unit.trx)).get(found.id);
  const measured = score === undefined ? [] : await changesOf(unit.trx, 'prevention_score', score.id);
  const byCode = group === undefined ? [] : await changesOf(unit.trx, 'prevention_group', group.id);
  return { changes: [...changes, ...measured, ...byCode].toSorted(byTime) };
}

async function resultChanges({ trx }: Use, { activityId }: { activityId: ActivityId }) {
  const row = (await resultsByActivity(trx, [activityId])).get(activityId);
  return { changes: row === undefined ? [] : await changesOf(trx, 'prevention_result', row.id) };
}

export const preventionHandlers = ({ vault }: { readonly vault: Vault }): Handlers<Contract, Trx> => ({
  keepPreventionActivity: inside(async (unit, input) => {
    await refusePlan(unit, input);
    return activities.keep(unit, input);
  }),
  retirePreventionActivity: inside(async (unit, input) => {
    const found = await activities.find(unit.trx, input.id);
    if (found !== null && input.isActive) await refuseSession(unit.trx, found.id, found);
    return activities.retire(unit, input);
  }),
  listPreventionActivityChanges: inside((unit, input) => activities.changes(unit, input)),
  keepPreventionProgramme: inside(async (unit, input) => {
    await refuseSmaller(unit.trx, input.id, input.form);
    return programmes.keep(unit, input);
  }),
  retirePreventionProgramme: inside((unit, input) => programmes.retire(unit, input)),
  listPreventionProgrammeChanges: inside(programmeChanges),
  readPrevention: inside(read),
  countPrevention: inside(countOpen),
  recordPreventionResult: inside(recordResult),
  cancelPreventionActivity: inside(cancel),
  replanPreventionActivity: inside(replan),
  keepPreventionScore: inside(keepScore),
  readPreventionGroup: inside(readGroup),
  keepPreventionGroup: inside(keepGroup),
  sendPreventionPiece: inside((unit, { fileId, offset, base64 }) =>
    Promise.resolve({ received: unit.session.files.receive(fileId, offset, Buffer.from(base64, 'base64'), sendLimit) }),
  ),
  addPreventionFile: twoPhase<Contract['addPreventionFile'], Trx, Received>({
    prepare: (call, input) => receiveEvidence(call, input, vault),
    commit: addEvidence,
    deliver: forgetsReceived,
  }),
  viewPreventionFile: twoPhase<Contract['viewPreventionFile'], Trx, Shown>({
    prepare: (call, input) => prepareEvidence(call, input, vault),
    commit: viewEvidence,
  }),
  erasePreventionFile: inside(eraseEvidence),
  readPreventionDraft: inside(readDraft),
  keepPreventionDraft: inside(keepDraft),
  listPreventionResultChanges: inside(resultChanges),
});
