/** What is dropped on the window and on a place for files (bad input 82). */
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DropZone } from '../../../src/renderer/attachments/drop-zone.tsx';
import { keepPageOnDrop } from '../../../src/renderer/platform/drop-guard.ts';
import { Look } from '../../../src/renderer/platform/providers.tsx';

beforeAll(() => {
  keepPageOnDrop(window);
});
afterEach(cleanup);

type Dropped = { readonly files: readonly File[]; readonly isFolder?: boolean; readonly types: readonly string[] };

const note = new File(['Nota inventada.'], 'nota.txt');
const file: Dropped = { files: [note], types: ['Files'] };
const folder: Dropped = { files: [new File([''], 'carpeta')], isFolder: true, types: ['Files'] };
const link: Dropped = { files: [], types: ['text/uri-list', 'text/plain'] };
const words: Dropped = { files: [], types: ['text/plain'] };

/** Drops it; whether the browser was kept from doing what it does by itself. */
function drop(target: Element, { files, isFolder = false, types }: Dropped): boolean {
  const items = files.map(() => ({ webkitGetAsEntry: () => ({ isDirectory: isFolder }) }));
  const event = createEvent.drop(target, { dataTransfer: { files, items, types, dropEffect: 'copy' } });
  fireEvent(target, event);
  return event.defaultPrevented;
}

function draw() {
  const [taken, problems]: [File[], string[]] = [[], []];
  render(
    <Look>
      <DropZone
        label="Agregar archivo"
        hint="PDF o imagen"
        onFiles={(files) => {
          taken.push(...files);
        }}
        onProblem={(problem) => {
          problems.push(problem);
        }}
      />
      <textarea aria-label="Relato" />
      <p>Otra parte de la página</p>
    </Look>,
  );
  return { taken, problems, zone: screen.getByRole('group', { name: 'Agregar archivo' }) };
}

describe('what is dropped', () => {
  it('on the place for files is taken when it is a file, and told in words when it is none', () => {
    const { taken, problems, zone } = draw();
    expect(drop(zone, file)).toBe(true);
    expect(taken).toEqual([note]);
    expect(drop(zone, folder)).toBe(true);
    expect(drop(zone, link)).toBe(true);
    expect(taken).toHaveLength(1);
    expect(problems).toEqual([
      'Eso es una carpeta. Suelte los archivos, uno o varios.',
      'Eso no es un archivo. Suelte un archivo de la computadora.',
    ]);
  });

  it('beside it does not lead the page away, and words go into a field as ever', () => {
    const { taken } = draw();
    const beside = screen.getByText('Otra parte de la página');
    const field = screen.getByRole('textbox', { name: 'Relato' });
    expect([file, folder, link, words].map((one) => drop(beside, one))).toEqual([true, true, true, true]);
    expect([file, folder, words].map((one) => drop(field, one))).toEqual([true, true, false]);
    expect(taken).toEqual([]);
  });
});
