/** What a professional writes of an interview and has not kept: nobody goes away from it unasked; over a real centre. */
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InterviewsPage } from '../../../src/renderer/care/interviews-screen.tsx';
import { follow } from '../../../src/renderer/platform/routes.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

beforeEach(() => {
  window.location.hash = '#/casos';
});
afterEach(async () => {
  cleanup();
  await closeCentres();
});

/** An interview a part; which of them is signed, the first one recorded first. */
async function interviewed(...isSigned: readonly boolean[]) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  const { staff } = await centre.sessionOf('psico');
  const parts = async () => (await psychologist.listInterviews({ caseId })).interviews.flatMap((one) => one.parts);
  const write = async (body: string, sign: boolean) => {
    const part = (await parts()).find(({ signedAt }) => signedAt === null);
    if (part === undefined) throw new Error('no part is open');
    await psychologist.writeInterviewPart({ caseId, partId: part.id, version: part.version, body, sign });
  };
  for (const [at, isOver] of isSigned.entries()) {
    await psychologist.recordInterview({
      caseId,
      interview: {
        ...{ on: '2026-06-01', started: `0${at + 8}:30`, ended: null, modality: 'centre', place: null },
        ...{ toldStory: true, present: [{ staffId: staff.id, service: 'psychology' }] },
      },
    });
    if (isOver) await write('Vista.', true);
  }
  await drawInWindow(centre, 'psico', <InterviewsPage caseId={caseId} isClosed={false} />);
  return { user: userEvent.setup(), parts, write };
}

const asked = '¿Salir sin guardar lo escrito?';

describe('a part that is not kept', () => {
  it('is asked about before a key or a link leads away from it, and no more once it is kept', async () => {
    const { user, parts } = await interviewed(false);
    await user.type(await screen.findByLabelText('Mi parte (Psicología)'), 'Refiere miedo');
    follow('/directorio');
    await screen.findByText(asked);
    expect(window.location.hash).toBe('#/casos');
    await user.click(screen.getByRole('button', { name: 'Seguir escribiendo' }));
    expect(screen.getByLabelText('Mi parte (Psicología)')).toHaveProperty('value', 'Refiere miedo');
    await user.click(screen.getByRole('button', { name: /^Guardar mi parte/ }));
    await expect.poll(async () => (await parts())[0]?.body).toBe('Refiere miedo');
    await expect.poll(() => screen.queryByText(asked)).toBeNull();
    follow('/directorio');
    await expect.poll(() => window.location.hash).toBe('#/directorio');
  });

  it('is asked about once its save was refused, after which the link had waited', async () => {
    const { user, write } = await interviewed(false);
    await user.type(await screen.findByLabelText('Mi parte (Psicología)'), 'Refiere miedo');
    await write('De otra ventana', false);
    fireEvent.click(screen.getByRole('button', { name: /^Guardar mi parte/ }));
    follow('/directorio');
    expect(screen.queryByText(asked)).toBeNull();
    await screen.findByText(asked);
    expect(window.location.hash).toBe('#/casos');
  });

  it('stays when the interviews are read anew for another one', async () => {
    const { user, parts } = await interviewed(true, false);
    await user.type(await screen.findByLabelText('Mi parte (Psicología)'), 'Refiere');
    await user.click(screen.getByRole('button', { name: /^Guardar mi parte/ }));
    await expect.poll(async () => (await parts()).map(({ body }) => body)).toContain('Refiere');
    await user.type(screen.getByLabelText('Mi parte (Psicología)'), ' miedo');
    await user.click(screen.getByRole('button', { name: /^Agregar una nota/ }));
    await user.type(await screen.findByLabelText('Nota a mi parte firmada'), 'Llamó después');
    await user.click(screen.getByRole('button', { name: 'Guardar nota' }));
    await screen.findByText(/Llamó después/, { ignore: 'textarea' });
    expect(screen.getByLabelText('Mi parte (Psicología)')).toHaveProperty('value', 'Refiere miedo');
  });

  it('nor from a note to one that is signed', async () => {
    const { user } = await interviewed(true);
    await user.click(await screen.findByRole('button', { name: /^Agregar una nota/ }));
    await user.type(await screen.findByLabelText('Nota a mi parte firmada'), 'Llamó después');
    follow('/directorio');
    await screen.findByText(asked);
    expect(window.location.hash).toBe('#/casos');
  });
});
