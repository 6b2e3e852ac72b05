/** The condition from what the record holds: earlier fichas, dates, attentions; who is who; what the team is told. */
import { afterEach, describe, expect, it } from 'vitest';
import { validateCommand } from '../../../src/main/commands/case-work.ts';
import type { CommandLine } from '../../../src/main/commands/command.ts';
import { blankConditionAnswers, type CaseOverview } from '../../../src/shared/intake/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type CaseOptions, type TestCentre } from '../../support/start-application.ts';
import { failureOf } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

const early = { ...admission, admittedOn: '2024-03-04' as CivilDate };
const firstEvent = { occurredOn: { year: 2024, month: 3, day: 1 }, occurredTime: null, place: null };

/** The ficha of two years ago: same woman, same man. */
const earlierFicha: CaseOptions = { a: { admission: early }, b: { incident: firstEvent } };

/** Both come back under another spelling, with nothing chosen at the desk. */
const respelled: CaseOptions = {
  user: { givenNames: 'Roza Imbentada', firstSurname: 'Kispe' },
  aggressor: { givenNames: 'Pedro Imaginario', firstSurname: 'Kondori' },
  isValidated: false,
};
respelled.a = { user: aUser(respelled.user), aggressor: anAggressor(respelled.aggressor), answers: { knownAsUser: 1 } };

type Known = { readonly client: Client<Contract>; readonly caseId: CaseOverview['caseId'] };

async function propose({ client, caseId }: Known, answers = blankConditionAnswers) {
  return client.proposeCondition({ caseId, answers });
}

/** Says of everybody alike, one after the other, that it is the same person. */
async function linkAll({ client, caseId }: Known): Promise<string[]> {
  const roles: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const [one] = (await propose({ client, caseId })).likely.filter(({ answer }) => answer === null);
    if (one?.personId === undefined || one.personId === null) return roles;
    roles.push(one.role);
    const { version } = await client.getCase({ caseId });
    await client.settlePerson({ caseId, version, role: one.role, personId: one.personId, isSame: true });
  }
  return roles;
}

async function second(centre: TestCentre, options = respelled): Promise<Known & { number: string }> {
  const { caseId, number } = await centre.aCase(options);
  return { client: await centre.as('psico'), caseId: caseId, number };
}

/** Notes of the alerts of a new event. */
async function newsOf({ client }: Known, caseId: string): Promise<(string | null)[]> {
  const { alerts } = await client.listCaseAlerts({ caseId });
  return alerts.filter(({ kind }) => kind === 'newEvent').map(({ note }) => note);
}

describe('the command that validates', () => {
  it('confirms nothing while the condition is undecided, and names what is still to answer', async () => {
    const centre = await startCentre();
    await centre.aCase(earlierFicha);
    const { client, caseId } = await second(centre);
    const line = {
      client,
      options: { case: caseId },
      signIn: () => Promise.resolve(),
      print: () => undefined,
    } as unknown as CommandLine;
    const failure = await failureOf(() => validateCommand.run(line));
    expect(`${failure?.code ?? ''}/${failure?.reason ?? ''}`).toBe('rule-broken/condition-undecided');
    const { asked } = await propose({ client, caseId });
    const needed = asked.filter(({ isNeeded }) => isNeeded).map(({ label }) => label);
    expect(failure?.issues.map(({ message }) => message)).toEqual(needed);
    expect((await client.getCase({ caseId })).state).toBe('draft');
  });
});

describe('a second visit under another spelling', () => {
  it('is not decided before staff say who is who, and then is Reincidente with number and date of the earlier ficha', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(earlierFicha);
    const known = await second(centre);
    const first = await propose(known);

    expect(first.proposed).toBe('undecidable');
    expect(await linkAll(known)).toEqual(['user', 'aggressor']);
    const { proposed, reasons, warnings, likely } = await propose(known);
    expect(proposed).toBe(3);
    expect(reasons.join(' ')).toContain(`la ficha ${before.number} del 04/03/2024`);
    expect(reasons.join(' ')).toContain('08/06/2026');
    expect(warnings).toEqual([]);
    expect(likely).toEqual([]);
  });

  it('is told once to the team of the earlier ficha and of this one', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(earlierFicha);
    const known = await second(centre);
    await linkAll(known);
    const b = await known.client.getSectionB({ caseId: known.caseId });
    await known.client.saveSectionB({ caseId: known.caseId, version: b.version, form: b.form });
    expect(await newsOf(known, before.caseId)).toEqual([`Ficha ${known.number}`]);
    expect(await newsOf(known, known.caseId)).toEqual([`Ficha ${before.number}`]);
  });

  it('is told when only the answer of who validates says that it is another event', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(earlierFicha);
    const known = await second(centre, {
      ...respelled,
      b: { incident: { occurredOn: null, occurredTime: null, place: null } },
    });
    await linkAll(known);
    expect(await newsOf(known, before.caseId)).toEqual([]);
    const answers = { ...blankConditionAnswers, newEvent: true };
    const { version } = await known.client.getCase({ caseId: known.caseId });
    const confirmed = { answers, condition: 3, overrideReason: null };
    await known.client.validateCase({ caseId: known.caseId, version, ...confirmed });
    expect(await newsOf(known, before.caseId)).toEqual([`Ficha ${known.number}`]);
    expect(await newsOf(known, known.caseId)).toEqual([`Ficha ${before.number}`]);
  });

  it('asks «¿la misma presunta persona agresora?» while nobody knows who he is', async () => {
    const centre = await startCentre();
    const nobody = { nameState: 'unknown', givenNames: null, firstSurname: null } as const;
    await centre.aCase(earlierFicha);
    const known = await second(centre, {
      ...respelled,
      aggressor: nobody,
      a: { ...respelled.a, aggressor: anAggressor(nobody) },
    });
    const [her] = (await propose(known)).likely;
    const { version } = await known.client.getCase({ caseId: known.caseId });
    const personId = her?.personId ?? undefined;
    await known.client.settlePerson({ caseId: known.caseId, version, role: 'user', personId, isSame: true });
    const open = await propose(known);
    expect(open.asked.filter((one) => one.isNeeded).map((one) => one.question)).toEqual(['sameAggressor']);
    expect((await propose(known, { ...blankConditionAnswers, sameAggressor: false })).proposed).toBe(2);
    expect((await propose(known, { ...blankConditionAnswers, sameAggressor: true })).proposed).toBe(3);
  });

  it('counts the fichas that were validated, and no draft', async () => {
    const centre = await startCentre();
    await centre.aCase({ ...earlierFicha, isValidated: false });
    const known = await second(centre, { ...respelled, a: { ...respelled.a, answers: { knownAsUser: 0 } } });
    expect(await linkAll(known)).toEqual(['user', 'aggressor']);
    expect((await propose(known)).proposed).toBe(1);
  });

  it('asks about nobody for a sister of the same birthday', async () => {
    const centre = await startCentre();
    await centre.aCase(earlierFicha);
    const document = { kind: null, state: 'notAsked', number: null } as const;
    const sister = { ...respelled.user, givenNames: 'Elena Imaginaria', document };
    const known = await second(centre, { ...respelled, user: sister, a: { ...respelled.a, user: aUser(sister) } });
    const women = (await propose(known)).likely.filter(({ role }) => role === 'user');
    expect(women.map(({ isAsked }) => isAsked)).not.toContain(true);
  });

  it('names nobody of a reserved ficha to who is no member, and leaves it to Coordinación', async () => {
    const centre = await startCentre();
    const before = await centre.aCase(earlierFicha);
    const known = await second(centre);
    const asMember = (await propose(known)).likely;
    expect(asMember[0]).toMatchObject({ role: 'user', fichas: [{ number: before.number, role: 'user' }] });
    expect(asMember[0]?.name).toContain('Quispe');
    await seal(centre, before.caseId, { members: ['psico'] });
    expect((await propose(known)).likely).toEqual(asMember);
    const other = { client: await centre.as('social'), caseId: known.caseId };
    expect((await propose(other)).likely).toEqual(
      (['user', 'aggressor'] as const).map((role) => ({
        ...{ role, personId: null, name: 'Requiere revisión', reviewers: ['Psicología'], age: null, district: null },
        ...{ fichas: [], reasons: [], contradictions: [], isOfHers: false, isAsked: true, answer: null },
      })),
    );
  });
});

describe('the last attention', () => {
  it('is the newest act that counts, not the opening of the ficha', async () => {
    const clock = fixedClock('2024-05-10T15:00:00.000Z');
    const centre = await startCentre({ clock });
    // Without an account, which would itself be the first interview.
    const { caseId } = await centre.aCase({ ...earlierFicha, b: { ...earlierFicha.b, account: null } });
    const psychologist = await centre.as('psico');
    await psychologist.recordAttention({
      caseId: caseId,
      attention: {
        action: 'psychology-session',
        on: '2024-05-09',
        time: null,
        withWhom: 'user',
        outcome: 'done',
        note: null,
      },
    });
    clock.set('2025-05-09T15:00:00.000Z');
    const again = await centre.restart();
    const known = await second(again, {
      ...respelled,
      a: { ...respelled.a, admission: { ...admission, admittedOn: '2025-05-09' as CivilDate } },
      b: { incident: firstEvent, answers: { wantsLegalRepresentation: 0 } },
    });
    await linkAll(known);
    const answers = { ...blankConditionAnswers, newEvent: false, servicesNeeded: 2 };
    const exactlyOneYear = await propose(known, answers);
    expect(exactlyOneYear).toMatchObject({ proposed: 'no-new-ficha' });
    expect(exactlyOneYear.reasons.join(' ')).toContain('09/05/2024');
    clock.set('2025-05-10T15:00:00.000Z');
    expect(await propose({ ...known, client: await (await again.restart()).as('psico') }, answers)).toMatchObject({
      proposed: 5,
    });
  });
});

describe('confirming', () => {
  it('never passes an undecidable proposal without a reason, and keeps what was proposed beside what was confirmed', async () => {
    const centre = await startCentre();
    const known = await second(centre, { isValidated: false, a: { answers: { knownAsUser: null } } });
    const { version } = await known.client.getCase({ caseId: known.caseId });
    const input = { caseId: known.caseId, version, answers: blankConditionAnswers, condition: 1 };
    await expect(known.client.validateCase({ ...input, overrideReason: null })).rejects.toMatchObject({
      failure: { reason: 'condition-needs-reason' },
    });
    await known.client.validateCase({ ...input, overrideReason: { code: 'centralRegister', text: null } });
    const { decisions } = await propose(known);
    expect(decisions).toMatchObject([
      {
        proposed: 'undecidable',
        condition: 1,
        reason: 'El registro central muestra otra información',
        changeReason: null,
      },
    ]);
    expect(decisions[0]?.reasons.length).toBeGreaterThan(0);
    expect(decisions[0]?.ruleSetVersion).toMatch(/^condicion-/);
  });

  it('changes a confirmed condition with its reason; the first decision stays, and so does the month', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const client = await centre.as('psico');
    const ofCase = { caseId: caseId };
    const { version, reportingMonth } = await client.getCase(ofCase);
    const change = {
      ...{ ...ofCase, version, answers: { ...blankConditionAnswers }, condition: 4 },
      overrideReason: { code: 'instruction', text: null } as const,
      changeReason: { code: 'typing', text: null } as const,
    };
    await client.changeCondition(change);
    const after = await client.getCase(ofCase);
    expect(after).toMatchObject({ confirmedCondition: 4, reportingMonth });
    const { decisions } = await propose({ client, ...ofCase });
    expect(decisions.map(({ condition, changeReason }) => [condition, changeReason])).toEqual([
      [4, 'Se registró mal'],
      [1, null],
    ]);
    await expect(client.changeCondition(change)).rejects.toMatchObject({ failure: { code: 'conflict' } });
  });

  it('does not change a condition nobody has confirmed', async () => {
    const centre = await startCentre();
    const known = await second(centre, { isValidated: false });
    const { version } = await known.client.getCase({ caseId: known.caseId });
    const changeReason = { code: 'typing', text: null } as const;
    const input = { caseId: known.caseId, version, answers: blankConditionAnswers, condition: 1, overrideReason: null };
    await expect(known.client.changeCondition({ ...input, changeReason })).rejects.toMatchObject({
      failure: { reason: 'case-not-validated' },
    });
  });
});

describe('a measure breached', () => {
  it('is told when Section B comes to say so, once', async () => {
    let centre = await startCentre();
    const { caseId } = await centre.aCase();
    const ofCase = { caseId: caseId };
    const reason = { code: 'toldLater', text: null } as const;
    // The second save stands a day later: an alert of that day would not be left out as the one nobody saw yet.
    for (const at of ['2026-06-10T20:00:00.000Z', '2026-06-12T14:00:00.000Z']) {
      centre.clock.set(at);
      centre = await centre.restart();
      const client = await centre.as('psico');
      const { version, form } = await client.getSectionB(ofCase);
      const answers = { ...form.answers, aggressorRiskFactors: ['breachesMeasures' as const] };
      await client.saveSectionB({ ...ofCase, version, form: { ...form, answers }, reason });
      const { alerts } = await client.listCaseAlerts(ofCase);
      expect(alerts.filter(({ kind }) => kind === 'measureBreached')).toHaveLength(1);
    }
  });
});
