import { expect, test } from 'vitest';
import { documentWords } from '../../../src/shared/papers/index.ts';

test('a document is named once: its kind stands before a number that does not say it', () => {
  expect(documentWords('filing', 'Escrito N.º 2 · E-2026-000002')).toBe('Escrito N.º 2 · E-2026-000002');
  expect(documentWords('custody-receipt', 'Acta de recepción · A-2026-000001')).toBe(
    'Acta de recepción · A-2026-000001',
  );
  expect(documentWords('referral', 'Derivación · D-2026-000004')).toBe(
    'Ficha de derivación: Derivación · D-2026-000004',
  );
});
