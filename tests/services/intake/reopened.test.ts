/** A confirmed condition keeps the fichas it rests on, and is opened again when they are no longer what they were (D37). */
import { afterEach, describe, expect, it } from 'vitest';
import { blankConditionAnswers } from '../../../src/shared/intake/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import {
  alertsOf,
  herFirst,
  likely,
  link,
  linkBoth,
  open,
  ruleOut,
  then,
  validate,
  visit,
  wilber,
  yeni,
  type CaseId,
} from '../../support/visits.ts';
import { failureOf } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

describe('a confirmed condition keeps the fichas it rests on', () => {
  async function repeated(centre: TestCentre) {
    const before = await centre.aCase(herFirst);
    const known = await open(centre, visit(yeni, wilber, { answers: { knownAsUser: 1, knownAsAggressor: 1 } }));
    await linkBoth(known);
    await validate(known, 3);
    return { before, known };
  }

  async function annul(centre: TestCentre, caseId: string) {
    const coordinator = await centre.as('coordina');
    const { version } = await coordinator.getCase({ caseId: caseId });
    const why = { caseId: caseId as CaseId, version, reason: 'duplicate', words: null } as const;
    const { proposalId } = await coordinator.proposeCaseAnnulment(why);
    await (await centre.as('psico')).approveCaseAnnulment({ proposalId }, { password: passphrase });
  }

  it('is opened again when one of them is annulled, the team is told with the month, and confirming closes it', async () => {
    const centre = await startCentre();
    const { before, known } = await repeated(centre);
    expect((await known.client.getCase({ caseId: known.caseId })).reopened).toEqual([]);
    await annul(centre, before.caseId);
    const words = `Se anuló la ficha ${before.number}, en la que se apoya. Este caso cuenta en el mes 06/2026.`;
    const { reopened, version } = await known.client.getCase({ caseId: known.caseId });
    expect(reopened).toEqual([words]);
    expect(await alertsOf(known, known.caseId, 'conditionReopened')).toEqual([words]);
    await known.client.changeCondition({
      ...{ caseId: known.caseId, version, answers: blankConditionAnswers, condition: 1 },
      overrideReason: { code: 'newInformation', text: null },
      changeReason: { code: 'typing', text: null },
    });
    expect((await known.client.getCase({ caseId: known.caseId })).reopened).toEqual([]);
  });

  it('is not closed by hand: only confirming it does', async () => {
    const centre = await startCentre();
    const { before, known } = await repeated(centre);
    await annul(centre, before.caseId);
    const { alerts } = await known.client.listCaseAlerts({ caseId: known.caseId });
    const alert = alerts.find(({ kind }) => kind === 'conditionReopened');
    const act = { caseId: known.caseId, alertId: alert?.alertId ?? ('' as never), act: 'closed' } as const;
    expect((await failureOf(() => known.client.acknowledgeAlert(act)))?.reason).toBe('alert-not-by-hand');
  });

  /** «Nuevo» with «ninguna es ella»; then Coordinación joins her two records. */
  async function joined(centre: TestCentre) {
    const before = await centre.aCase(herFirst);
    const known = await open(centre, visit(yeni, wilber));
    await ruleOut(known);
    await validate(known, 1);
    const herIn = async (caseId: string) => {
      const { main } = await known.client.listCasePersons({ caseId: caseId });
      return main.find(({ role }) => role === 'user')?.personId ?? ('' as never);
    };
    const pair = { keptId: await herIn(before.caseId), absorbedId: await herIn(known.caseId) };
    const coordinator = await centre.as('coordina');
    const { choices } = await coordinator.comparePersons(pair);
    const joining = await coordinator.proposePersonMerge({ ...pair, choices });
    const { mergeId } = await known.client.approvePersonMerge(joining, { password: passphrase });
    const read = () => known.client.getCase({ caseId: known.caseId });
    const separate = async () => {
      const separating = await coordinator.proposePersonUnmerge({ mergeId });
      await known.client.approvePersonUnmerge(separating, { password: passphrase });
    };
    return { known, read, separate };
  }

  const month = 'Este caso cuenta en el mes 06/2026.';

  it('is opened again when two records turn out to be of one woman, and when they are separated', async () => {
    const { known, read, separate } = await joined(await startCentre());
    expect((await read()).reopened).toEqual([`Dos registros de una persona se unieron. ${month}`]);
    await known.client.changeCondition({
      ...{ caseId: known.caseId, version: (await read()).version, condition: 3 },
      answers: { ...blankConditionAnswers, newEvent: true },
      overrideReason: { code: 'sameAggressor', text: null },
      changeReason: { code: 'typing', text: null },
    });
    await separate();
    expect((await read()).reopened).toEqual([`Dos registros unidos se separaron. ${month}`]);
  });

  it('says that two records were separated, no longer that they were joined, when nobody confirmed it between', async () => {
    const { known, read, separate } = await joined(await startCentre());
    await separate();
    expect((await read()).reopened).toEqual([`Dos registros unidos se separaron. ${month}`]);
    expect(await alertsOf(known, known.caseId, 'conditionReopened')).toHaveLength(1);
  });

  it('is judged by the newest decision, also where two were taken within one moment', async () => {
    const centre = await startCentre();
    const { known } = await repeated(centre);
    const { version } = await known.client.getCase({ caseId: known.caseId });
    // A second ficha of hers has changed what the first decision rests on; the second decision knows of it.
    const second = await open(
      centre,
      visit(yeni, wilber, { admission: then, answers: { userAge: 50, aggressorAge: 45 } }),
    );
    await linkBoth(second);
    await validate(second, 3);
    const reopened = async () => (await known.client.getCase({ caseId: known.caseId })).reopened.length;
    expect(await reopened()).toBe(1);
    await known.client.changeCondition({
      ...{ caseId: known.caseId, version, answers: { ...blankConditionAnswers, newEvent: true }, condition: 3 },
      ...{ overrideReason: null, changeReason: { code: 'typing', text: null } },
    });
    expect(await reopened()).toBe(0);
    const third = await open(centre, visit(yeni, wilber));
    await linkBoth(third);
    await validate(third, 3);
    expect(await reopened()).toBe(0);
  });

  it('stays closed when a ficha is annulled that it does not rest on', async () => {
    const centre = await startCentre();
    const { known } = await repeated(centre);
    const other = await centre.aCase(
      visit(
        { givenNames: 'Alicia', firstSurname: 'Soto' },
        { givenNames: 'Otro', firstSurname: 'Nadie' },
        { isValidated: true },
      ),
    );
    await annul(centre, other.caseId);
    expect((await known.client.getCase({ caseId: known.caseId })).reopened).toEqual([]);
  });

  it('is opened again when the day of the earlier event, or what it needs, is corrected', async () => {
    const centre = await startCentre();
    const { before, known } = await repeated(centre);
    const reason = { code: 'typing', text: null } as const;
    const earlier = { caseId: before.caseId };
    const b = await known.client.getSectionB(earlier);
    const incident = { ...b.form.incident, occurredOn: { year: 2024, month: 2, day: 1 } };
    await known.client.saveSectionB({ ...earlier, version: b.version, form: { ...b.form, incident }, reason });
    expect((await known.client.getCase({ caseId: known.caseId })).reopened).toEqual([
      `Se corrigió la ficha ${before.number}, en la que se apoya. Este caso cuenta en el mes 06/2026.`,
    ]);
    const own = await known.client.getSectionB({ caseId: known.caseId });
    const answers = { ...own.form.answers, wantsLegalRepresentation: 0 as const };
    await known.client.saveSectionB({
      caseId: known.caseId,
      version: own.version,
      form: { ...own.form, answers },
      reason,
    });
    expect((await known.client.getCase({ caseId: known.caseId })).reopened).toContain(
      'Se corrigió si desea patrocinio legal. Este caso cuenta en el mes 06/2026.',
    );
  });

  it('is opened again when an attention leaves the ficha it rests on', async () => {
    const centre = await startCentre();
    const { before, known } = await repeated(centre);
    const other = await centre.aCase(
      visit({ givenNames: 'Alicia', firstSurname: 'Soto' }, { givenNames: 'Otro', firstSurname: 'Nadie' }),
    );
    const attention = { action: 'psychology-session', on: '2026-06-01' as CivilDate, time: null } as const;
    const rest = { withWhom: 'user', outcome: 'done', note: null } as const;
    const { attentionId } = await known.client.recordAttention({
      ...{ caseId: before.caseId, attention: { ...attention, ...rest } },
    });
    await known.client.moveRecord({
      ...{ caseId: before.caseId, toCaseId: other.caseId, record: { kind: 'attention', id: attentionId } },
      ...{ reason: 'otherFichaOpen', words: null },
    });
    expect((await known.client.getCase({ caseId: known.caseId })).reopened).toEqual([
      `Se movió una atención de la ficha ${before.number}, en la que se apoya. Este caso cuenta en el mes 06/2026.`,
    ]);
  });

  it('is opened again when an earlier ficha of hers is validated after it', async () => {
    const centre = await startCentre();
    const first = await open(centre, visit(yeni, wilber, { admission: then }));
    const known = await open(centre, visit(yeni, wilber));
    const [her] = await likely(known);
    await link(known, her?.personId ?? '');
    await validate(known, 1);
    await validate(first, 1);
    expect((await known.client.getCase({ caseId: known.caseId })).reopened.join(' ')).toContain(
      `Se validó la ficha ${first.number}`,
    );
  });

  it('is opened again for any earlier ficha of hers when nobody wrote down what it rests on', async () => {
    const centre = await startCentre();
    const known = await open(centre, visit(yeni, wilber));
    const { version } = await known.client.getCase({ caseId: known.caseId });
    await known.client.validateCase({
      ...{ caseId: known.caseId, version, answers: blankConditionAnswers, condition: 3 },
      overrideReason: { code: 'centralRegister', text: null },
    });
    const before = await open(centre, visit(yeni, wilber, { admission: then }));
    const [her] = await likely(before);
    await link(before, her?.personId ?? '');
    await validate(before, 1);
    await annul(centre, before.caseId);
    const { reopened } = await known.client.getCase({ caseId: known.caseId });
    expect(reopened.join(' ')).toContain(`Se anuló la ficha ${before.number}`);
  });

  it('names no reserved ficha to the team of another', async () => {
    const centre = await startCentre();
    const { before, known } = await repeated(centre);
    await seal(centre, before.caseId, { members: ['coordina', 'psico'] });
    await annul(centre, before.caseId);
    const { reopened } = await known.client.getCase({ caseId: known.caseId });
    expect(reopened).toEqual(['Se anuló una ficha en la que se apoya. Este caso cuenta en el mes 06/2026.']);
  });
});
