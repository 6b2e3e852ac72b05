/** The key that copies answer after answer, over the sheet of a real centre: what the reader may not see is passed over. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { useSheet } from '../../../src/renderer/register/queries.ts';
import { useCopying } from '../../../src/renderer/register/sheet/use-copying.ts';
import { isToPass } from '../../../src/renderer/register/words.ts';
import { answerD, sheetOf } from '../../services/register/a-sheet.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

function Keys({ caseId, ids }: { readonly caseId: string; readonly ids: readonly string[] }) {
  const { data } = useSheet(caseId);
  const lines = (data?.lines ?? []).filter((line) => isToPass(line) && ids.includes(line.id));
  const { next, back, said } = useCopying({ caseId, lines, mode: 'value' });
  return (
    <>
      <button onClick={() => void next()}>Siguiente</button>
      <button onClick={() => void back()}>Anterior</button>
      <output>{`${String(lines.length)} líneas. ${said}`}</output>
    </>
  );
}

it('a section that is closed to the reader is neither copied nor told to be taken out of the register', async () => {
  const copied: string[] = [];
  const write = (text: string) => void copied.push(text);
  const centre = await startCentre({ ports: { clipboard: { write, clearHeld: () => undefined } } });
  const { caseId } = await centre.aCase();
  await answerD(await centre.as('legal'), caseId);
  const { lines, line } = await sheetOf(await centre.as('psico'), caseId);
  const passed = lines.filter(isToPass);
  const held = line('section.D');
  expect(held).toMatchObject({ isWithheld: true, value: '', state: 'todo' });
  const first = passed[0];
  const before = passed[passed.indexOf(held) - 1];
  const ids = [first, before, held].map((one) => one?.id ?? '');
  await drawInWindow(centre, 'psico', <Keys caseId={caseId} ids={ids} />);
  const press = async (name: string) => userEvent.click(screen.getByRole('button', { name }));
  const told = (words: string) => screen.findByText(words, { exact: false });
  await told('3 líneas.');
  await press('Siguiente');
  await told(`Copiada: ${first?.item ?? '-'}`);
  await told('Queda 1.');
  await press('Siguiente');
  await told(`Copiada: ${before?.item ?? '-'}`);
  await told('Es la última.');
  await press('Siguiente');
  await told('No queda ninguna respuesta por copiar.');
  expect(copied).toEqual([first?.value, before?.value]);
  await press('Anterior');
  await told(`Copiada: ${before?.item ?? '-'}`);
  expect(copied).toEqual([first?.value, before?.value, before?.value]);
});
