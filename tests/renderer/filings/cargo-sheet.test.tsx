/** «Cargos de hoy»: what is saved, what is presented elsewhere, and what stands half typed; over a real centre. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { CargoSheet } from '../../../src/renderer/filings/cargo-sheet.tsx';
import { useToPresent } from '../../../src/renderer/filings/presenting-queries.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { closeCentres } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';
import { cargo, issue, issued } from '../../services/filings/a-presentation.ts';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

/** The sheet with its list as it is asked for. */
function Sheet() {
  const { data } = useToPresent();
  return data === undefined ? null : <CargoSheet {...data} today={'2026-06-10' as CivilDate} />;
}

const rows = () => screen.getAllByRole('row').slice(1);
const fieldOf = (row: HTMLElement | undefined, name: string) => within(row!).getByRole('textbox', { name });

describe('the sheet of cargos', () => {
  it('asks for the list again after a save: others turn grey, what is half typed stays', async () => {
    const { centre, caseId, lawyer, filingId } = await issued();
    await issue(lawyer, caseId, { kind: 4 });
    const third = await issue(lawyer, caseId, { kind: 5 });
    await drawInWindow(centre, 'legal', <Sheet />);
    await waitFor(() => expect(rows()).toHaveLength(3));
    const { filings } = await lawyer.listToPresent({});
    const at = (id: string) => filings.findIndex((one) => one.filingId === id);
    const half = filings.findIndex(({ filingId: id }) => id !== filingId && id !== third.filingId);
    const halfNumber = filings[half]!.number;
    await userEvent.type(fieldOf(rows()[half], 'N.º de ingreso'), '77-2026');
    await lawyer.presentFiling({ caseId, filingId: third.filingId, form: cargo({ entryNumber: '99-2026' }) });
    const row = rows()[at(filingId)];
    await userEvent.type(fieldOf(row, 'Hora'), '0800');
    await userEvent.type(fieldOf(row, 'N.º de ingreso'), '55-2026');
    await userEvent.type(fieldOf(row, 'Folios'), '8{Enter}');
    await waitFor(() => expect(screen.getAllByText('Presentado')).toHaveLength(2));
    const grey = rows()
      .slice(0, 2)
      .map((one) => one.textContent);
    expect(grey.join()).toContain('99-2026');
    expect(grey.join()).toContain('55-2026');
    const typed = fieldOf(screen.getByRole('row', { name: new RegExp(halfNumber) }), 'N.º de ingreso');
    expect(typed).toHaveProperty('value', '77-2026');
    screen.getByText(/^Por presentar: 1\b/);
  });

  it('says across the row what is wrong at its narrow cells, and that the folios are too few', async () => {
    const { centre, filingId } = await issued();
    await drawInWindow(centre, 'legal', <Sheet />);
    await screen.findByText(/^Por presentar: 1\b/);
    const row = rows()[0];
    await userEvent.type(fieldOf(row, 'Hora'), '2359');
    await userEvent.type(fieldOf(row, 'N.º de ingreso'), '55-2026');
    await userEvent.type(fieldOf(row, 'Folios'), '1{Enter}');
    await screen.findByText('Hora: Esa hora aún no llega.');
    expect(document.activeElement?.id).toBe(`row-${filingId}-presentedTime`);
    screen.getByText(/^Folios: El escrito tiene \d+ páginas: revise los folios\.$/);
    await userEvent.clear(fieldOf(row, 'Hora'));
    await userEvent.type(fieldOf(row, 'Hora'), '0830{Enter}');
    await screen.findByText('Presentado');
  });

  it('asks before half typed rows are left, and not once nothing is typed', async () => {
    const { centre } = await issued();
    const link = <a href="#/elsewhere">Otra página</a>;
    await drawInWindow(
      centre,
      'legal',
      <>
        {link}
        <Sheet />
      </>,
    );
    await screen.findByText(/^Por presentar: 1\b/);
    const number = fieldOf(rows()[0], 'N.º de ingreso');
    await userEvent.type(number, '55');
    await userEvent.click(screen.getByRole('link', { name: 'Otra página' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Seguir escribiendo' }));
    await userEvent.clear(number);
    await userEvent.click(screen.getByRole('link', { name: 'Otra página' }));
    expect(window.location.hash).toBe('#/elsewhere');
  });
});
