// @vitest-environment happy-dom
/** F6 goes round the regions of the frame, also where one stands in another. */
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { cycleRegion } from '../../../src/renderer/platform/keys.ts';

afterEach(cleanup);

it('goes from each region to the next one and back', () => {
  render(
    <>
      <header data-region="header">
        <input aria-label="Buscar" />
        <nav data-region="navigation">
          <a href="#/">Mi día</a>
        </nav>
      </header>
      <main data-region="work">
        <textarea aria-label="Nota" />
        <div data-region="actions">
          <button>Guardar</button>
        </div>
      </main>
    </>,
  );
  const names = (step: 1 | -1) =>
    Array.from({ length: 5 }, () => {
      cycleRegion(step);
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent;
    });
  expect(names(1)).toEqual(['Buscar', 'Mi día', 'Nota', 'Guardar', 'Buscar']);
  expect(names(-1)).toEqual(['Guardar', 'Nota', 'Mi día', 'Buscar', 'Guardar']);
});
