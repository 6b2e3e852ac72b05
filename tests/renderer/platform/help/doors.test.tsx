/** F1 before anybody is signed in: the page that speaks of what stands there. */
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { StatusProvider, type CentreStatus } from '../../../../src/renderer/access/index.ts';
import { ScreenHelp } from '../../../../src/renderer/help-pages.tsx';
import { closeCentres, startCentre } from '../../../support/start-application.ts';
import { drawTold } from '../../../support/told-window.tsx';

// The manual is loaded when help is first asked for, here with all its pictures.
beforeAll(async () => {
  await import('../../../../src/renderer/platform/help/manual.tsx');
});

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const transport = { invoke: () => Promise.reject(new Error('not used')), subscribe: () => () => undefined };

type Blocked = CentreStatus['blocked'];

/** The status is answered once `known` is. */
async function drawHelp(screenOf: string, blocked: Blocked, known: Promise<unknown> = Promise.resolve()) {
  const { application } = await startCentre();
  drawTold(
    <StatusProvider transport={transport}>
      <ScreenHelp screen={screenOf} onClose={() => undefined} />
    </StatusProvider>,
    {
      invoke: async (call) => {
        const answer = await application.invoke(call);
        if (!answer.ok || call.procedure !== 'getStatus') return answer;
        await known;
        return { ...answer, value: { ...(answer.value as CentreStatus), blocked } };
      },
    },
  );
}

it.each([
  ['sign-in', 'keeper-moved', 'Se dañó la computadora que guarda el registro'],
  ['take-over', null, 'Se dañó la computadora que guarda el registro'],
  ['sign-in', null, 'Entrar y bloquear'],
] as const)('%s, %s', async (screenOf, blocked, title) => {
  await drawHelp(screenOf, blocked);
  expect(await screen.findByRole('article', { name: title })).toBeTruthy();
});

it('goes to what stands there when that is known after the page was drawn', async () => {
  let say: (known: null) => void = () => undefined;
  const known = new Promise<null>((resolve) => (say = resolve));
  await drawHelp('sign-in', 'keeper-moved', known);
  await screen.findByRole('article', { name: 'Entrar y bloquear' });
  await act(async () => {
    say(null);
    await known;
  });
  expect(await screen.findByRole('article', { name: 'Se dañó la computadora que guarda el registro' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Volver' })).toBeNull();
});
