import { describe, expect, it } from 'vitest';
import { blankCentre, draftOf, newCentreSchema } from '../../../src/renderer/centre/forms/centre-draft.ts';
import { centreDetailsSchema, centreSchema } from '../../../src/shared/centre/index.ts';

const typed = {
  ...blankCentre,
  isPractice: true,
  name: 'Rímac',
  code: 'rim-01',
  districtCode: '150128',
  category: 'regular' as const,
  proceduralAddress: 'Jr. Inventado 123',
};

describe('newCentreSchema', () => {
  it('names each fact that is missing from a blank form', () => {
    const issues = newCentreSchema.safeParse(blankCentre).error?.issues ?? [];
    expect(issues.map((issue) => issue.message)).toEqual([
      'Escriba el nombre del centro.',
      'Escriba el código del centro.',
      'Elija un distrito de la lista.',
      'Elija una categoría.',
      'Escriba el domicilio procesal.',
      'Elija si el centro es real o de práctica.',
    ]);
  });

  it('gives what the application accepts once everything is chosen', () => {
    const { isPractice: _mark, ...details } = newCentreSchema.parse(typed);
    expect(centreDetailsSchema.parse(details)).toMatchObject({ code: 'RIM-01', category: 'regular', phone: null });
  });
});

describe('draftOf', () => {
  it('takes the stored centre without its version and mark', () => {
    const { isPractice: _mark, ...details } = newCentreSchema.parse(typed);
    const centre = centreSchema.parse({ ...details, isPractice: true, version: 3, validFrom: '2026-09-05' });
    expect(draftOf(centre)).toEqual(details);
  });
});
