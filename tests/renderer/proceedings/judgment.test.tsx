/** What is asked of a judgment alone, over a real centre. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { EventFormPanel } from '../../../src/renderer/proceedings/event-form.tsx';
import { EventsPanel } from '../../../src/renderer/proceedings/events-panel.tsx';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

async function pickKind(typed: string): Promise<void> {
  const user = userEvent.setup();
  const field = await screen.findByRole('textbox', { name: 'Qué pasó' });
  await user.click(field);
  await user.clear(field);
  await user.type(field, typed);
  await screen.findByRole('option', { name: typed, hidden: true });
  await user.keyboard('{ArrowDown}{Enter}');
}

it('asks a judgment whom it favours and of which instance it is, and empties both for another act', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const end = Promise.withResolvers<undefined>();
  const onDone = () => {
    end.resolve(undefined);
  };
  const panel = (
    <EventFormPanel caseId={caseId} today="2026-06-10" measures={[]} ownActs={[]} line={null} onDone={onDone} />
  );
  await drawInWindow(centre, 'legal', panel);
  const favours = () => screen.queryByRole('group', { name: /favorable/ });
  const answer = async () => {
    const group = await screen.findByRole('group', { name: /favorable/ });
    expect(within(group).queryByRole('radio', { checked: true })).toBeNull();
    await userEvent.click(within(group).getByRole('radio', { name: /Sí$/ }));
    await userEvent.click(screen.getByRole('radio', { name: /Sala Superior$/ }));
  };
  await pickKind('Decreto');
  expect(favours()).toBeNull();
  await pickKind('Sentencia de proceso inmediato');
  await answer();
  await pickKind('Decreto');
  expect(favours()).toBeNull();
  await pickKind('Sentencia de proceso inmediato');
  await answer();
  await userEvent.click(screen.getByRole('button', { name: 'Registrar acto' }));
  await end.promise;
  const { events } = await (await centre.as('legal')).getProceedings({ caseId });
  expect(events[0]?.event).toMatchObject({ favours: 'yes', instance: 'superior' });
  cleanup();
  await drawInWindow(centre, 'legal', <EventsPanel events={events} mayWrite={false} onCorrect={() => undefined} />);
  await screen.findByRole('heading', { name: 'Sentencia de proceso inmediato: favorable a ella' });
  await screen.findByText(/^Sala Superior/);
});
