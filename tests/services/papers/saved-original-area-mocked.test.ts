/** An original is saved by the rule by which it was handed over: its area may have been closed in between. */
import { existsSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import type { Grant } from '../../../src/shared/access/index.ts';
import { seen, someFacts } from '../../support/send-file.ts';
import { closeCentres } from '../../support/start-application.ts';
import { removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';
import { withOriginal } from './files-outside.ts';

type Permissions = { grantOf: (role: string, action: string) => Grant | null };

// In the table as it is, who may hand an original out reads every area: here Legal reads its own alone.
vi.mock('../../../src/shared/access/permissions.ts', async (original) => {
  const real = await original<Permissions>();
  const grantOf: Permissions['grantOf'] = (role, action) => {
    const grant = real.grantOf(role, action);
    const isNarrow = role === 'lawyer' && action === 'attachment.read';
    return grant !== null && isNarrow ? { ...grant, view: 'ownArea' } : grant;
  };
  return { ...real, grantOf };
});

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

it.each([
  ['went to Psychology', 'psychology', 'not-found/'],
  ['stayed common', 'common', 'none'],
] as const)('the original of a file that %s since it was handed over', async (_what, area, expected) => {
  const { centre, chosen, caseId, lawyer, file, attachmentId } = await withOriginal();
  const psychologist = await centre.as('psico');
  const { version } = (await seen(psychologist, caseId, attachmentId)).attachment;
  const facts = { ...someFacts, area, description: 'Otras palabras inventadas' };
  await psychologist.describeAttachment({ caseId, attachmentId, version, facts });
  expect(await refusal(() => lawyer.saveFile({ id: file.id }))).toBe(expected);
  const isSaved = expected === 'none';
  expect(existsSync(chosen.path)).toBe(isSaved);
  expect((await lawyer.listSavedOutside({})).lines).toHaveLength(isSaved ? 1 : 0);
});
