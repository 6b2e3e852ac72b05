/** What the tests of the door do before anything else. Invented people only. */
import type { DeclaredPerson } from '../../../src/shared/conflicts/index.ts';
import { blankArrivalFacts, type ArrivalFacts } from '../../../src/shared/reception/index.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import type { Login, TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

export async function arrive(centre: TestCentre, facts: Partial<ArrivalFacts> = {}, login: Login = 'admision') {
  const desk = await centre.as(login);
  return desk.registerArrival({ arrivalId: null, facts: { ...blankArrivalFacts(), ...facts } });
}

export async function lineOf(centre: TestCentre, arrivalId: string, login: Login = 'admision') {
  const { arrivals, earlier } = await (await centre.as(login)).openBoard({});
  const line = [...arrivals, ...earlier].find((one) => one.arrivalId === arrivalId);
  if (line === undefined) throw new Error('not on the board');
  return line;
}

/** The first person the search of an open door gives for these words; the door stays open. */
export async function found(centre: TestCentre, query: string, login: Login = 'admision') {
  const desk = await centre.as(login);
  const { arrivalId } = await desk.openArrival({});
  const { candidates } = await desk.findPersons({ query, arrivalId, role: 'any' });
  const personId = candidates[0]?.personId;
  if (personId === undefined) throw new Error('nobody found');
  return { arrivalId, personId, candidate: candidates[0] };
}

/** `user` of a case that nobody has yet; opened at the desk, in the given arrival or in none. */
export function anOpening(arrivalId: string | null, aggressor: Parameters<typeof anAggressor>[0] = {}) {
  return {
    ...{ arrivalId, admission, user: aUser(), userLink: { kind: 'new' as const } },
    ...{ aggressor: anAggressor(aggressor), aggressorLink: { kind: 'new' as const } },
  };
}

export async function alertsOf(centre: TestCentre, login: Login) {
  return (await openAlertsOf(await centre.as(login))).alerts.filter((one) => one.kind === 'aggressorAtDoor');
}

const nobody: DeclaredPerson = {
  ...{ kinship: 'siblingOrGrandparent', documentKind: null, documentNumber: null },
  ...{ givenNames: null, firstSurname: null, secondSurname: null },
};

export async function declare(centre: TestCentre, login: Login, person: Partial<DeclaredPerson>): Promise<void> {
  await (await centre.as(login)).declareConflict({ person: { ...nobody, ...person } });
}

/** The brother of a clerk, as `anAggressor` has him. */
export const brother = { givenNames: 'Pedro Imaginario', firstSurname: 'Condori' };

/** Reserves every ficha of the folder; reserving comes with a later version of the product. */
export async function sealed(centre: TestCentre): Promise<TestCentre> {
  await centre.application.close();
  await insideFile(centre.folder, (db) => {
    db.exec('update case_file set is_sealed = 1');
  });
  return centre.restart();
}

/** Everything an answer would show of a person. */
export function words(value: unknown): string {
  return JSON.stringify(value);
}

export const minute = 60_000;

/** Minutes go by while these people stay at their keyboards. */
export async function pass(centre: TestCentre, minutes: number, logins: readonly Login[]): Promise<void> {
  for (let left = minutes; left > 0; left -= 4) {
    for (const login of logins) await (await centre.as(login)).keepSession({});
    centre.clock.advance(Math.min(4, left) * minute);
  }
}
