import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { files } from '../../fixtures/bad-inputs/files.ts';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

let centre: TestCentre;
let lawyer: Client<Contract>;
let caseId = '';

beforeAll(async () => {
  centre = await startCentre();
  ({ caseId } = await centre.aCase());
  lawyer = await centre.as('legal');
});
afterAll(closeCentres);

const kept = () => {
  const folder = join(centre.folder, 'files');
  return existsSync(folder) ? readdirSync(folder).length : 0;
};
const listed = async () => (await lawyer.listAttachments({ caseId })).attachments;

describe('bad inputs 70 to 78: files', () => {
  it.each(files.map((row) => [row.id, row.what, row] as const))('%s %s', async (id, _what, row) => {
    const before = { files: kept(), rows: (await listed()).length };
    const bytes = await row.make();
    // The clock moves: many pieces are many calls.
    const send = async () => {
      centre.clock.advance(2000);
      return addFile(lawyer, caseId, { name: row.name, bytes, facts: { description: id } });
    };
    if (row.refused !== null) {
      expect(await refusal(send)).toBe(`rule-broken/${row.refused}`);
      expect({ files: kept(), rows: (await listed()).length }).toEqual(before);
      return;
    }
    const { attachment } = await send();
    if (row.warnings !== undefined) expect(attachment.warnings).toEqual(row.warnings);
    if (row.shown !== undefined && attachment.facts.description === id) expect(attachment.name).toBe(row.shown);
    expect(attachment.size).toBe(bytes.byteLength);
  });

  it('keep every file under a random name alone', () => {
    for (const name of readdirSync(join(centre.folder, 'files'))) expect(name).toMatch(/^[0-9a-f]{32}\.bin$/);
  });
});
