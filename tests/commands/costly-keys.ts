/** Keys of a centre as costly as the product promises. */
import { expect } from 'vitest';
import { productKdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import { readKeyring } from '../../src/main/platform/storage/keyring.ts';

/** Read with the bounds of the product: a slot below its floor would be refused here. */
export function expectCostly(folder: string, staff: number): void {
  const ofStaff = readKeyring(folder, productKdfPolicy).keyring.slots.filter((slot) => slot.kind === 'staff');
  expect(ofStaff).toHaveLength(staff);
  for (const { kdf } of ofStaff) {
    expect(kdf.m).toBeGreaterThanOrEqual(productKdfPolicy.floor.m);
    expect(kdf.t).toBeGreaterThanOrEqual(productKdfPolicy.floor.t);
  }
}
