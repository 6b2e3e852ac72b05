import { describe, expect, it } from 'vitest';
import { compareVersions, versionSchema } from '../../../src/shared/program/index.ts';

describe('versions', () => {
  it.each(['0.1.0', '1.0.0', '10.20.30', '0.0.0'])('%s is one', (version) => {
    expect(versionSchema.safeParse(version).success).toBe(true);
  });

  it.each(['1', '1.0', '1.0.0.0', '01.0.0', '1.0.0-beta', 'v1.0.0', '1.0.0 ', '1.0.x', '-1.0.0', '1e3.0.0', ''])(
    '«%s» is none',
    (version) => {
      expect(versionSchema.safeParse(version).success).toBe(false);
    },
  );

  it('follow each other by number, not by letter', () => {
    const order = ['0.0.9', '0.0.10', '0.1.0', '0.9.9', '0.10.0', '1.0.0', '2.0.0', '10.0.0'];
    expect(order.toSorted(compareVersions)).toEqual(order);
    expect(order.toReversed().toSorted(compareVersions)).toEqual(order);
    for (const version of order) expect(compareVersions(version, version)).toBe(0);
  });
});
