import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { focusLater, focusPending } from '../../../src/renderer/intake/pending-focus.ts';
import { PageTitle } from '../../../src/renderer/platform/ui/index.ts';

afterEach(cleanup);

/** A page whose link leads to a field of another one; that one draws its fields a moment after it opened. */
function Pages() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <nav>
        <button>Plazos</button>
      </nav>
      {isOpen ? (
        <Section />
      ) : (
        <a
          href="#seccion"
          onClick={() => {
            focusLater('section-a-answers.userAge');
            setTimeout(() => {
              setOpen(true);
            }, 50);
          }}
        >
          Falta la edad
        </a>
      )}
    </>
  );
}

function Section() {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    focusPending();
    setTimeout(() => {
      setDrawn(true);
    }, 150);
  }, []);
  return (
    <>
      <PageTitle>Sección A</PageTitle>
      {isDrawn && <input id="section-a-answers.userAge" aria-label="Edad" />}
    </>
  );
}

describe('the field that a link asked for', () => {
  it('takes the focus when its page draws it, from a link pressed by keyboard or by mouse', async () => {
    for (const isByKey of [true, false]) {
      render(<Pages />);
      const link = screen.getByRole('link', { name: 'Falta la edad' });
      link.focus();
      if (isByKey) await userEvent.keyboard('{Enter}');
      else await userEvent.click(link);
      const field = await screen.findByRole('textbox', { name: 'Edad' });
      await waitFor(() => {
        expect(document.activeElement).toBe(field);
      });
      cleanup();
    }
  });

  it.each(['before the page opens', 'before the field is drawn'])(
    'stays away from a person who moved %s',
    async (when) => {
      render(<Pages />);
      await userEvent.click(screen.getByRole('link', { name: 'Falta la edad' }));
      if (when === 'before the field is drawn') await screen.findByRole('heading', { name: 'Sección A' });
      const other = screen.getByRole('button', { name: 'Plazos' });
      other.focus();
      await screen.findByRole('textbox', { name: 'Edad' });
      // Longer than one look at the page.
      await new Promise((resolve) => setTimeout(resolve, 250));
      expect(document.activeElement).toBe(other);
    },
  );
});
