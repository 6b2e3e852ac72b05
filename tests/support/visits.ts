/** Visits of a woman of names alone, and what a professional says of those who are like her. Invented people only. */
import { blankConditionAnswers, type CaseOverview, type SectionAAnswers } from '../../src/shared/intake/index.ts';
import type { Contract } from '../../src/shared/contract.ts';
import type { AggressorPerson, UserPerson } from '../../src/shared/people/index.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import type { CivilDate } from '../../src/shared/platform/dates.ts';
import { admission, anAggressor, aUser } from './case-builder.ts';
import type { CaseOptions, TestCentre } from './start-application.ts';

export type CaseId = CaseOverview['caseId'];
export type Known = { readonly client: Client<Contract>; readonly caseId: CaseId; readonly number: string };

export const noPapers = { birth: null, document: { kind: null, state: 'none', number: null } } as const;
export const then = { ...admission, admittedOn: '2024-03-04' as CivilDate };

/** A woman of names alone and the man she named, as she and he were written down. */
export function visit(
  user: Partial<UserPerson>,
  aggressor: Partial<AggressorPerson>,
  more: { admission?: typeof admission; answers?: Partial<SectionAAnswers>; isValidated?: boolean } = {},
): CaseOptions {
  const her = { ...noPapers, secondSurname: null, ...user };
  const { admission: day = admission, answers = {}, isValidated = false } = more;
  return {
    ...{ user: her, aggressor, isValidated },
    a: { admission: day, user: aUser(her), aggressor: anAggressor(aggressor), answers },
    ...(day === then
      ? { b: { incident: { occurredOn: { year: 2024, month: 3, day: 1 }, occurredTime: null, place: null } } }
      : {}),
  };
}

export const yeni = { givenNames: 'Yenny', firstSurname: 'Huamán', secondSurname: 'Ficticia' };
export const wilber = { givenNames: 'Wilber', firstSurname: 'Ccorahua', secondSurname: 'Inventado' };
export const herFirst = visit(yeni, wilber, {
  admission: then,
  answers: { userAge: 50, aggressorAge: 45 },
  isValidated: true,
});

export async function open(
  centre: TestCentre,
  options: CaseOptions,
  login: 'psico' | 'social' | 'coordina' = 'psico',
): Promise<Known> {
  const { caseId, number } = await centre.aCase(options);
  return { client: await centre.as(login), caseId: caseId, number };
}

export const propose = ({ client, caseId }: Known) =>
  client.proposeCondition({ caseId, answers: blankConditionAnswers });

export async function likely(known: Known, role: 'user' | 'aggressor' = 'user') {
  return (await propose(known)).likely.filter((one) => one.role === role);
}

export async function ruleOut(known: Known, role: 'user' | 'aggressor' = 'user') {
  const personIds = (await likely(known, role)).flatMap(({ personId, answer }) =>
    personId === null || answer !== null ? [] : [personId],
  );
  const { version } = await known.client.getCase({ caseId: known.caseId });
  return known.client.ruleOutPersons({ caseId: known.caseId, version, role, personIds });
}

export async function link(known: Known, personId: string, more: object = {}, role: 'user' | 'aggressor' = 'user') {
  const { version } = await known.client.getCase({ caseId: known.caseId });
  return known.client.settlePerson({
    ...{ caseId: known.caseId, version, role, personId: personId, isSame: true, isSure: true },
    ...more,
  });
}

/** She is the first woman offered, he the first man. */
export async function linkBoth(known: Known): Promise<void> {
  for (const role of ['user', 'aggressor'] as const) {
    const [one] = await likely(known, role);
    await link(known, one?.personId ?? '', {}, role);
  }
}

export async function validate(known: Known, condition: number) {
  const { version } = await known.client.getCase({ caseId: known.caseId });
  const answers = { ...blankConditionAnswers, newEvent: true, servicesNeeded: 2 };
  return known.client.validateCase({ caseId: known.caseId, version, answers, condition, overrideReason: null });
}

export async function alertsOf(known: Pick<Known, 'client'>, caseId: string, kind: string) {
  const { alerts } = await known.client.listCaseAlerts({ caseId: caseId });
  return alerts.filter((one) => one.kind === kind && one.closedAt === null).map(({ note }) => note);
}
