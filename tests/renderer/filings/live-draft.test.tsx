/** The words of the writ beside the form, when the draft was composed, is half filled, and was refused. */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LivePanel, useLiveDraft } from '../../../src/renderer/filings/forms/live-draft.tsx';
import { draftOf, draftSchemaOf, type FilingDraft } from '../../../src/renderer/filings/forms/filing-draft.ts';
import { usePreview } from '../../../src/renderer/papers/index.ts';
import { useSectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const kind = 4 as const;

function Probe({ caseId, draft, later }: { caseId: string; draft: FilingDraft; later: string }) {
  const form = useSectionForm({ schema: draftSchemaOf(kind), defaultValues: draft, id: 'probe' });
  const live = useLiveDraft({ form, caseId, kind, preview: usePreview() });
  return (
    <>
      <button type="button" onClick={() => form.setValue('place', later)}>
        Cambiar
      </button>
      <LivePanel {...live} />
    </>
  );
}

describe('the words beside the form', () => {
  it('stay, and say why they could not be brought up to date', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind });
    await drawInWindow(
      centre,
      'legal',
      <Probe caseId={caseId} draft={draftOf(options)} later="Villa Nueva Inventada" />,
    );
    await screen.findByRole('region', { name: 'Texto del escrito' });
    expect(screen.queryByRole('alert')).toBeNull();
    // From here on the case is closed to her: the next draft is refused.
    const relative = {
      ...{ kinship: 'siblingOrGrandparent' as const, documentKind: 'dni' as const, documentNumber: '00112233' },
      ...{ givenNames: null, firstSurname: null, secondSurname: null },
    };
    await lawyer.declareConflict({ person: relative });
    screen.getByRole('button', { name: 'Cambiar' }).click();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/^No se pudo poner al día\. \S/);
    expect(screen.queryByText('Sin lo que está a medio llenar.')).toBeNull();
    expect(screen.getByRole('region', { name: 'Texto del escrito' })).not.toBeNull();
  });

  it('are shown by no empty panel, and a first refusal by its words', () => {
    render(<LivePanel blocks={null} isBehind={false} failure={null} />);
    expect(document.body.textContent).toBe('');
    render(
      <LivePanel
        blocks={null}
        isBehind={false}
        failure={{ code: 'not-found', reason: null, issues: [], incident: null }}
      />,
    );
    expect(screen.getByRole('alert').textContent).toContain('No se pudo poner al día');
  });
});
