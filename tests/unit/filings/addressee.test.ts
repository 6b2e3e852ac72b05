import { describe, expect, it } from 'vitest';
import { authorityKinds } from '../../../src/shared/directory/index.ts';
import { addresseeOf, instanceOfKind } from '../../../src/shared/filings/index.ts';

describe('addresseeOf', () => {
  it.each([
    ['SEÑORA JUEZA DEL…', 'Segundo Juzgado de Familia', 'Villa Inventada, Lima, Lima', 'Señora Jueza', 'del Segundo Juzgado de Familia de Villa Inventada'],
    ['Señor Fiscal de la', 'Primera Fiscalía Penal', null, 'Señor Fiscal', 'de la Primera Fiscalía Penal'],
    ['Señor Comisario', 'Comisaría de Villa Inventáda', 'Villa Inventada', 'Señor Comisario', 'de la Comisaría de Villa Inventáda'],
    ['Señora Fiscal', 'Fiscalía de Familia', 'Ñaña', 'Señora Fiscal', 'de la Fiscalía de Familia de Ñaña'],
    [null, 'Unidad de Protección Especial', null, null, 'de la Unidad de Protección Especial'],
    [null, 'Juzgado de Paz Letrado', null, null, 'del Juzgado de Paz Letrado'],
  ] as const)('%s + %s, %s', (...row) => {
    const [treatment, office, place, expectedTreatment, expectedOffice] = row;
    expect(addresseeOf({ treatment, office }, place)).toEqual({ treatment: expectedTreatment, office: expectedOffice });
  });
}); // prettier-ignore

describe('instanceOfKind', () => {
  it('says of each kind where its writs are left', () => {
    const of = (instance: string) => authorityKinds.filter((kind) => instanceOfKind(kind) === instance);
    expect(of('police')).toEqual(['policeStation']);
    expect(of('prosecutor')).toEqual(['criminalProsecutor', 'violenceProsecutor', 'familyProsecutor']);
    expect(of('court')).toEqual([
      ...['familyCourt', 'magistrateCourt', 'peaceJudge', 'preparatoryCourt', 'criminalCourt', 'upperCourt'],
    ]);
  });
});
