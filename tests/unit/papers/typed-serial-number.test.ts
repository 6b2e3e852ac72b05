import { expect, it } from 'vitest';
import { typedSerialNumber } from '../../../src/shared/papers/index.ts';

it('takes a serial number as it is typed, with or without its zeros', () => {
  expect(typedSerialNumber(' e-2026-000001 ')).toBe('E-2026-000001');
  expect(typedSerialNumber('E-2026-1')).toBe('E-2026-000001');
  expect(typedSerialNumber('cem-2026-12-r')).toBe('CEM-2026-000012-R');
  for (const other of ['2026-0001', 'E-2026-', 'E-2026-0001', 'E-2026-1234567', 'Ana', 'Z-2026-1'])
    expect(typedSerialNumber(other), other).toBeNull();
});
