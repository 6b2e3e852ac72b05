/** A description asked in a dialog: nothing that was pressed is refused without a word, where one can see it. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { FormDialog, reasonFields } from '../../../src/renderer/record/index.ts';
import { failAt, type ExpectedFailure } from '../../../src/shared/platform/failures.ts';
import { drawTold } from '../../support/told-window.tsx';

afterEach(cleanup);

const fields = reasonFields({ twice: 'Está dos veces', other: 'Otro' });

type Drawn = { isShort?: boolean; dangerous?: boolean; refusal?: ExpectedFailure };

function draw({ isShort = true, dangerous = false, refusal }: Drawn = {}) {
  const sent: unknown[] = [];
  const refreshed: string[] = [];
  const send = (values: unknown) => {
    sent.push(values);
    return refusal === undefined ? Promise.resolve() : Promise.reject(refusal);
  };
  drawTold(
    <FormDialog
      {...{ fields, send, isShort, dangerous, id: 'annul', sentAs: 'form' }}
      words={{ title: '¿Anular?', send: 'Anular', sent: 'Anulado.' }}
      refresh={() => Promise.resolve(refreshed.push('again'))}
      onDone={() => undefined}
    />,
    { invoke: () => Promise.reject(new Error('not used')) },
  );
  return { sent, refreshed };
}

const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }));
const press = () => userEvent.click(screen.getByRole('button', { name: 'Anular' }));

describe('a dialog begins', () => {
  it.each([
    ['at its first question', {}, 'radio'],
    ['at the safe button where it is short and does harm', { dangerous: true }, 'button'],
    ['at its first question where it is longer, harm or not', { dangerous: true, isShort: false }, 'radio'],
  ])('%s', async (_, how, type) => {
    draw(how);
    await waitFor(() => expect((document.activeElement as HTMLInputElement | HTMLButtonElement).type).toBe(type));
    if (type === 'button') expect(document.activeElement?.textContent).toBe('Cancelar');
  });
});

describe('a short dialog', () => {
  it('says in words of its own what lacks', async () => {
    draw();
    await press();
    expect(await screen.findByText('Elija el motivo.')).toBeTruthy();
    await choose('Otro');
    await press();
    expect(await screen.findByText('Escriba el motivo.')).toBeTruthy();
  });

  it('goes to the first field that lacks', async () => {
    const { sent } = draw();
    await choose('Otro');
    await press();
    const words = await screen.findByLabelText('Escriba el motivo');
    await waitFor(() => expect(document.activeElement).toBe(words));
    expect(sent).toEqual([]);
  });

  it('sends nothing of what another answer hid, and is not stopped by it', async () => {
    const { sent } = draw();
    await choose('Otro');
    await userEvent.click(screen.getByLabelText('Escriba el motivo'));
    await userEvent.paste('a'.repeat(301));
    await choose('Está dos veces');
    await press();
    await waitFor(() => expect(sent).toEqual([{ reason: 'twice', words: null }]));
  });

  it('says what belongs to none of its fields, with the focus', async () => {
    draw({ refusal: failAt('form.value.articles', 'Otra persona ya los confirmó.', 'rule-twice') });
    await choose('Está dos veces');
    await press();
    const said = await screen.findByText('Otra persona ya los confirmó.');
    await waitFor(() => expect(document.activeElement?.contains(said)).toBe(true));
  });

  it('goes to the field at which it was refused', async () => {
    draw({ refusal: failAt('form.reason', 'Ese motivo ya no se usa.', 'rule-twice') });
    await choose('Está dos veces');
    await press();
    expect(await screen.findByText('Ese motivo ya no se usa.')).toBeTruthy();
    await waitFor(() => expect((document.activeElement as HTMLInputElement).type).toBe('radio'));
  });
});

describe('after a refusal', () => {
  it.each([
    [true, []],
    [false, ['again']],
  ])('short %s: what stands on the page is read again: %j', async (isShort, again) => {
    const { refreshed } = draw({ isShort, refusal: failAt('form.reason', 'Ese motivo ya no se usa.', 'rule-twice') });
    await choose('Está dos veces');
    await press();
    expect((await screen.findAllByText('Ese motivo ya no se usa.')).length).toBeGreaterThan(0);
    expect(refreshed).toEqual(again);
  });
});
