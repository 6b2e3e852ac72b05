import { anOffice } from '../../support/an-office.ts';
import { describe, expect, it } from 'vitest';
import {
  directoryReasons,
  isShelter,
  office,
  officeFormSchema,
  officeKindLabels,
} from '../../../src/shared/directory/index.ts';

const court = anOffice({ treatment: 'SEÑORA JUEZA DEL', address: 'Av. Los Ejemplos 100' });

const issuesOf = (value: object) => officeFormSchema.safeParse(value).error?.issues ?? [];
const pathsOf = (value: object) => issuesOf(value).map(({ path }) => path.join('.'));

describe('an entry of the directory', () => {
  it('needs its kind and its name; the rest may be unknown', () => {
    expect(pathsOf(court)).toEqual([]);
    expect(pathsOf({ ...court, treatment: null, districtCode: null, address: null })).toEqual([]);
    expect(pathsOf({ ...court, kind: null, name: '' })).toEqual(['kind', 'name']);
    expect(pathsOf({ ...court, distanceDays: -1, sizeLimitMb: 0 })).toEqual(['distanceDays', 'sizeLimitMb']);
  });

  it('never holds the place of a shelter, under whatever kind it is written', () => {
    const coordination = { ...court, kind: 'shelterCoordination', name: 'Coordinación regional' };
    expect(pathsOf(coordination)).toEqual(['address', 'districtCode']);
    expect(pathsOf({ ...coordination, address: null, districtCode: null })).toEqual([]);
    for (const name of ['Hogar de refugio temporal', 'CASA DE ACOGIDA Invención', 'Hogares de Protección']) {
      expect(pathsOf({ ...court, kind: 'other', name, districtCode: null }), name).toEqual(['address']);
    }
    expect(isShelter(court)).toBe(false);
  });

  it('has a verified number only with the number and where it was found', () => {
    const verified = { ...court, phoneVerifiedOn: '2026-06-01' };
    expect(issuesOf(verified)).toMatchObject([
      { path: ['phone'], message: directoryReasons['phone-first'] },
      { path: ['phoneSource'], message: directoryReasons['source-first'] },
    ]);
    expect(pathsOf({ ...verified, phone: '014440000', phoneSource: 'Guía' })).toEqual([]);
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
    const labels = Object.values(office.fields).map(({ label }) => label);
    for (const words of [Object.values(officeKindLabels), labels]) {
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
