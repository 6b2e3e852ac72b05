/** The words of the writ beside its questions: composed, half filled, refused; its marks and the way to each field. */
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import {
  draftOf,
  draftSchemaOf,
  readableOptions,
  refusals,
  type FilingDraft,
} from '../../../src/renderer/filings/forms/filing-draft.ts';
import { PaperBeside, usePaper } from '../../../src/renderer/papers/index.ts';
import { DiscretionProvider } from '../../../src/renderer/platform/ui/discretion.tsx';
import { useClient } from '../../../src/renderer/platform/client.ts';
import { TextControl, useSectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { caseIdSchema } from '../../../src/shared/platform/ids.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const kind = 4 as const;

type ProbeProps = { readonly caseId: string; readonly draft: FilingDraft; readonly later: string };

function Probe({ caseId, draft, later }: ProbeProps) {
  const client = useClient();
  const form = useSectionForm({ schema: draftSchemaOf(kind), defaultValues: draft, id: 'probe' });
  const now = usePaper({
    form,
    read: (typed) => {
      const options = readableOptions(typed, kind);
      if (options === null) return null;
      const words = client.composeDraft({ caseId: caseIdSchema.parse(caseId), kind, options });
      return { words, isBehind: refusals(typed, kind).length > 0 };
    },
  });
  return (
    <PaperBeside
      caseId={caseId}
      title="Probe"
      papers={[{ key: '', label: 'Texto del escrito', now, fieldId: form.fieldId }]}
    >
      <button type="button" onClick={() => form.setValue('place', later)}>
        Cambiar
      </button>
      <TextControl form={form} name="office" label="Despacho al que se dirige" />
    </PaperBeside>
  );
}

async function drawn() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const { options } = await lawyer.startFiling({ caseId, kind });
  await drawInWindow(
    centre,
    'legal',
    <DiscretionProvider>
      <Probe caseId={caseId} draft={draftOf(options)} later="Villa Nueva Inventada" />
    </DiscretionProvider>,
  );
  const page = await screen.findByRole('region', { name: 'Texto del escrito' });
  return { lawyer, page };
}

describe('the words beside the questions', () => {
  it('stay, and say why they could not be brought up to date', async () => {
    const { lawyer } = await drawn();
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

  it('carry a mark for what lacks: it leads to its field, which frames it; the step above names it once', async () => {
    const { page } = await drawn();
    const mark = within(page).getByRole('link', { name: 'FALTA: despacho al que se dirige' });
    const step = screen.getByRole('region', { name: 'Datos que faltan' });
    expect(within(step).getAllByRole('link', { name: 'Despacho al que se dirige' })).toHaveLength(1);
    expect(mark.hasAttribute('data-current')).toBe(false);
    fireEvent.click(mark);
    const field = screen.getByRole('textbox', { name: 'Despacho al que se dirige' });
    expect(document.activeElement).toBe(field);
    expect(
      within(page).getByRole('link', { name: 'FALTA: despacho al que se dirige' }).hasAttribute('data-current'),
    ).toBe(true);
  });

  it('are not in the document while discretion is on', async () => {
    const { page } = await drawn();
    expect(page.textContent).toContain('FALTA');
    act(() => {
      fireEvent.keyDown(window, { key: 'm', altKey: true });
    });
    expect(page.textContent).toBe('Con discreción, el texto no se muestra.');
  });
});
