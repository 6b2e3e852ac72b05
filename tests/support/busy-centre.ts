/** Cases for screens that are not empty: a full list, every state, a month that can be closed. */
import { fixedClock } from './fixed-clock.ts';
import { openCentre, type CaseOptions } from './start-application.ts';
import { blankUser } from '../../src/shared/people/index.ts';
import type { CivilDate } from '../../src/shared/platform/dates.ts';

const givenNames: [string, ...string[]] = [
  'Rosa',
  'Yeni',
  'Marisol',
  'Luz',
  'Nélida',
  'Ñusta',
  'Carmen',
  'Flor',
  'Elsa',
  'Dina',
  'Sonia',
  'Irma',
];
const surnames: [string, ...string[]] = [
  'Quispe',
  'Huamán',
  'Mamani',
  'Flores',
  'Ccahuana',
  'Rojas',
  'Condori',
  'De la Cruz',
];

/** Invents `count` validated cases of May 2026 and three unfinished ones of June in an existing template copy. */
export async function buildCases(folder: string, count = 24): Promise<void> {
  const centre = await openCentre(folder, fixedClock('2026-06-10T13:00:00.000Z'));
  for (let index = 0; index < count + 3; index += 1) {
    // Nobody calls so fast.
    centre.clock.advance(4000);
    await centre.aCase(caseNumber(index, index < count));
  }
  await centre.close();
}

function caseNumber(index: number, isOfMay: boolean): CaseOptions {
  const day = String((index % 26) + 1).padStart(2, '0');
  const admittedOn = (isOfMay ? `2026-05-${day}` : '2026-06-10') as CivilDate;
  return {
    isValidated: isOfMay,
    user: {
      givenNames: `${pick(givenNames, index)} Inventada`,
      firstSurname: pick(surnames, index),
      secondSurname: pick(surnames, index + 3),
      document: { kind: 'dni', state: 'known', number: `00${String(100_000 + index)}` },
      birth: null,
      // Some told a telephone.
      ...(index % 8 === 3 ? { contact: { ...blankUser().contact, phone: '900000111', mayCall: 'yes' as const } } : {}),
    },
    aggressor: { givenNames: 'Pedro', firstSurname: pick(surnames, index + 5) },
    a: {
      admission: { admittedOn, admittedTime: '09:00', shift: 'morning', fichaNumber: null, isFromPaper: false },
      answers: { userAge: pick([8, 15, 24, 33, 41, 67], index) },
    },
    b: {
      incident: { occurredOn: { year: 2026, month: 4, day: 28 }, occurredTime: null, place: null },
      answers: { valuationLevel: pick([1, 2, 3] as const, index) },
    },
  };
}

function pick<Value>(values: readonly [Value, ...Value[]], index: number): Value {
  return values[index % values.length] ?? values[0];
}
