import { describe, expect, it } from 'vitest';
import { officeKinds } from '../../../src/shared/directory/index.ts';
import { addressedWords } from '../../../src/shared/filings/addressee.ts';
import { addresseeOf, instanceOfKind } from '../../../src/shared/filings/index.ts';

describe('addresseeOf', () => {
  it.each([
    ['SEÑORA JUEZA DEL…', 'Segundo Juzgado de Familia', 'Villa Inventada, Lima, Lima', 'Señora Jueza', 'del Segundo Juzgado de Familia de Villa Inventada'],
    ['Señor Fiscal de la', 'Primera Fiscalía Penal', null, 'Señor Fiscal', 'de la Primera Fiscalía Penal'],
    ['Señor Comisario', 'Comisaría de Villa Inventáda', 'Villa Inventada', 'Señor Comisario', 'de la Comisaría de Villa Inventáda'],
    ['Señora Fiscal', 'Fiscalía de Familia', 'Ñaña', 'Señora Fiscal', 'de la Fiscalía de Familia de Ñaña'],
    [null, 'Defensa Pública', 'Ica, Ica, Ica', null, 'de la Defensa Pública de Ica'],
    [null, 'Juzgado de Familia en materia de Violencia', 'Ate, Lima, Lima', null, 'del Juzgado de Familia en materia de Violencia de Ate'],
    [null, 'Módulo Judicial (Ate)', 'Ate, Lima, Lima', null, 'del Módulo Judicial (Ate)'],
    [null, 'Unidad de Protección Especial', null, null, 'de la Unidad de Protección Especial'],
    [null, 'Juzgado de Paz Letrado', null, null, 'del Juzgado de Paz Letrado'],
  ] as const)('%s + %s, %s', (...row) => {
    const [treatment, name, place, expectedTreatment, expectedOffice] = row;
    expect(addresseeOf({ treatment, name }, place)).toEqual({ treatment: expectedTreatment, office: expectedOffice });
  });
}); // prettier-ignore

describe('addressedWords', () => {
  it.each([
    ['Señora Jueza', 'Segundo Juzgado de Familia', 'Señora Jueza del Segundo Juzgado de Familia'],
    ['Señor Fiscal', 'Fiscalía Penal', 'Señor Fiscal de la Fiscalía Penal'],
    ['Señores Jueces', 'Primera Sala Civil', 'Señores Jueces de la Primera Sala Civil'],
    ['Señora Jueza', 'del Juzgado de Familia', 'Señora Jueza del Juzgado de Familia'],
    ['Señora jueza del', 'Juzgado de Familia', 'Señora jueza del Juzgado de Familia'],
    ['Señor', 'Jefe de la Sala de Partes', 'Señor Jefe de la Sala de Partes'],
  ])('%s + %s', (treatment, office, words) => {
    expect(addressedWords({ treatment, office })).toBe(words);
  });
});

describe('the article of an office', () => {
  it.each([
    ...['Defensoría Municipal', 'Municipalidad Distrital', 'Oficina Defensorial', 'División de Investigación'],
    ...['Jefatura Zonal', 'Procuraduría Pública', 'UGEL 05', 'Unidad de Protección Especial', 'Dirección Regional'],
    ...['Gerencia de Desarrollo', 'Subgerencia de Salud', 'Segunda Sala Penal', '2.ª Fiscalía Penal', 'DEMUNA'],
    ...['Décima Segunda Fiscalía Penal', 'COMISARÍA PNP', 'Sub Gerencia Social', 'Defensa Pública', 'Corte Superior'],
    ...['II Sala Penal', '1ra. Fiscalía Penal', '3° Sala Laboral'],
  ])('is «de la» of %s', (name) => {
    expect(addresseeOf({ treatment: null, name }, null).office).toBe(`de la ${name}`);
  });

  it.each([
    ...['Hospital Inventado', 'Juzgado de la Sala', 'Jefe de Unidad', 'Jefe de la Oficina', 'Centro de Salud'],
    ...[
      'Equipo de Defensa',
      'Departamento de Policía',
      'Salas Inventado',
      'Redentor Inventado',
      'Albergue Casa Inventada',
    ],
    'Programa Casa Inventada',
  ])('is «del» of %s', (name) => {
    expect(addresseeOf({ treatment: null, name }, null).office).toBe(`del ${name}`);
  });
});

describe('instanceOfKind', () => {
  it('says of each kind where its writs are left', () => {
    const of = (instance: string) => officeKinds.filter((kind) => instanceOfKind(kind) === instance);
    expect(of('police')).toEqual(['policeStation']);
    expect(of('prosecutor')).toEqual(['criminalProsecutor', 'violenceProsecutor', 'familyProsecutor']);
    expect(of('court')).toEqual([
      ...['familyCourt', 'magistrateCourt', 'peaceJudge', 'preparatoryCourt', 'criminalCourt', 'upperCourt'],
    ]);
  });
});
