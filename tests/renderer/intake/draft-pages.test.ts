import { describe, expect, it } from 'vitest';
import { careRoutes } from '../../../src/renderer/care/index.ts';
import { counterpartsRoutes } from '../../../src/renderer/counterparts/index.ts';
import { filingsRoutes } from '../../../src/renderer/filings/index.ts';
import { pageOf } from '../../../src/renderer/intake/draft-list.tsx';
import { intakeRoutes } from '../../../src/renderer/intake/index.ts';
import { referralsRoutes } from '../../../src/renderer/referrals/index.ts';
import { riskRoutes } from '../../../src/renderer/risk/index.ts';
import { timelineRoutes } from '../../../src/renderer/timeline/index.ts';
import { draftForms, type DraftForm } from '../../../src/shared/intake/index.ts';
import { personDraft } from '../../../src/shared/people/index.ts';

const paths = [careRoutes, counterpartsRoutes, filingsRoutes, intakeRoutes, referralsRoutes, riskRoutes, timelineRoutes]
  .flatMap(({ screens }) => screens)
  // Drawn by domains that the root joins.
  .map(({ path }) => path)
  .concat('/casos/$caseId/documentos', '/casos/$caseId/plan-de-seguridad', '/casos/$caseId/proceso');

/** A parameter of the path stands for any one part of an address. */
function leads(page: string): boolean {
  return paths.some((path) => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}$`).test(page));
}

const id = '0f8fad5b-d9cb-469f-a165-70867728950e' as const;

describe('own drafts', () => {
  it.each<DraftForm>([...draftForms, personDraft(id), `event-${id}`, `hearing-${id}`])(
    '%s goes on on a page of its own',
    (form) => {
      expect(leads(pageOf(form))).toBe(true);
      // That page takes any word as a kind of referral.
      expect(pageOf(form).includes('/derivar/')).toBe(form.startsWith('referral-'));
    },
  );
});
