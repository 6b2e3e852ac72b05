import { describe, expect, it } from 'vitest';
import { lastCopyWords, lostFilesWords } from '../../../src/renderer/backup/copy-words.ts';
import { ageWords } from '../../../src/renderer/platform/times.ts';

const from = '2026-09-05T15:00:00.000Z';
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
    expect(lastCopyWords(from, after(3))).toBe('Última copia verificada: 05/09/2026 10:00, hace 3 horas.');
  });

  it('says plainly that there is none', () => {
    expect(lastCopyWords(null, after(0))).toBe('Aún no hay una copia verificada fuera de la carpeta de datos.');
  });
});

describe('lostFilesWords', () => {
  it('says what the newest copy lacks, and nothing when it has everything', () => {
    expect(lostFilesWords(0)).toBe(null);
    expect(lostFilesWords(1)).toMatch(/^A la última copia le falta 1 archivo/);
    expect(lostFilesWords(3)).toMatch(/^A la última copia le faltan 3 archivos/);
  });
});
