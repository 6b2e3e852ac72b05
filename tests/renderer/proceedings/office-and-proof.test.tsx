/** The office of an act from the directory, and an issued paper as the proof of a closed term; over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { EventFormPanel } from '../../../src/renderer/proceedings/event-form.tsx';
import { SettleDialog } from '../../../src/renderer/proceedings/settle-dialog.tsx';
import { anEvent } from '../../services/proceedings/a-proceeding.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';
import { anOffice } from '../../support/an-office.ts';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

/** Types part of the words, waits for the option and takes it, by keyboard. */
async function pick(label: string, typed: string, option: RegExp): Promise<void> {
  const user = userEvent.setup();
  const field = await screen.findByRole('textbox', { name: label });
  await user.click(field);
  await user.clear(field);
  await user.type(field, typed);
  await screen.findByRole('option', { name: option, hidden: true });
  await user.keyboard('{ArrowDown}{Enter}');
}

describe('the office of an act', () => {
  it('is chosen from the directory, and its name and district are kept with the act', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    await lawyer.keepOffice({
      id: null,
      version: null,
      form: anOffice({ treatment: 'SEÑORA JUEZA', distanceDays: 2 }),
    });
    const end = Promise.withResolvers<undefined>();
    const onDone = () => {
      end.resolve(undefined);
    };
    const panel = (
      <EventFormPanel caseId={caseId} today="2026-06-10" measures={[]} ownActs={[]} line={null} onDone={onDone} />
    );
    await drawInWindow(centre, 'legal', panel);
    await pick('Qué pasó', 'El juzgado recib', /recib/i);
    await pick('Órgano del directorio', 'inventado', /^Juzgado Inventado/);
    await waitFor(() => {
      expect(screen.queryByRole('textbox', { name: /^Órgano$/ })).toBeNull();
    });
    await userEvent.click(screen.getByRole('button', { name: 'Registrar acto' }));
    await end.promise;
    const [act] = (await lawyer.getProceedings({ caseId })).events;
    expect(act?.event).toMatchObject({ office: 'Juzgado Inventado', district: '150132' });
    expect(act?.event.authorityId).not.toBeNull();
  });
});

describe('a request of a report', () => {
  it('asks for the document that the report will name, says so there and keeps what was typed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const end = Promise.withResolvers<undefined>();
    const onDone = () => {
      end.resolve(undefined);
    };
    const panel = (
      <EventFormPanel caseId={caseId} today="2026-06-10" measures={[]} ownActs={[]} line={null} onDone={onDone} />
    );
    await drawInWindow(centre, 'legal', panel);
    await pick('Qué pasó', 'Piden un', /informe/i);
    const words = await screen.findByRole('textbox', { name: /^Qué informe piden/ });
    await userEvent.type(words, 'Psicológico');
    await userEvent.click(screen.getByRole('button', { name: 'Registrar acto' }));
    const document = screen.getByRole('textbox', { name: 'Documento con que lo piden' });
    const told = await screen.findAllByText(/^Escriba el documento con que piden el informe/);
    const described = document.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(told.some((one) => described.includes(one.closest('[id]')?.id ?? '-'))).toBe(true);
    expect((words as HTMLTextAreaElement).value).toBe('Psicológico');
    await userEvent.type(document, 'Oficio 5-2026');
    await userEvent.click(screen.getByRole('button', { name: 'Registrar acto' }));
    await end.promise;
    const { deadlines } = await (await centre.as('legal')).getProceedings({ caseId });
    expect(deadlines.map(({ ruleId }) => ruleId)).toEqual(['D35']);
  });
});

describe('the proof of a closed term', () => {
  it('may be a paper issued for the case, without more words', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    await lawyer.recordEvent({ caseId, event: anEvent('courtReceived', '2026-06-10 08:00') });
    const { options } = await lawyer.startFiling({ caseId, kind: 4 });
    const { document } = await lawyer.issueFiling({ caseId, kind: 4, options, missingReason: 'urgency' });
    const [term] = (await lawyer.getProceedings({ caseId })).deadlines;
    if (term === undefined) throw new Error('no term');
    const end = Promise.withResolvers<undefined>();
    const onDone = () => {
      end.resolve(undefined);
    };
    const dialog = <SettleDialog caseId={caseId} today="2026-06-10" deadline={term} onDone={onDone} />;
    await drawInWindow(centre, 'legal', dialog);
    await userEvent.click(await screen.findByRole('radio', { name: new RegExp(document.number) }));
    await userEvent.click(screen.getByRole('button', { name: 'Cerrar plazo' }));
    await end.promise;
    const { deadlines } = await lawyer.getProceedings({ caseId });
    expect(deadlines[0]).toMatchObject({ state: 'done', settled: { documentNumber: document.number } });
  });
});
