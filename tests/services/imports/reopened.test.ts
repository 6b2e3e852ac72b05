/** A list brings an earlier ficha of a woman whose condition was confirmed without it; and takes it away again (D37). */
import { afterEach, describe, expect, it } from 'vitest';
import { blankConditionAnswers } from '../../../src/shared/intake/index.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { alertsOf, open, visit, wilber } from '../../support/visits.ts';
import { refusal } from '../refusal.ts';
import { aLine, bringIn, check, csvOf, rowsOf, send, takeOut } from './a-list.ts';

afterEach(closeCentres);

const month = 'Este caso cuenta en el mes 06/2026.';
const came = `Una lista antigua trajo una ficha anterior de ella. Véala en «Fichas y hechos anteriores». ${month}`;
const left = `Se retiró la lista antigua que había traído una ficha anterior de ella. ${month}`;

/** «Nuevo», and then a list with her first ficha of 2019, known by her document. */
async function newWithList(centre: TestCentre) {
  const dni = { kind: 'dni', state: 'known', number: '40007919' } as const;
  const her = { givenNames: 'Teodora Rosalinda', firstSurname: 'Huarcaya', secondSurname: 'Quispe', document: dni };
  const known = await open(centre, visit(her, wilber, { isValidated: true }));
  const [office, second] = [await centre.as('coordina'), await centre.as('legal')];
  const importId = await send(office, csvOf([aLine(1), aLine(2)]));
  await check(office, importId);
  const [row] = await rowsOf(office, importId);
  const choice = row?.user.candidates[0]?.choice ?? { kind: 'new' };
  expect(choice.kind).toBe('known');
  await office.chooseImportPerson({ importId, line: row?.line ?? 0, role: 'user', choice });
  await bringIn(office, second, importId);
  const read = () => known.client.getCase({ caseId: known.caseId });
  return { office, second, importId, known, read };
}

describe('an earlier ficha of an old list', () => {
  it('opens a confirmed «Nuevo» again and tells its team, and so does undoing the list', async () => {
    const centre = await startCentre();
    const { office, second, importId, known, read } = await newWithList(centre);
    expect((await read()).reopened).toEqual([came]);
    expect(await alertsOf(known, known.caseId, 'conditionReopened')).toEqual([came]);
    await takeOut(office, second, importId);
    expect((await read()).reopened).toEqual([left]);
  });

  it('is not taken away from under a condition that was confirmed upon it', async () => {
    const centre = await startCentre();
    const { office, second, importId, known, read } = await newWithList(centre);
    await known.client.changeCondition({
      ...{ caseId: known.caseId, version: (await read()).version, condition: 2 },
      answers: { ...blankConditionAnswers, newEvent: true, sameAggressor: false },
      ...{ overrideReason: null, changeReason: { code: 'typing', text: null } },
    });
    expect((await read()).reopened).toEqual([]);
    expect(await refusal(() => takeOut(office, second, importId))).toBe('rule-broken/list-holds');
  });
});
