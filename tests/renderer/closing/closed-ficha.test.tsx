/** A closed ficha offers nothing that it would refuse; its closing still offers to open it again. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CaseFrame } from '../../../src/renderer/intake/index.ts';
import { ClosingPage } from '../../../src/renderer/closing/index.ts';
import { PlanPage } from '../../../src/renderer/plan/index.ts';
import { CaseFiles } from '../../../src/renderer/attachments/index.ts';
import { CaseDocuments } from '../../../src/renderer/papers/index.ts';
import { ChooseReferral } from '../../../src/renderer/referrals/index.ts';
import { close, propose, supervise } from '../../services/closing/closing.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

const slow = { timeout: 60_000 };

async function closed() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const plan = (
    <CaseFrame caseId={caseId} section={null} page="plan">
      {() => <PlanPage caseId={caseId} />}
    </CaseFrame>
  );
  return { centre, caseId, plan };
}

it('offers no step of the plan once it is closed', async () => {
  const { centre, caseId, plan } = await closed();
  await drawInWindow(centre, 'social', plan);
  expect(await screen.findByRole('button', { name: 'Agregar una acción' }, slow)).toBeTruthy();
  cleanup();
  await close(centre, caseId);
  await drawInWindow(centre, 'social', plan);
  await screen.findByText('Ninguna acción en el plan', undefined, slow);
  expect(screen.queryByRole('button', { name: /^(Poner|No corresponde|Agregar|Acordar)/ })).toBeNull();
});

it('offers Coordinación to open it again, and nobody else', async () => {
  const { centre, caseId } = await closed();
  await close(centre, caseId);
  const page = (
    <CaseFrame caseId={caseId} section={null} page="closing">
      {() => <ClosingPage caseId={caseId} />}
    </CaseFrame>
  );
  await drawInWindow(centre, 'social', page);
  await screen.findByText('Cierre: Aprobado', undefined, slow);
  expect(screen.queryByRole('button', { name: /Reabrir/ })).toBeNull();
  cleanup();
  await drawInWindow(centre, 'coordina', page);
  expect(await screen.findByRole('button', { name: /Reabrir la ficha/ }, slow)).toBeTruthy();
});

const pages = {
  Derivaciones: {
    frame: { section: null, page: 'referrals' },
    draw: (caseId: string) => <ChooseReferral caseId={caseId} links={null} handed={null} actsOf={() => null} />,
    act: ['link', 'Varias derivaciones en un acto'],
  },
  Archivos: {
    frame: { section: null, page: 'files' },
    draw: (caseId: string, isClosed: boolean) => <CaseFiles caseId={caseId} takes={!isClosed} />,
    act: ['button', /Elegir archivo/],
  },
  Documentos: {
    frame: { section: 'documents' },
    draw: (caseId: string) => <CaseDocuments caseId={caseId} />,
    act: ['button', 'Informe del centro'],
  },
} as const;

it.each(Object.keys(pages) as (keyof typeof pages)[])('offers nothing new in «%s»', async (name) => {
  const { frame, draw, act } = pages[name];
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const page = (isClosed: boolean) => (
    <CaseFrame caseId={caseId} {...frame}>
      {() => draw(caseId, isClosed)}
    </CaseFrame>
  );
  await drawInWindow(centre, 'psico', page(false));
  expect(await screen.findByRole(act[0], { name: act[1] }, slow)).toBeTruthy();
  cleanup();
  await close(centre, caseId);
  await drawInWindow(centre, 'psico', page(true));
  await screen.findByText('Ficha cerrada: solo se lee.', undefined, slow);
  expect(screen.queryByRole(act[0], { name: act[1] })).toBeNull();
});

it('lets who proposed it withdraw it, and leaves the focus on the title', async () => {
  const { centre, caseId } = await closed();
  await supervise(centre, caseId);
  await propose(centre, caseId);
  const page = (
    <CaseFrame caseId={caseId} section={null} page="closing">
      {() => <ClosingPage caseId={caseId} />}
    </CaseFrame>
  );
  await drawInWindow(centre, 'coordina', page);
  await screen.findByRole('button', { name: 'Rechazar…' }, slow);
  expect(screen.queryByRole('button', { name: /^Retirar/ })).toBeNull();
  cleanup();
  await drawInWindow(centre, 'psico', page);
  fireEvent.click(await screen.findByRole('button', { name: 'Retirar la propuesta…' }, slow));
  fireEvent.click(await screen.findByRole('button', { name: 'Retirar' }, slow));
  expect(await screen.findByText('Cierre: Retirado', undefined, slow)).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'), slow);
});

it('says that the following is her own, and that somebody else proposes', async () => {
  const { centre, caseId } = await closed();
  await supervise(centre, caseId);
  const page = (
    <CaseFrame caseId={caseId} section={null} page="closing">
      {() => <ClosingPage caseId={caseId} />}
    </CaseFrame>
  );
  await drawInWindow(centre, 'social', page);
  expect(await screen.findByText('Lo registró usted: lo propone otra persona', undefined, slow)).toBeTruthy();
  expect(screen.queryByText('Nadie más lo registró')).toBeNull();
});
