import { describe, expect, it } from 'vitest';
import { setUpSteps, type SetUpFacts, type SetUpStep } from '../../../src/shared/centre/index.ts';
import type { Instant } from '../../../src/shared/platform/dates.ts';

const bare: SetUpFacts = {
  ...{ signers: 0, withoutProfession: 0, outsideCopyAt: null, blankPapers: 0, hasAcronym: false, hasPhone: false },
  ...{ officeKinds: [], deciders: 1, toConfirm: 52 },
};

function step(facts: Partial<SetUpFacts>, id: SetUpStep['id']): SetUpStep {
  const found = setUpSteps({ ...bare, ...facts }).find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

describe('a centre of its first day', () => {
  it('lacks everything', () => {
    expect(setUpSteps(bare).filter(({ isDone }) => isDone)).toEqual([]);
  });

  it('is done with a step by the thing itself', () => {
    const done: [SetUpStep['id'], Partial<SetUpFacts>][] = [
      ['professions', { signers: 3 }],
      ['copy', { outsideCopyAt: '2026-06-10T15:00:00.000Z' as Instant }],
      ['blank', { blankPapers: 1 }],
      ['letterhead', { hasAcronym: true, hasPhone: true }],
      ['deciders', { deciders: 2 }],
      ['rules', { toConfirm: 0 }],
    ];
    for (const [id, facts] of done) {
      expect(
        setUpSteps({ ...bare, ...facts })
          .filter(({ isDone }) => isDone)
          .map((one) => one.id),
      ).toEqual([id]);
    }
  });
});

describe('what is still missing is named', () => {
  it('whose profession', () => {
    expect(step({ signers: 5, withoutProfession: 2 }, 'professions')).toMatchObject({
      ...{ isDone: false, note: 'falta la de 2 de 5: sale en cada papel' },
    });
  });

  it('of the letterhead', () => {
    expect(step({}, 'letterhead').note).toBe('faltan las siglas y el teléfono');
    expect(step({ hasAcronym: true }, 'letterhead')).toMatchObject({ isDone: false, note: 'falta el teléfono' });
  });

  it('of the directory, where one of two prosecutors is enough', () => {
    const most = [
      ...(['policeStation', 'familyCourt', 'criminalProsecutor', 'forensicMedicine'] as const),
      ...(['healthFacility', 'mentalHealthCentre'] as const),
    ];
    expect(step({ officeKinds: most }, 'directory')).toMatchObject({
      ...{ isDone: false, note: '6 de 8; faltan UPE y hogares de refugio' },
    });
    const all = [...most, 'childProtection', 'shelterCoordination'] as const;
    expect(step({ officeKinds: [...all] }, 'directory')).toMatchObject({ isDone: true, note: '8 de 8' });
  });
});
