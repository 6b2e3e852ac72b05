import { describe, expect, it } from 'vitest';
import {
  authorityFieldLabels,
  authorityFormSchema,
  authorityKindLabels,
  directoryReasons,
  isShelter,
} from '../../../src/shared/directory/index.ts';

const court = {
  kind: 'familyCourt',
  treatment: 'SEÑORA JUEZA DEL',
  office: 'Primer Juzgado de Familia de Villa Inventada',
  districtCode: '150132',
  address: 'Av. Los Ejemplos 100',
  phone: null,
  mail: null,
  receptionHours: null,
  distanceDays: null,
  sizeLimitMb: null,
  takesOneFile: false,
  fileNamePattern: null,
  isComplementary: false,
} as const;

const issuesOf = (value: object) => authorityFormSchema.safeParse(value).error?.issues ?? [];
const pathsOf = (value: object) => issuesOf(value).map(({ path }) => path.join('.'));

describe('an entry of the directory', () => {
  it('needs its kind and its name; the rest may be unknown', () => {
    expect(pathsOf(court)).toEqual([]);
    expect(pathsOf({ ...court, treatment: null, districtCode: null, address: null })).toEqual([]);
    expect(pathsOf({ ...court, kind: null, office: '' })).toEqual(['kind', 'office']);
    expect(pathsOf({ ...court, distanceDays: -1, sizeLimitMb: 0 })).toEqual(['distanceDays', 'sizeLimitMb']);
  });

  it('never holds the place of a shelter, under whatever kind it is written', () => {
    const coordination = { ...court, kind: 'shelterCoordination', office: 'Coordinación regional' };
    expect(pathsOf(coordination)).toEqual(['address', 'districtCode']);
    expect(pathsOf({ ...coordination, address: null, districtCode: null })).toEqual([]);
    for (const office of ['Hogar de refugio temporal', 'CASA DE ACOGIDA Invención', 'Hogares de Protección']) {
      expect(pathsOf({ ...court, kind: 'other', office, districtCode: null }), office).toEqual(['address']);
    }
    expect(isShelter(court)).toBe(false);
  });

  it('says at the field what it refuses', () => {
    expect(issuesOf({ ...court, kind: 'shelterCoordination', districtCode: null })).toMatchObject([
      { path: ['address'], message: directoryReasons['shelter-address'] },
    ]);
    expect(issuesOf({ ...court, fileNamePattern: 'Escrito 1.pdf' })).toMatchObject([
      { path: ['fileNamePattern'], message: directoryReasons['file-name-pattern'] },
    ]);
  });

  it('is told apart by words that are all different', () => {
    for (const labels of [authorityKindLabels, authorityFieldLabels]) {
      const words = Object.values(labels);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
