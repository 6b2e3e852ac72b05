// @vitest-environment happy-dom
/** Pressing again after two lost answers stores once, wherever it is pressed (D33); over a real centre. */
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AddSupplement } from '../../../src/renderer/care/add-supplement.tsx';
import { offices } from '../../../src/renderer/directory/index.ts';
import { KeptForm } from '../../../src/renderer/record/index.ts';
import { BundlePanel } from '../../../src/renderer/filings/presenting-bundle-panel.tsx';
import { IncidentDialog } from '../../../src/renderer/privacy/dialogs.tsx';
import { ArrivalForm } from '../../../src/renderer/intake/forms/arrival-form.tsx';
import { blankArrival, type ArrivalValues } from '../../../src/renderer/intake/forms/arrival-values.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import type { Call, Envelope } from '../../../src/shared/platform/contract.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { AfterNotice } from '../../../src/renderer/platform/aftermath.tsx';
import { losingAnswers, type Losing } from '../../support/losing-answers.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { drawInWindow } from '../../support/window.tsx';

// Where the person is taken afterwards is a matter of the router, which is not drawn here.
vi.mock('../../../src/renderer/platform/routes.ts', async (load) => ({
  ...(await load<object>()),
  useGo: () => () => undefined,
}));

afterEach(async () => {
  cleanup();
  await closeCentres();
});

/** Presses the button until the answer comes: twice in vain, the third time it is done. */
async function pressThrice({ keys }: Losing, button: string) {
  const user = userEvent.setup();
  for (const times of [1, 2, 3]) {
    await waitFor(() => {
      expect(screen.getByRole('button', { name: button }).getAttribute('aria-disabled')).not.toBe('true');
    });
    await user.click(screen.getByRole('button', { name: button }));
    await waitFor(() => {
      expect(keys).toHaveLength(times);
    });
  }
  expect(new Set(keys).size).toBe(1);
}

async function aWrit() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const { options } = await lawyer.startFiling({ caseId, kind: 4 });
  await lawyer.issueFiling({ caseId, kind: 4, options, missingReason: 'urgency' });
  const [filing] = (await lawyer.listPresenting({ caseId })).filings;
  if (filing === undefined) throw new Error('no writ');
  return { centre, caseId, lawyer, filing };
}

describe('two lost answers in a row', () => {
  it('keep one authority in the directory', async () => {
    const centre = await startCentre();
    const losing = losingAnswers(centre, 'keepOffice');
    const onKept = vi.fn();
    await drawInWindow(
      losing.centre,
      'legal',
      <KeptForm of={offices} record={null} start={{ kind: 'familyCourt' }} onKept={onKept} />,
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Nombre de la oficina' }), 'Juzgado Inventado');
    await pressThrice(losing, 'Agregar al directorio');
    await waitFor(() => {
      expect(onKept).toHaveBeenCalledTimes(1);
    });
    expect((await (await centre.as('legal')).listOffices({})).records).toHaveLength(1);
  });

  it('make one bundle', async () => {
    const { centre, caseId, filing } = await aWrit();
    const losing = losingAnswers(centre, 'assembleFiling');
    await drawInWindow(losing.centre, 'legal', <BundlePanel caseId={caseId} filing={filing} />);
    await screen.findByText('Un solo PDF con los anexos');
    await pressThrice(losing, 'Armar el PDF');
    await screen.findByRole('button', { name: 'Guardar el PDF armado' });
  });

  it('release one copy of a bundle', async () => {
    const { centre, caseId, filing } = await aWrit();
    const losing = losingAnswers(centre, 'releaseBundle');
    await drawInWindow(losing.centre, 'legal', <BundlePanel caseId={caseId} filing={filing} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Armar el PDF' }));
    await screen.findByRole('button', { name: 'Imprimir' });
    await pressThrice(losing, 'Imprimir');
  });

  it('add one supplement to an account', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const losing = losingAnswers(centre, 'addAccountSupplement');
    await drawInWindow(losing.centre, 'psico', <AddSupplement caseId={caseId} />);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Nueva ampliación' }), 'Recordó otro hecho.');
    await pressThrice(losing, 'Agregar ampliación');
    const { supplements } = await (await centre.as('psico')).getAccount({ caseId });
    expect(supplements).toHaveLength(1);
  });

  it('record one incident in a dialog', async () => {
    const centre = await startCentre();
    const losing = losingAnswers(centre, 'recordDataIncident');
    const onDone = vi.fn();
    await drawInWindow(losing.centre, 'coordina', <IncidentDialog onDone={onDone} />);
    const day = await screen.findByRole('textbox', { name: 'Día en que se conoció' });
    await userEvent.clear(day);
    await userEvent.type(day, '09/06/2026');
    await userEvent.type(screen.getByRole('textbox', { name: 'Hora' }), '08:30');
    await userEvent.type(screen.getByRole('textbox', { name: 'Qué pasó' }), 'Se perdió un oficio.');
    await pressThrice(losing, 'Registrar');
    await waitFor(() => {
      expect(onDone).toHaveBeenCalledTimes(1);
    });
    expect((await (await centre.as('coordina')).listDataIncidents({})).incidents).toHaveLength(1);
  });

  it('open one ficha of the woman at the desk', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    const { draftId } = await desk.openDraft({ form: 'section-a', caseId: null });
    const losing = losingAnswers(centre, 'openCase');
    const typed: ArrivalValues = {
      ...blankArrival(arrivalId, centre.clock.now()),
      ...{ admission, user: aUser(), aggressor: anAggressor() },
      ...{ userLink: { kind: 'new' as const }, aggressorLink: { kind: 'new' as const } },
    };
    await drawInWindow(losing.centre, 'admision', <ArrivalForm start={typed} draftId={draftId} today="2026-06-10" />);
    await pressThrice(losing, 'Registrar ficha');
    expect((await desk.listMyCases({})).cases).toHaveLength(1);
  });
});

describe('what is changed after a lost answer', () => {
  it('is said not to be stored yet, and is stored by pressing again', async () => {
    const centre = await startCentre();
    const losing = losingAnswers(centre, 'keepOffice', 1);
    const onKept = vi.fn();
    await drawInWindow(
      losing.centre,
      'legal',
      <KeptForm of={offices} record={null} start={{ kind: 'familyCourt' }} onKept={onKept} />,
    );
    const user = userEvent.setup();
    const office = screen.getByRole('textbox', { name: 'Nombre de la oficina' });
    const press = async (times: number) => {
      await user.click(screen.getByRole('button', { name: 'Agregar al directorio' }));
      await waitFor(() => {
        expect(losing.keys).toHaveLength(times);
      });
    };
    await user.type(office, 'Juzgado Inventado');
    await press(1);
    await screen.findByText(/No hubo respuesta|no responde/i);
    await user.type(office, ' Segundo');
    await press(2);
    const words = await screen.findByText(/^Lo que envió antes sí se guardó\./);
    // The keyboard goes on from the words.
    await waitFor(() => {
      expect(document.activeElement?.contains(words)).toBe(true);
    });
    await press(3);
    await waitFor(() => {
      expect(onKept).toHaveBeenCalledTimes(1);
    });
    const { records } = await (await centre.as('legal')).listOffices({});
    expect(records.map(({ name }) => name).sort()).toEqual(['Juzgado Inventado', 'Juzgado Inventado Segundo']);
    expect(losing.keys[1]).toBe(losing.keys[0]);
    expect(losing.keys[2]).not.toBe(losing.keys[0]);
  });

  it.each([
    ['unexpected', null],
    ['storage', 'busy'],
    ['locked', null],
  ] as const)('keeps the key after %s', async (...lostAs) => {
    const centre = await startCentre();
    const losing = losingAnswers(centre, 'keepOffice', 2, lostAs);
    await drawInWindow(
      losing.centre,
      'legal',
      <KeptForm of={offices} record={null} start={{ kind: 'familyCourt' }} onKept={() => undefined} />,
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Nombre de la oficina' }), 'Juzgado Inventado');
    await pressThrice(losing, 'Agregar al directorio');
  });
});

describe('an act', () => {
  it('refuses a second press while the first one runs', async () => {
    const centre = await startCentre();
    const losing = losingAnswers(centre, 'keepOffice', 0);
    const onKept = vi.fn();
    await drawInWindow(
      losing.centre,
      'legal',
      <KeptForm of={offices} record={null} start={{ kind: 'familyCourt' }} onKept={onKept} />,
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Nombre de la oficina' }), 'Juzgado Inventado');
    const button = screen.getByRole('button', { name: 'Agregar al directorio' });
    button.click();
    button.click();
    await waitFor(() => {
      expect(onKept).toHaveBeenCalledTimes(1);
    });
    expect(losing.keys).toHaveLength(1);
  });

  it('that is stored although what follows it failed says so, and is over', async () => {
    const centre = await startCentre();
    const { token } = await centre.sessionOf('legal');
    const invoke = async (call: Call): Promise<Envelope> => {
      const answer = await centre.application.invoke(call);
      if (!answer.ok || call.procedure !== 'keepOffice') return answer;
      return { ...answer, after: fail('storage', 'printer-unavailable').failure };
    };
    const as = () =>
      Promise.resolve(makeClient(contract, { invoke }, { token: () => token, newKey: () => crypto.randomUUID() }));
    const onKept = vi.fn();
    await drawInWindow(
      { ...centre, as },
      'legal',
      <>
        <AfterNotice />
        <KeptForm of={offices} record={null} start={{ kind: 'familyCourt' }} onKept={onKept} />
      </>,
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Nombre de la oficina' }), 'Juzgado Inventado');
    await userEvent.click(screen.getByRole('button', { name: 'Agregar al directorio' }));
    await screen.findByText(/^Se guardó\. Pero lo que seguía no se pudo hacer: Aquí no hay impresora/);
    expect(onKept).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Entendido' }));
    expect(screen.queryByText(/^Se guardó/)).toBeNull();
  });
});
