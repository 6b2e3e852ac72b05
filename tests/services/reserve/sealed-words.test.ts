/** Words of a ficha reservada stand under its own key: nobody who holds only that of the record reads them (D36). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { seal } from './sealing.ts';

let centre: TestCentre;
let caseId = '';

beforeEach(async () => {
  centre = await startCentre();
  ({ caseId } = await centre.aCase());
});
afterEach(closeCentres);

describe('words of a ficha reservada', () => {
  it('are read by a member as before', async () => {
    const psychologist = await centre.as('psico');
    const before = await psychologist.readTimeline({ caseId });
    await seal(centre, caseId);
    const after = await psychologist.readTimeline({ caseId });
    expect(after.entries.length).toBeGreaterThanOrEqual(before.entries.length);
    expect(JSON.stringify(after)).not.toContain('cem-closed');
    void passphrase;
  });
});
