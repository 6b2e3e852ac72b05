/** What did not come out on paper, from the window: said, and printed again with one press; over a real centre. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { CopyingDialog, CopyNotices, useCopying } from '../../../src/renderer/papers/copies/copying.tsx';
import type { IssuedDocument } from '../../../src/shared/papers/index.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { platformReasons } from '../../../src/shared/platform/reason-words.ts';
import { twoWrits } from '../../services/papers/two-writs.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

function Copies({ caseId, documents }: { readonly caseId: string; readonly documents: readonly IssuedDocument[] }) {
  const { news, end, ask, dialog } = useCopying(caseId, documents);
  return (
    <>
      <CopyNotices news={news} onEnd={end} onAgain={ask} />
      <CopyingDialog {...dialog} />
    </>
  );
}

/** The copies of a case on the screen, with two printers; the first jobs fail as told. */
async function drawn(...failures: readonly (ReturnType<typeof fail> | null)[]) {
  const left = [...failures];
  const sent: string[] = [];
  const names = ['HP (Legal)', 'Brother (Admisión)'];
  const list = () => Promise.resolve(names.map((name, at) => ({ name, isDefault: at === 0 })));
  const print = (_bytes: Uint8Array, name: string, bothSides = false) => {
    const failure = left.shift() ?? null;
    if (failure !== null) return Promise.reject(failure);
    sent.push(bothSides ? `${name}, ambas caras` : name);
    return Promise.resolve();
  };
  const centre = await startCentre({ ports: { printer: { list, print } } });
  const { caseId, lawyer } = await twoWrits(centre);
  const { documents } = await lawyer.listDocuments({ caseId });
  await drawInWindow(centre, 'legal', <Copies caseId={caseId} documents={documents} />);
  await screen.findByRole('radio', { name: 'HP (Legal)' });
  const states = async () => {
    const { lines } = await lawyer.readPrintRegister({ from: null, to: null, state: null, way: null });
    return lines.map(({ state }) => state);
  };
  return { sent, states };
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

describe('copies that did not come out', () => {
  it('are printed again on another printer, and nothing that came out is', async () => {
    const { sent, states } = await drawn(null, fail('storage', 'printer-gone'));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Por ambas caras de la hoja' }));
    await press('Imprimir 2 juegos');
    await screen.findByText(/Enviadas a «HP \(Legal\)»: 1 de 2/);
    await press('Sí');
    await screen.findByText('Registrado: 1 salió bien, 1 no salió.');
    await userEvent.click(await screen.findByRole('radio', { name: 'Brother (Admisión)' }));
    await press('Imprimir otra vez');
    await screen.findByText(/Enviadas a «Brother \(Admisión\)»: 1 de 1/);
    await press('Sí');
    await screen.findByText('Registrado: 1 salió bien.');
    expect(sent).toEqual(['HP (Legal), ambas caras', 'Brother (Admisión), ambas caras']);
    expect((await states()).sort()).toEqual(['confirmed', 'confirmed', 'failed']);
  });

  it('say why, and are asked for again until they came out; «Ahora no» leaves them', async () => {
    const { sent, states } = await drawn(
      null,
      null,
      fail('storage', 'print-failed'),
      fail('cancelled', 'print-cancelled'),
    );
    await press('Imprimir 2 juegos');
    await press('Alguna no salió');
    for (const tick of screen.getAllByRole('checkbox', { name: /^CEM-/ })) await userEvent.click(tick);
    await press('Registrar');
    await press('Imprimir otra vez las 2');
    await screen.findByText(platformReasons['print-failed']);
    await press('Imprimir otra vez las 2');
    await screen.findByText(platformReasons['print-cancelled']);
    await press('Ahora no');
    await screen.findByText('Registrado: 2 no salieron.');
    expect(screen.queryByRole('button', { name: /^Imprimir otra vez/ })).toBeNull();
    expect(sent).toHaveLength(2);
    expect((await states()).every((state) => state === 'failed')).toBe(true);
  });
});

describe('a batch of which nothing came out', () => {
  it.each([
    ['storage', 'printer-no-answer'],
    ['storage', 'printer-gone'],
    ['storage', 'print-failed'],
    ['cancelled', 'print-cancelled'],
  ] as const)('says why in the dialog (%s %s), and the next press prints all of it once', async (code, reason) => {
    const { sent, states } = await drawn(fail(code, reason));
    await press('Imprimir 2 juegos');
    await screen.findByText(platformReasons[reason]);
    await press('Imprimir 2 juegos');
    await screen.findByText(/Enviadas a «HP \(Legal\)»: 2 de 2/);
    expect(sent).toHaveLength(2);
    expect((await states()).sort()).toEqual(['failed', 'failed', 'sent', 'sent']);
  });
});
