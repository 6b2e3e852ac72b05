import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ProposalPanel } from '../../../src/renderer/intake/validation/proposal-panel.tsx';
import type { Proposal } from '../../../src/renderer/intake/validation/use-proposal.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

const caseId = crypto.randomUUID();
const earlierId = crypto.randomUUID();
const reason = 'La presunta persona agresora es la misma de la ficha 2026-0006.';
const hidden = 'Ya tiene la ficha 2026-0007.';
const correct = 'La pregunta A.1.1 dice que no está registrada, pero ya tiene ficha. Corrija la Sección A.';

it('says each reason once, and leads to the fichas that may be opened and to the section to correct', () => {
  const proposal = {
    ...{ proposed: 3, asked: [], missing: [], likely: [], links: [], decisions: [], ruleSetVersion: '1' },
    ...{ reasons: [reason, hidden, reason], warnings: [correct, reason] },
    fichas: [{ caseId: earlierId, number: '2026-0006' }],
  } as unknown as Proposal;
  render(
    <Alone>
      <ProposalPanel caseId={caseId} proposal={proposal} />
    </Alone>,
  );
  const items = screen.getAllByRole('listitem').map((one) => one.textContent);
  expect(items).toEqual([reason, hidden]);
  expect(screen.getAllByRole('link').map((one) => [one.textContent, one.getAttribute('href')])).toEqual([
    ['2026-0006', `#/casos/${earlierId}`],
    ['Sección A', `#/casos/${caseId}/seccion-a`],
  ]);
});
