/** «Imprimir»: what will leave beside what is asked of it, over a real centre. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { CopiesDialog } from '../../../src/renderer/papers/copies/copies-dialog.tsx';
import { twoWrits } from '../../services/papers/two-writs.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function drawn({
  papers = 1,
  printers = ['HP (Legal)'],
}: { papers?: number; printers?: readonly string[] } = {}) {
  const list = () => Promise.resolve(printers.map((name, at) => ({ name, isDefault: at === 0 })));
  const centre = await startCentre({ ports: { printer: { list, print: () => Promise.resolve() } } });
  const { caseId, lawyer } = await twoWrits(centre);
  const { documents } = await lawyer.listDocuments({ caseId });
  const done: unknown[] = [];
  const dialog = (
    <CopiesDialog
      caseId={caseId}
      documents={documents.slice(0, papers)}
      onDone={(released) => {
        done.push(released);
      }}
      onCancel={() => {
        done.push('cancelled');
      }}
    />
  );
  await drawInWindow(centre, 'legal', dialog);
  await screen.findByText(printers[0] ?? /^En este equipo no hay una impresora/);
  const register = async () =>
    (await lawyer.readPrintRegister({ from: null, to: null, state: null, way: null })).lines.map((line) =>
      line.sort === 'copy' ? [line.recipient, line.purpose, line.edition, line.way] : [],
    );
  return { done, register, lawyer, documents };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('one paper', () => {
  it('comes with receiver and reason filled in; what is typed instead stands in the register', async () => {
    const { done, register, documents } = await drawn();
    expect(screen.getByRole('heading', { name: `¿Imprimir ${documents[0]?.number ?? ''}?` })).toBeTruthy();
    expect([box('Para').value, box('Motivo').value]).toEqual(['Juzgado de Familia de turno', 'Presentar el escrito']);
    await userEvent.clear(box('Motivo'));
    await userEvent.type(box('Motivo'), 'Audiencia del lunes{Control>}{Enter}{/Control}');
    await expect.poll(() => done).toHaveLength(1);
    expect(await register()).toEqual([['Juzgado de Familia de turno', 'Audiencia del lunes', 'court', 'print']]);
  });

  it('does not leave without a receiver, nor without a copy', async () => {
    const { done, register } = await drawn();
    await userEvent.clear(box('Para'));
    await userEvent.click(screen.getByRole('button', { name: 'Imprimir 1 juego' }));
    expect(box('Para').getAttribute('aria-invalid')).toBe('true');
    await userEvent.type(box('Para'), 'Fiscalía');
    await userEvent.click(screen.getByRole('button', { name: 'Una menos: Quien la recibe' }));
    await userEvent.click(screen.getByRole('button', { name: 'Imprimir 0 juegos' }));
    expect(screen.getByRole('alert').textContent).toBe('Indique al menos una copia.');
    expect([done, await register()]).toEqual([[], []]);
  });

  it('counts copies by step and by key, each row to its limit, and says what it comes to', async () => {
    await drawn();
    await userEvent.click(screen.getByRole('button', { name: 'Una más: Cargo' }));
    await userEvent.type(box('Copias: Archivo del centro'), '{Backspace}9');
    expect(box('Copias: Archivo del centro').value).toBe('5');
    const more = screen.getByRole<HTMLButtonElement>('button', { name: 'Una más: Archivo del centro' });
    expect(more.disabled).toBe(true);
    await userEvent.type(box('Copias: Cargo'), 'x');
    expect(box('Copias: Cargo').value).toBe('1');
    expect(screen.getByRole('button', { name: 'Imprimir 7 juegos' })).toBeTruthy();
    expect(screen.getByText(/\d+ páginas en 7 juegos/)).toBeTruthy();
  });

  it('is saved instead of printed with one press, and where there is no printer that alone is offered', async () => {
    const { done, register } = await drawn();
    await userEvent.click(screen.getByRole('button', { name: 'Guardar en PDF…' }));
    await expect.poll(() => done).toHaveLength(1);
    expect((await register()).map(([, , , way]) => way)).toEqual(['save']);
    cleanup();
    await drawn({ printers: [] });
    expect(screen.getByRole('button', { name: 'Guardar 1 juego en PDF' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Guardar en PDF…' })).toBeNull();
    expect(screen.queryByRole('group', { name: 'Impresora' })).toBeNull();
  });
});

describe('several papers', () => {
  it('say each for whom it is, and their pages are turned through as one', async () => {
    const { documents } = await drawn({ papers: 2 });
    const dialog = within(screen.getByRole('dialog'));
    expect(screen.queryByRole('textbox', { name: 'Para' })).toBeNull();
    const [first = 0, second = 0] = documents.map(({ pages }) => pages);
    const at = (place: number) => dialog.findByText(`${place} de ${first + second}`);
    await at(1);
    for (let page = 0; page < first; page += 1) {
      await userEvent.click(dialog.getByRole('button', { name: 'Página siguiente' }));
    }
    await at(first + 1);
    expect(dialog.getByText(documents[1]?.number ?? '-', { selector: 'p' })).toBeTruthy();
    // Left out, the page shown is one that is still to leave.
    await userEvent.click(dialog.getAllByRole('checkbox', { name: /^Escrito/ })[1] as HTMLElement);
    await dialog.findByText(`${first} de ${first}`);
    expect(screen.getByRole('textbox', { name: 'Para' })).toBeTruthy();
  });
});
