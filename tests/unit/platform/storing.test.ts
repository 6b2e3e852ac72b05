import { describe, expect, it } from 'vitest';
import { contract } from '../../../src/shared/contract.ts';
import { storingPermissions } from '../../../src/shared/storing.ts';

describe('permissions that lead to nothing but acts that store', () => {
  it('are those under which nothing is read, and nothing goes on while the record may only be read', () => {
    expect([...storingPermissions]).toEqual(
      expect.arrayContaining(['staff.create', 'novelty.append', 'audit.witness']),
    );
    // They read too, end that state, or are asked for while it lasts.
    for (const permission of ['case.open', 'settings.centre', 'readOnly.end', 'backup.run', 'anyone-signed-in'])
      expect(storingPermissions, permission).not.toContain(permission);
    for (const { permission, changes } of Object.values(contract)) {
      if (!changes) expect(storingPermissions, permission).not.toContain(permission);
    }
  });
});
