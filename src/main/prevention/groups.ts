/** Participants of a programme by code: their rows, and the counts they come to. */
import {
  agesFor,
  measureOfGroup,
  preventionAgeTable,
  saidOf,
  termsOn,
  termTable,
  type Group,
  type preventionContract,
  type ProgrammeForm,
  type ProgrammeId,
} from '../../shared/prevention/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { recordChanges } from '../history/index.ts';
import { byNow, insertRow, rowsOf, updateVersioned } from '../platform/storage/rows.ts';
import { readRules } from '../rulebook/index.ts';
import { forgetDraft } from './drafts.ts';
import { programmes, saidAt } from './plans.ts';
import { tablesIn, type PreventionTables, type Trx, type Use } from './tables.ts';

type Contract = typeof preventionContract;
type Kept = {
  readonly id: PreventionTables['prevention_group']['id'];
  readonly version: number;
  readonly group: Group;
};

const asTick = (cell: 0 | 1 | null) => (cell === null ? null : cell === 1);
const asCell = (tick: boolean | null) => (tick === null ? null : tick ? (1 as const) : (0 as const));

export async function groupsByProgramme(trx: Trx): Promise<Map<ProgrammeId, Kept>> {
  const tables = tablesIn(trx);
  const all = await rowsOf(tables, 'prevention_group', {});
  const worked = await rowsOf(tables, 'prevention_group_worked', {}, 'position');
  const people = await rowsOf(tables, 'prevention_participant', {}, 'code');
  const ticks = await rowsOf(tables, 'prevention_tick', {}, 'factor');
  const ticksOf = Map.groupBy(ticks, ({ group_id, code }) => `${group_id} ${code}`);
  return new Map(
    all.map(({ id, programme_id, version, before_on, later_on, is_final }) => [
      programme_id,
      {
        ...{ id, version },
        group: {
          ...{ beforeOn: before_on, laterOn: later_on, isFinal: is_final === 1 },
          worked: worked.filter(({ group_id }) => group_id === id).map(({ factor }) => factor),
          participants: people
            .filter(({ group_id }) => group_id === id)
            .map(({ code, sex, age }) => ({
              ...{ code, sex, age },
              answers: (ticksOf.get(`${id} ${code}`) ?? []).map(({ factor, before, later }) => ({
                ...{ factor, before: asTick(before), later: asTick(later) },
              })),
            })),
        },
      },
    ]),
  );
}

async function writeGroup(
  unit: Use,
  { id: group_id, version, programmeId }: Pick<Kept, 'id'> & { version: number | null; programmeId: ProgrammeId },
  { worked, participants, beforeOn, laterOn, isFinal }: Group,
) {
  const tables = tablesIn(unit.trx);
  const change = {
    ...{ programme_id: programmeId, before_on: beforeOn, later_on: laterOn },
    ...{ is_final: isFinal ? (1 as const) : (0 as const), ...byNow(unit, 'recorded') },
  };
  if (version === null) await insertRow(tables, 'prevention_group', { ...change, id: group_id, version: 1 });
  else await updateVersioned(tables, 'prevention_group', { id: group_id, version }, change);
  for (const table of ['prevention_tick', 'prevention_participant', 'prevention_group_worked'] as const)
    await tables.deleteFrom(table).where('group_id', '=', group_id).execute();
  const worn = worked.map((factor, position) => ({ group_id, position, factor }));
  await insertRow(tables, 'prevention_group_worked', worn);
  const people = participants.map(({ code, sex, age }) => ({ group_id, code, sex, age }));
  await insertRow(tables, 'prevention_participant', people);
  const ticks = participants.flatMap(({ code, answers }) =>
    answers.map(({ factor, before, later }) => ({
      ...{ group_id, code, factor, before: asCell(before), later: asCell(later) },
    })),
  );
  await insertRow(tables, 'prevention_tick', ticks);
}

async function agesOf({ trx, today }: Use, group: Group | null) {
  const codes = (group?.participants ?? []).map(({ age }) => age);
  return agesFor(await readRules(trx, preventionAgeTable), { on: today, codes });
}

export async function readGroup(unit: Use, { programmeId }: InputOf<Contract['readPreventionGroup']>) {
  if ((await programmes.find(unit.trx, programmeId)) === null) throw fail('not-found');
  const kept = (await groupsByProgramme(unit.trx)).get(programmeId);
  unit.about('prevention_programme', programmeId);
  const group = kept?.group ?? null;
  return { group, version: kept?.version ?? null, ages: await agesOf(unit, group) };
}

/** What is named must be of the lists; a code that is none of the programme is nobody's. */
async function refuseGroup(
  unit: Use,
  group: Group,
  { kept, participants }: { kept: Group | null; participants: number },
) {
  const { trx, today } = unit;
  for (const at of ['beforeOn', 'laterOn'] as const)
    if ((group[at] ?? today) > today) throw saidAt(`group.${at}`, 'group-future');
  if (group.participants.some(({ code }) => code > participants)) throw saidAt('group.participants', 'group-code');
  const ages = new Set((await agesOf(unit, kept)).map(({ code }) => code));
  const terms = termsOn(await readRules(trx, termTable), today).filter(({ list }) => list === 'factor');
  const known = new Set([...terms.map(({ code }) => code), ...factorsOf(kept)]);
  if (group.participants.some(({ age }) => !ages.has(age)) || factorsOf(group).some((factor) => !known.has(factor)))
    throw saidAt('group.participants', 'term-unknown');
}

const factorsOf = (group: Group | null) =>
  group === null
    ? []
    : [...group.worked, ...group.participants.flatMap(({ answers }) => answers.map(({ factor }) => factor))];

/** Its history holds what the screen shows of it: counts, and no row. */
function told(group: Group) {
  const { factors, ...when } = measureOfGroup(group);
  const counts = factors.map(({ factor, isWorked, before, later }) => {
    const words = { before: before.yes, of: before.of, later: later?.yes ?? null, ofLater: later?.of ?? null };
    return [factor, JSON.stringify({ ...words, isWorked })] as const;
  });
  return { ...when, ...Object.fromEntries(counts) };
}

/** The programme, and the group as the window read it. @throws conflict */
async function standing({ trx }: Use, { programmeId, version }: InputOf<Contract['keepPreventionGroup']>) {
  const programme = await programmes.find(trx, programmeId);
  if (programme === null) throw fail('not-found');
  const kept = (await groupsByProgramme(trx)).get(programmeId) ?? null;
  if ((kept?.version ?? null) !== version) throw fail('conflict');
  return { programme, kept };
}

export async function keepGroup(unit: Use, input: InputOf<Contract['keepPreventionGroup']>) {
  const { programmeId, version, group: given } = input;
  const { programme, kept } = await standing(unit, input);
  const group = { ...given, participants: saidOf(given.participants) };
  await refuseGroup(unit, group, { kept: kept?.group ?? null, participants: programme.participants });
  const id = kept?.id ?? unit.newId<'PreventionGroupId'>();
  await writeGroup(unit, { id, version, programmeId }, group);
  await recordChanges(unit, {
    ...{ caseId: null, part: 'prevention_group', record: { kind: 'prevention_group', id }, reason: null },
    before: kept === null ? null : told(kept.group),
    after: told(group),
  });
  await forgetDraft(unit, `prevention-group-${programmeId}`);
  unit.touch('prevention_group', id);
  unit.about('prevention_programme', programmeId);
  return { version: (version ?? 0) + 1 };
}

/** Nobody's answers are lost by a smaller number. */
export async function refuseSmaller(trx: Trx, id: string | null, { participants }: ProgrammeForm): Promise<void> {
  const found = id === null ? null : await programmes.find(trx, id);
  const kept = found === null ? undefined : (await groupsByProgramme(trx)).get(found.id);
  if ((kept?.group.participants ?? []).some(({ code }) => code > participants))
    throw saidAt('form.participants', 'group-larger');
}
