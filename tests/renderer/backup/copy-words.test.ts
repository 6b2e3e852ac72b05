import { describe, expect, it } from 'vitest';
import { drillWords, hasDrillFailed, lastCopyWords, lostFilesWords } from '../../../src/renderer/backup/copy-words.ts';
import { ageWords } from '../../../src/renderer/platform/times.ts';
import { placeWords, type Drill } from '../../../src/shared/backup/index.ts';
import type { Instant } from '../../../src/shared/platform/dates.ts';

const from = '2026-09-05T15:00:00.000Z' as Instant;
const after = (hours: number) => Date.parse(from) + hours * 3_600_000;

describe('ageWords', () => {
  it.each([
    [0.5, 'hace menos de una hora'],
    [1, 'hace 1 hora'],
    [23.9, 'hace 23 horas'],
    [47.9, 'hace 47 horas'],
    [48, 'hace 2 días'],
    [100, 'hace 4 días'],
  ])('says %d hours as a person would', (hours, words) => {
    expect(ageWords(from, after(hours))).toBe(words);
  });
});

describe('lastCopyWords', () => {
  it('gives the moment in Lima beside the age', () => {
    const state = { lastOutsideAt: from, lastVerifiedAt: null, place: 'outside' } as const;
    expect(lastCopyWords(state, after(3))).toBe(
      'Última copia verificada en otro disco: 05/09/2026 10:00, hace 3 horas.',
    );
  });

  it('says plainly that there is none, and why one on the same disk does not count', () => {
    const none = { lastOutsideAt: null, lastVerifiedAt: null, place: null } as const;
    expect(lastCopyWords(none, after(0))).toBe('Aún no hay una copia verificada en otro disco.');
    const near = { ...none, lastVerifiedAt: from };
    expect(lastCopyWords({ ...near, place: 'same' }, after(0))).toContain('en el mismo que el registro');
    expect(lastCopyWords({ ...near, place: 'unknown' }, after(0))).toBe(
      'No se sabe si las copias están en otro disco.',
    );
  });
});

describe('placeWords', () => {
  it('warns of a folder that is lost with the record, and of one nobody knows', () => {
    expect(placeWords('same')).toContain('se pierden los dos');
    expect(placeWords('unknown')).toContain('No se sabe');
    expect([placeWords('outside'), placeWords(null)]).toEqual([null, null]);
  });
});

describe('drillWords', () => {
  const drill: Drill = {
    at: from,
    sets: [
      { name: 'uno', problem: null },
      { name: 'dos', problem: 'copy-damaged' },
      { name: 'tres', problem: 'not-a-reason' },
    ],
  };

  it('says of each copy whether it would have served', () => {
    expect(drillWords(drill)).toEqual([
      'uno: sana.',
      expect.stringMatching(/^dos: no serviría\. La copia no pasó la revisión/) as string,
      'tres: no serviría. No se pudo leer.',
    ]);
    expect([hasDrillFailed(drill), hasDrillFailed(null), hasDrillFailed({ ...drill, sets: [] })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('lostFilesWords', () => {
  it('says what the newest copy lacks, and nothing when it has everything', () => {
    expect(lostFilesWords(0)).toBe(null);
    expect(lostFilesWords(1)).toMatch(/^A la última copia le falta 1 archivo/);
    expect(lostFilesWords(3)).toMatch(/^A la última copia le faltan 3 archivos/);
  });
});
