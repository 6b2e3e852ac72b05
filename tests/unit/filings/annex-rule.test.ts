/** Which files may go with a writ that is notified (S4). */
import { describe, expect, it } from 'vitest';
import { annexRule } from '../../../src/shared/filings/index.ts';

describe('annexRule', () => {
  it.each([
    ['legal', 'Resolución 3', 'free'],
    ['common', 'Copia del DNI', 'free'],
    ['legal', 'Anexo 1-B de la demanda', 'free'],
    ['psychology', 'Informe psicológico', 'check'],
    ['social', 'Informe social', 'check'],
    ['common', 'FVR firmada', 'check'],
    ['legal', 'Ficha de valoración del riesgo', 'check'],
    ['common', 'Anexo B', 'never'],
    ['psychology', 'fvr_anexo_b.pdf', 'never'],
    ['legal', 'FVR, anexo complementario «B»', 'never'],
    ['legal', 'Lugares donde suele estar', 'never'],
  ] as const)('of the area %s, «%s»: %s', (area, words, rule) => {
    expect(annexRule({ area, words: ['Archivo', words] })).toBe(rule);
  });
});
