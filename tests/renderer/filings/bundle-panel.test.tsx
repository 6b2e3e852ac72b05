/** Saving and printing the parts of a presentation: each goes on where it stopped, or from the start; over a real centre. */
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { BundlePanel } from '../../../src/renderer/filings/presenting-bundle-panel.tsx';
import { blankRecord } from '../../../src/shared/people/index.ts';
import { jpgOf } from '../../support/files.ts';
import { addFile } from '../../support/send-file.ts';
import { anOffice } from '../../support/an-office.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';
import { issued } from '../../services/filings/a-presentation.ts';

afterEach(async () => {
  cleanup();
  await closeCentres();
});

describe('the parts of a presentation', () => {
  it('that did not print are asked for from there, those to save stay whole, and there is a way back', async () => {
    let printed = 0;
    const print = () => {
      printed += 1;
      return printed === 2 ? Promise.reject(new Error('no paper')) : Promise.resolve();
    };
    const list = () => Promise.resolve([{ name: 'HP (Legal)', isDefault: true }]);
    const centre = await startCentre({ ports: { printer: { list, print } } });
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 4 });
    await lawyer.issueFiling({ caseId, kind: 4, options, missingReason: 'urgency' });
    for (let one = 0; one < 3; one += 1) {
      const bytes = await jpgOf({ width: 360, height: 260 + one });
      await addFile(lawyer, caseId, { name: `foto-${one}.jpg`, bytes });
    }
    const [filing] = (await lawyer.listPresenting({ caseId })).filings;
    if (filing === undefined) throw new Error('no writ');
    await drawInWindow(centre, 'legal', <BundlePanel caseId={caseId} filing={{ ...filing, limitMb: 0.12 }} />);
    for (const tick of await screen.findAllByRole('checkbox', { name: /^(?!.*Reducir)/ })) await userEvent.click(tick);
    await userEvent.click(screen.getByRole('button', { name: 'Armar el PDF' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Imprimir' }));
    await screen.findByRole('button', { name: 'Imprimir desde la parte 2' });
    expect(screen.queryByRole('button', { name: 'Guardar el PDF armado' })).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Desde el principio' }));
    await screen.findByRole('button', { name: 'Imprimir' });
    expect(screen.queryByRole('button', { name: 'Desde el principio' })).toBeNull();
  });
});

describe('the title of an annex', () => {
  it('starts as the description of the file, and says at its field what it may not say', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 4 });
    await lawyer.issueFiling({ caseId, kind: 4, options, missingReason: 'urgency' });
    const social = await centre.as('social');
    const { nameState, documents } = blankRecord();
    const names = { nameState, givenNames: 'Nino', firstSurname: 'Pequeño', secondSurname: 'Inventado' };
    const document = { ...documents[0], kind: null, state: 'none' as const, number: null };
    await social.addParticipant({
      caseId,
      who: { kind: 'new', person: { ...names, birth: { year: 2017, month: 2, day: 1 }, toldAge: null, document } },
      part: { role: 'child', bond: 'child', livesWithUser: true },
    });
    const file = { name: 'foto.jpg', bytes: await jpgOf({ width: 360, height: 260 }) };
    await addFile(lawyer, caseId, { ...file, facts: { description: 'Partida de Nino Pequeño' } });
    const [filing] = (await lawyer.listPresenting({ caseId })).filings;
    if (filing === undefined) throw new Error('no writ');
    await drawInWindow(centre, 'legal', <BundlePanel caseId={caseId} filing={filing} />);
    await userEvent.click(await screen.findByRole('checkbox', { name: /Partida de Nino/ }));
    screen.getByText(/El directorio no dice cuánto recibe esta mesa de partes/);
    const title = screen.getByRole('textbox', { name: 'Título en la carátula del anexo 1-A' });
    expect(title).toHaveProperty('value', 'Partida de Nino Pequeño');
    await userEvent.click(screen.getByRole('button', { name: 'Armar el PDF' }));
    await screen.findByText(/dato en reserva en el título/);
    expect(title.getAttribute('aria-invalid')).toBe('true');
    await userEvent.clear(title);
    await userEvent.type(title, 'Partida de N. P.');
    await userEvent.click(screen.getByRole('button', { name: 'Armar el PDF' }));
    await screen.findByRole('button', { name: 'Guardar el PDF armado' });
  });
});

describe('an electronic desk', () => {
  it('says at the annex that weighs most how much it is, makes nothing, and names the file once it fits', async () => {
    const { centre, caseId, lawyer } = await issued();
    const pictures = [260, 900];
    for (const [at, width] of pictures.entries()) {
      const file = { name: `foto-${at}.jpg`, bytes: await jpgOf({ width, height: width }) };
      await addFile(lawyer, caseId, { ...file, facts: { description: `Fotografía ${at + 1}` } });
    }
    await lawyer.keepOffice({
      id: null,
      version: null,
      form: {
        ...anOffice({ name: 'Juzgado de Familia de Villa Inventada', districtCode: null }),
        ...{ sizeLimitMb: 20, takesOneFile: true, fileNamePattern: 'mp-escrito-{escrito}' },
      },
    });
    const [filing] = (await lawyer.listPresenting({ caseId })).filings;
    if (filing === undefined) throw new Error('no writ');
    await drawInWindow(centre, 'legal', <BundlePanel caseId={caseId} filing={{ ...filing, limitMb: 0.05 }} />);
    for (const name of ['Fotografía 1', 'Fotografía 2'])
      await userEvent.click(await screen.findByRole('checkbox', { name: new RegExp(name) }));
    screen.getByText(/Mesa de partes electrónica: recibe un solo PDF/);
    await userEvent.click(screen.getByRole('button', { name: 'Armar el PDF' }));
    const words = await screen.findByText(/^El PDF pesa .* hasta 0\.1 MB\. Este es el anexo que más pesa/);
    const title = screen.getByRole('textbox', { name: 'Título en la carátula del anexo 1-B' });
    expect(title.getAttribute('aria-describedby')).toContain(words.id);
    expect(screen.queryByRole('button', { name: 'Guardar el PDF armado' })).toBeNull();
    cleanup();
    await drawInWindow(centre, 'legal', <BundlePanel caseId={caseId} filing={filing} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Armar el PDF' }));
    await screen.findByText(/mp-escrito-1\.pdf, 0\.\d MB/);
  });
});
