import { expect, it } from 'vitest';
import { leavingName } from '../../../src/shared/platform/file-names.ts';
import { SessionFiles } from '../../../src/main/platform/gate/session.ts';

it('bytes that a dialog still has stay whole when the session ends', () => {
  const files = new SessionFiles();
  const kept = Buffer.from('%PDF inventado');
  const { id } = files.add(leavingName(['a'], 'pdf'), 'application/pdf', kept, { kind: 'month-export' });
  const leaving = files.bytesOf(id);
  files.clear();
  expect(kept.every((byte) => byte === 0)).toBe(true);
  expect(Buffer.from(leaving).toString()).toBe('%PDF inventado');
});
