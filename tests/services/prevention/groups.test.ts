/** Participants by code: who reads their rows, what is refused, and that nothing but counts goes anywhere else. */
import { afterEach, describe, expect, it } from 'vitest';
import { preventionTables } from '../../../src/main/prevention/index.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { nothingSaid, type Participant } from '../../../src/shared/prevention/index.ts';
import { inTransaction, type Database } from '../../support/tables.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type Group = InputGivenOf<Contract['keepPreventionGroup']>['group'];

const day = (text: string) => text as CivilDate;
const form = { name: 'Varones', groupWords: 'Local comunal', participants: 6, sessions: 4, notes: null };

const said = (code: number, before: boolean, later: boolean): Participant => ({
  ...nothingSaid(code),
  ...{ sex: 'men', age: 'age-30', answers: [{ factor: 'factor-money', before, later }] },
});
const group: Group = {
  ...{ beforeOn: day('2026-05-05'), laterOn: day('2026-06-09'), isFinal: false, worked: ['factor-money'] },
  participants: [...[1, 2, 3, 4].map((code) => said(code, true, false)), said(5, true, true), nothingSaid(6)],
};

async function withProgramme() {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
  const client = await centre.as('promocion');
  const { id: programmeId } = await client.keepPreventionProgramme({ id: null, version: null, form });
  const keep = (more: Partial<Group> = {}, version: number | null = null) =>
    client.keepPreventionGroup({ programmeId, version, group: { ...group, ...more } });
  return { centre, client, programmeId, keep };
}

describe('participants by code', () => {
  it('are read again as they were ticked, and everywhere else are their counts alone', async () => {
    const { centre, client, programmeId, keep } = await withProgramme();
    await keep();
    const read = await client.readPreventionGroup({ programmeId });
    expect(read).toMatchObject({ version: 1, group: { ...group, participants: group.participants.slice(0, 5) } });
    const whole = await client.readPrevention({ month: null });
    expect(whole.programmes[0]?.measure?.factors).toEqual([
      {
        ...{ factor: 'factor-money', isWorked: true, before: { yes: 5, of: 5 }, later: { yes: 1, of: 5 } },
        both: { of: 5, before: 5, later: 1 },
      },
    ]);
    await keep({ worked: [] }, 1);
    const { changes } = await client.listPreventionProgrammeChanges({ id: programmeId });
    expect(changes.some(({ fields }) => fields.some(({ field }) => field === 'factor-money'))).toBe(true);
    const { activities: _none, ...shown } = whole;
    const isRow = /participants":\[|"code":\d|age-30|answers/;
    for (const told of [shown, changes]) expect(JSON.stringify(told)).not.toMatch(isRow);
    // The check of the record reads its seals; what the months are told is read in the file.
    expect((await (await centre.as('coordina')).verifyRecord({})).isSound).toBe(true);
    await centre.close();
    const [tables, history] = await insideFile(centre.folder, async (db) => [
      await inTransaction(queriesOf<Database>(db), (trx) =>
        preventionTables(trx, day('2026-01-01'), day('2026-12-31'), { reader: null }),
      ),
      db.prepare('select * from field_change').all(),
    ]);
    expect(JSON.stringify(tables)).not.toMatch(/factor-|P0\d/);
    expect(JSON.stringify(history)).not.toMatch(isRow);
  });

  it('are read by Promoción and Coordinación, and by no other role; Coordinación writes nothing', async () => {
    const { centre, programmeId, keep } = await withProgramme();
    await keep();
    const coordinator = await centre.as('coordina');
    expect((await coordinator.readPreventionGroup({ programmeId })).group?.participants).toHaveLength(5);
    const writing = { programmeId, version: 1, group };
    expect(await refusal(() => coordinator.keepPreventionGroup(writing))).toMatch(/^forbidden/);
    for (const login of ['psico', 'social', 'legal', 'admision', 'soporte', 'visita'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.readPreventionGroup({ programmeId })), login).toMatch(/^forbidden/);
      expect(await refusal(() => client.keepPreventionGroup(writing)), login).toMatch(/^forbidden/);
    }
  });

  it('are refused of a code, a factor or an age that is none, of the future, and of another version', async () => {
    const { client, programmeId, keep } = await withProgramme();
    const one = (more: object) => ({ participants: [{ ...said(1, true, false), ...more }] });
    expect(await refusal(() => keep(one({ code: 7 })))).toBe('rule-broken/group-code');
    expect(await refusal(() => keep(one({ age: 'quince' })))).toBe('rule-broken/term-unknown');
    const other = [{ factor: 'topic-x', before: true, later: null }];
    expect(await refusal(() => keep(one({ answers: other })))).toBe('rule-broken/term-unknown');
    expect(await refusal(() => keep({ laterOn: day('2026-06-11') }))).toBe('rule-broken/group-future');
    await keep();
    expect(await refusal(() => keep())).toBe('conflict/');
    const programme = (await client.readPrevention({ month: null })).programmes[0]?.programme;
    const smaller = { id: programmeId, version: programme?.version ?? 0, form: { ...form, participants: 4 } };
    expect(await refusal(() => client.keepPreventionProgramme(smaller))).toBe('rule-broken/group-larger');
    const score = {
      ...{ before: { on: day('2026-05-05'), people: 6 }, later: null, isFinal: false },
      factors: [{ factor: 'factor-money', before: 2, isWorked: false, later: null }],
    };
    expect(await refusal(() => client.keepPreventionScore({ programmeId, version: null, score }))).toBe(
      'rule-broken/score-by-code',
    );
  });

  it('stand beside totals that were typed before, which stay', async () => {
    const { client, programmeId, keep } = await withProgramme();
    const factors = [{ factor: 'factor-money', before: 2, isWorked: false, later: null }];
    const score = { before: { on: day('2026-05-05'), people: 6 }, later: null, isFinal: false, factors };
    await client.keepPreventionScore({ programmeId, version: null, score });
    await keep();
    const [read] = (await client.readPrevention({ month: null })).programmes;
    expect(read).toMatchObject({ score, scoreVersion: 1, measure: { laterOn: '2026-06-09' } });
  });
});

describe('what is typed and not saved', () => {
  it('is its author’s, goes with the save, and is no draft of a ficha', async () => {
    const { centre, client, programmeId, keep } = await withProgramme();
    const kind = `prevention-group-${programmeId}` as const;
    expect(await client.readPreventionDraft({ form: kind })).toEqual({ body: null, savedAt: null });
    await client.keepPreventionDraft({ form: kind, body: '{"typed":1}' });
    await client.keepPreventionDraft({ form: kind, body: '{"typed":2}' });
    const later = await centre.as('promocion');
    expect((await later.readPreventionDraft({ form: kind })).body).toBe('{"typed":2}');
    expect((await (await centre.as('coordina')).readPreventionDraft({ form: kind })).body).toBeNull();
    const legal = await centre.as('legal');
    expect(await refusal(() => legal.keepPreventionDraft({ form: kind, body: '{}' }))).toMatch(/^forbidden/);
    await keep();
    expect((await later.readPreventionDraft({ form: kind })).body).toBeNull();
    await client.keepPreventionDraft({ form: 'prevention-plan', body: '{}' });
    await client.keepPreventionDraft({ form: 'prevention-plan', body: null });
    expect((await client.readPreventionDraft({ form: 'prevention-plan' })).body).toBeNull();
    // Of whoever has drafts of fichas too: they are listed without it.
    await centre.close();
    await insideFile(centre.folder, (db) => {
      db.exec(`insert into draft select '00000000-0000-4000-8000-000000000001', id, 'prevention-plan', null, '{}',
        '2026-06-10T15:00:00.000Z', '2026-06-10T15:00:00.000Z', 1 from staff_member where login = 'coordina'`);
    });
    const again = await centre.restart();
    expect(await (await again.as('coordina')).listMyDrafts({})).toEqual({ drafts: [] });
  });
});
