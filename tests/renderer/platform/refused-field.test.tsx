// @vitest-environment happy-dom
/** A refusal at the very field that has the focus: the summary takes the focus, and the words may not go away by that. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import { FormHead, TextControl, useSectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { createQueryClient } from '../../../src/renderer/platform/query.ts';
import { contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { z } from '../../../src/shared/platform/zod.ts';

afterEach(cleanup);

const refusal = 'Escriba el usuario de una persona de Coordinación.';
const schema = z.strictObject({ login: z.string().min(1) });

/** Refuses every login but `coordina`, as the application would: at the field. */
function Form() {
  const form = useSectionForm({ schema, defaultValues: { login: '' }, id: 'one' });
  const send = () =>
    form.send(({ login }) =>
      login === 'coordina'
        ? Promise.resolve()
        : Promise.reject(fail('rule-broken', 'recovery-needs-coordinator', [{ path: 'login', message: refusal }])),
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FormHead form={form} order={['login']} />
      <TextControl form={form} name="login" label="Usuario" />
      <button type="submit">Continuar</button>
    </form>
  );
}

function draw(): void {
  const invoke = () => Promise.reject(new Error('not used'));
  const client = makeClient(contract, { invoke }, { token: () => null, newKey: () => crypto.randomUUID() });
  render(
    <Look>
      <QueryClientProvider client={createQueryClient()}>
        <ClientProvider value={client}>
          <Form />
        </ClientProvider>
      </QueryClientProvider>
    </Look>,
  );
}

const aMoment = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 50);
  });

describe('a refusal at the field that was sent from', () => {
  it('stays when the summary takes the focus, and when the field is left as it is', async () => {
    draw();
    await userEvent.type(screen.getByRole('textbox', { name: 'Usuario' }), 'admision{Enter}');
    expect(await screen.findByRole('link', { name: refusal })).toBeTruthy();
    await aMoment();
    expect(screen.getByRole('group', { name: 'Revise 1 dato' })).toBe(document.activeElement);
    await userEvent.click(screen.getByRole('textbox', { name: 'Usuario' }));
    await userEvent.tab();
    await aMoment();
    expect(screen.getByRole('link', { name: refusal })).toBeTruthy();
  });

  it('goes away with the first letter that changes, does not come back on leaving, and lets the next try pass', async () => {
    draw();
    const field = screen.getByRole('textbox', { name: 'Usuario' });
    await userEvent.type(field, 'admision{Enter}');
    await screen.findByRole('link', { name: refusal });
    await userEvent.clear(field);
    await userEvent.type(field, 'coordina');
    await userEvent.tab();
    await aMoment();
    expect(screen.queryByText(refusal)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Continuar' }));
    await aMoment();
    expect(screen.queryByRole('group', { name: /^Revise/ })).toBeNull();
  });
});
