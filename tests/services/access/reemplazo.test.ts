/** Reemplazo of a whole caseload (D3): by the day, ended early or by itself, told to both. */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { brother } from '../reception/at-the-door.ts';
import { refusal } from '../refusal.ts';
import { actionsOf, enter, idOf, letIn, memberOf, noticesOf } from './people.ts';

afterEach(closeCentres);

/** A case that one lawyer has by name, and a second lawyer who does not know of it. */
async function twoLawyers(): Promise<{ centre: TestCentre; caseId: string }> {
  const centre = await startCentre();
  const lawyer = await centre.as('legal');
  const { caseId } = await lawyer.openCase({
    ...{ arrivalId: null, admission, user: aUser(), userLink: { kind: 'new' } },
    ...{ aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
  });
  await letIn(centre, 'legaldos', 'lawyer');
  return { centre, caseId };
}

const days = { fromOn: '2026-06-10', untilOn: '2026-06-12' };
const vacation = { code: 'vacation' as const, words: null };

async function formOf(centre: TestCentre, change: object = {}) {
  const [absentId, substituteId] = [await idOf(centre, 'legal'), await idOf(centre, 'legaldos')];
  return { absentId, substituteId, ...days, reason: vacation, ...change };
}

const start = async (centre: TestCentre, change: object = {}) =>
  (await centre.as('coordina')).startCover({ form: await formOf(centre, change) });

describe('Reemplazo', () => {
  it('opens the cases of the absent person to the substitute, writing too, from the first day to the last', async () => {
    const { centre, caseId } = await twoLawyers();
    await start(centre, { fromOn: '2026-06-11' });
    const look = async () => {
      const substitute = await enter(centre, 'legaldos');
      const seen = await refusal(() => substitute.getCase({ caseId }));
      const listed = (await substitute.listMyCases({})).cases.map((one) => one.caseId);
      await substitute.lock({ why: 'asked' });
      return { seen, listed };
    };
    const closed = { seen: 'not-found/', listed: [] };
    const open = { seen: 'none', listed: [caseId] };
    centre.clock.set('2026-06-11T04:59:00.000Z');
    expect(await look(), 'still the day before, in Lima').toEqual(closed);
    centre.clock.set('2026-06-11T05:00:00.000Z');
    expect(await look()).toEqual(open);
    centre.clock.set('2026-06-13T04:59:00.000Z');
    expect(await look(), 'last minute of the last day').toEqual(open);
    centre.clock.set('2026-06-13T05:00:00.000Z');
    expect(await look(), 'ended by itself').toEqual(closed);
  });

  it('reaches what the absent person gets meanwhile, and nothing of a substitute of the substitute', async () => {
    const { centre } = await twoLawyers();
    await start(centre);
    await letIn(centre, 'legaltres', 'lawyer');
    const [absentId, substituteId] = [await idOf(centre, 'legaldos'), await idOf(centre, 'legaltres')];
    await start(centre, { absentId, substituteId });
    const { caseId } = await (
      await centre.as('legal')
    ).openCase({
      ...{ arrivalId: null, admission, user: aUser(), userLink: { kind: 'new' } },
      ...{ aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
    });
    centre.clock.advance(5 * 60_000);
    const second = await enter(centre, 'legaldos');
    expect(await refusal(() => second.getSectionB({ caseId }))).toBe('none');
    const third = await enter(centre, 'legaltres');
    expect(await refusal(() => third.getSectionB({ caseId }))).toBe('not-found/');
  });

  it('ends at once when it is ended, and is told to both each time', async () => {
    const { centre, caseId } = await twoLawyers();
    const { coverId } = await start(centre);
    centre.clock.advance(5 * 60_000);
    const substitute = await enter(centre, 'legaldos');
    expect(await refusal(() => substitute.getCase({ caseId }))).toBe('none');
    const coordinator = await enter(centre, 'coordina');
    await coordinator.endCover({ coverId, version: 1 });
    expect(await refusal(() => substitute.getCase({ caseId }))).toBe('not-found/');
    expect(await refusal(() => coordinator.endCover({ coverId, version: 1 }))).toBe('rule-broken/cover-ended');
    const { covers } = await coordinator.listStandIns({});
    expect(covers).toMatchObject([{ state: 'ended', reason: 'Vacaciones', service: 'legal', mayEnd: false }]);
    const told = [
      'Terminó el reemplazo de Luz Inventada Legal por Nora Inventada legaldos.',
      'Nora Inventada legaldos reemplaza a Luz Inventada Legal del 10/06/2026 al 12/06/2026: puede ver y escribir en sus casos a cargo.',
    ];
    expect((await noticesOf(substitute)).sort()).toEqual([...told].sort());
    const absent = await enter(centre, 'legal');
    expect((await noticesOf(absent)).sort()).toEqual([...told].sort());
    const [notice] = (await absent.listMyNotices({})).notices;
    const other = await refusal(() => substitute.acknowledgeNotice({ noticeId: notice?.id ?? '' }));
    expect(other, 'a notice of somebody else').toBe('not-found/');
    for (const press of ['first', 'second']) {
      expect(await refusal(() => absent.acknowledgeNotice({ noticeId: notice?.id ?? '' })), press).toBe('none');
    }
    expect(await noticesOf(absent)).toHaveLength(1);
    const auditor = await enter(centre, 'visita');
    expect(await actionsOf(auditor)).toEqual(expect.arrayContaining(['cover.started', 'cover.ended']));
  });

  it('leaves closed what a conflict of interest or a seal closes to the substitute', async () => {
    const { centre, caseId } = await twoLawyers();
    await start(centre);
    centre.clock.advance(5 * 60_000);
    const substitute = await enter(centre, 'legaldos');
    const declared = {
      ...{ kinship: 'siblingOrGrandparent' as const, documentKind: null, documentNumber: null, secondSurname: null },
      ...brother,
    };
    expect(await refusal(() => substitute.getCase({ caseId }))).toBe('none');
    await substitute.declareConflict({ person: declared });
    expect(await refusal(() => substitute.getCase({ caseId }))).toBe('not-found/');
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      db.exec('delete from conflict_declaration; update case_file set is_sealed = 1');
    });
    const reopened = await centre.restart();
    const again = await enter(reopened, 'legaldos');
    expect(await refusal(() => again.getCase({ caseId }))).toBe('not-found/');
    expect((await again.listMyCases({})).cases).toEqual([]);
  });

  it('is refused with the reason at its field', async () => {
    const { centre } = await twoLawyers();
    const refused = (change: object) => refusal(() => start(centre, change));
    const absentId = await idOf(centre, 'legal');
    expect(await refused({ substituteId: absentId })).toBe('rule-broken/cover-self');
    expect(await refused({ substituteId: await idOf(centre, 'psico') })).toBe('rule-broken/cover-other-service');
    expect(await refused({ fromOn: '2026-06-09' })).toBe('rule-broken/period-past');
    expect(await refused({ fromOn: '2026-06-12', untilOn: '2026-06-11' })).toBe('rule-broken/period-order');
    expect(await refused({ untilOn: '2026-07-10' })).toBe('rule-broken/period-too-long');
    expect(await refused({ reason: { code: 'other', words: null } })).toBe('invalid/');
    expect(await refused({ reason: { code: 'other', words: '   ' } })).toBe('invalid/');
    expect(await refused({ untilOn: '2026-07-09' }), 'thirty days are the most').toBe('none');
    expect(await refused({ fromOn: '2026-07-09', untilOn: '2026-07-10' })).toBe('rule-broken/cover-overlaps');
    expect(await refused({ fromOn: '2026-07-10', untilOn: '2026-07-11' })).toBe('none');
    expect(await refusal(async () => (await centre.as('legal')).startCover({ form: await formOf(centre) }))).toBe(
      'forbidden/',
    );
  });

  it('needs a substitute with access; whoever lost the access may be replaced', async () => {
    const { centre } = await twoLawyers();
    const coordinator = await centre.as('coordina');
    const lawyer = await memberOf(coordinator, 'legal');
    const { coverId } = await start(centre, { absentId: await idOf(centre, 'legaldos'), substituteId: lawyer.id });
    await coordinator.disableStaff({ staffId: lawyer.id, version: lawyer.version });
    const { covers } = await coordinator.listStandIns({});
    expect(
      covers.find(({ id }) => id === coverId),
      'nobody stands in without access',
    ).toMatchObject({ state: 'ended' });
    const backwards = { absentId: await idOf(centre, 'legaldos'), substituteId: lawyer.id };
    expect(await refusal(() => start(centre, backwards))).toBe('rule-broken/cover-disabled');
    expect(await refusal(() => start(centre))).toBe('none');
  });

  it('is recorded once when pressed twice or asked by two at once', async () => {
    const { centre } = await twoLawyers();
    const coordinator = await centre.as('coordina');
    const form = await formOf(centre);
    const key = crypto.randomUUID();
    const first = await coordinator.startCover({ form }, { key });
    expect(await coordinator.startCover({ form }, { key })).toEqual(first);
    await coordinator.endCover({ coverId: first.coverId, version: 1 });
    const both = await Promise.all([1, 2].map(() => refusal(() => coordinator.startCover({ form }))));
    expect(both.sort()).toEqual(['none', 'rule-broken/cover-overlaps']);
  });
});
