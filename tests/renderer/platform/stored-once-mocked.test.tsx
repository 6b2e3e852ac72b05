// @vitest-environment happy-dom
/** Pressing again after a lost answer stores once, and so does pressing twice; over a real centre. */
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import type { ReactNode } from 'react';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dialogSaver } from '../../../src/main/platform/saving.ts';
import { ChangeRolesScreen } from '../../../src/renderer/access/screens/change-roles-screen.tsx';
import { ProposeStaffScreen } from '../../../src/renderer/access/screens/propose-staff-screen.tsx';
import { AddFilePanel } from '../../../src/renderer/attachments/add-file-panel.tsx';
import { TakeOriginal } from '../../../src/renderer/attachments/take-original.tsx';
import { ConfirmStep } from '../../../src/renderer/centre/first-run/confirm-step.tsx';
import { StaffStep } from '../../../src/renderer/centre/first-run/staff-step.tsx';
import { CentreSettings } from '../../../src/renderer/centre/forms/centre-settings.tsx';
import { CargosScreen } from '../../../src/renderer/filings/presenting-today-screen.tsx';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Call, Envelope } from '../../../src/shared/platform/contract.ts';
import { issued } from '../../services/filings/a-presentation.ts';
import { pngOf } from '../../support/files.ts';
import { foundingCentre } from '../../support/founding-centre.ts';
import { losingAnswers } from '../../support/losing-answers.ts';
import { addFile } from '../../support/send-file.ts';
import {
  clientOf,
  closeCentres,
  passphrase,
  startCentre,
  type Login,
  type TestCentre,
} from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { drawInWindow } from '../../support/window.tsx';

// Where the person is taken afterwards is a matter of the router, which is not drawn here.
vi.mock('../../../src/renderer/platform/routes.ts', async (load) => ({
  ...(await load<object>()),
  useGo: () => () => undefined,
}));

afterEach(async () => {
  cleanup();
  await closeCentres();
  removeFolders();
});

const nothing = () => undefined;
const user = userEvent.setup();

type Scene = {
  readonly centre: TestCentre;
  readonly login: Login;
  readonly part: ReactNode;
  /** Fills in what is to be sent. */
  readonly fill: () => Promise<unknown>;
  readonly button: string | RegExp;
  /** How often it is stored. */
  readonly stored: () => Promise<number>;
};

const textBox = (name: string | RegExp) => screen.findByRole('textbox', { name });

async function addingAFile(): Promise<Scene> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  return {
    ...{ centre, login: 'legal', button: 'Guardar archivo' },
    part: <AddFilePanel caseId={caseId} areas={['common']} start={{ kind: 'other', description: 'Nota inventada' }} />,
    fill: () => user.upload(screen.getByLabelText('Elegir archivo…', { selector: 'input' }), aNote()),
    // What came twice would stand twice in the chain of custody of the one file.
    stored: async () => {
      const { attachments } = await lawyer.listAttachments({ caseId });
      const views = attachments.map(({ id }) => lawyer.viewAttachment({ caseId, attachmentId: id }));
      return (await Promise.all(views))
        .flatMap(({ custody }) => custody)
        .filter(({ kind }) => kind.startsWith('received')).length;
    },
  };
}

const aNote = () => new File(['Nota inventada'], 'nota.txt', { type: 'text/plain' });

async function takingAnOriginal(): Promise<Scene> {
  const path = join(newFolder(), 'nota.txt');
  const dialogs = { saveFile: () => Promise.resolve(path), chooseFolder: () => Promise.resolve(null) };
  const centre = await startCentre({ ports: { saver: dialogSaver(dialogs) } });
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const { attachment } = await addFile(lawyer, caseId, { name: 'nota.txt', bytes: Buffer.from('Nota inventada') });
  const target = { caseId, attachmentId: attachment.id };
  const again = { password: passphrase };
  const { proposalId } = await lawyer.proposeAttachmentExport({ ...target, reason: 'prosecutor', words: null }, again);
  await (await centre.as('psico')).approveAttachmentExport({ proposalId }, again);
  return {
    ...{ centre, login: 'legal', button: 'Guardar el original', fill: () => Promise.resolve() },
    part: <TakeOriginal {...target} onDone={nothing} />,
    stored: async () => (await lawyer.viewAttachment(target)).custody.filter(({ kind }) => kind === 'exported').length,
  };
}

async function presenting(): Promise<Scene> {
  const { centre, caseId, lawyer } = await issued();
  return {
    ...{ centre, login: 'legal', part: <CargosScreen />, button: /^Guardar esta fila/ },
    fill: fillCargo,
    stored: async () =>
      (await lawyer.listPresenting({ caseId })).filings.filter(({ presentation }) => presentation !== null).length,
  };
}

async function fillCargo() {
  const type = async (name: string, text: string) => {
    const box = await textBox(name);
    await user.clear(box);
    await user.type(box, text);
  };
  await type('Fecha', '10/06/2026');
  await type('Hora', '08:30');
  await user.type(await screen.findByLabelText('Mesa de partes'), 'Juzgado de Familia de Villa Inventada');
  await type('N.º de ingreso', '4521-2026');
  await type('Folios', '8');
}

async function changingRoles(): Promise<Scene> {
  const centre = await startCentre();
  const coordinator = await centre.as('coordina');
  const member = (await coordinator.listStaff({})).staff.find(({ login }) => login === 'psico');
  if (member === undefined) throw new Error('no such person');
  return {
    ...{ centre, login: 'coordina', button: 'Proponer' },
    part: <ChangeRolesScreen params={{ staffId: member.id }} />,
    fill: async () => user.click(await screen.findByRole('checkbox', { name: 'Trabajo social' })),
    stored: async () => (await coordinator.listProposals({})).proposals.length,
  };
}

async function fillStaff() {
  await user.type(await textBox('Nombres y apellidos'), 'Nora Inventada Nueva');
  await user.type(await textBox('Usuario'), 'nora');
  await user.click(screen.getByRole('checkbox', { name: 'Admisión' }));
}

async function proposingStaff(): Promise<Scene> {
  const centre = await startCentre();
  const coordinator = await centre.as('coordina');
  return {
    ...{ centre, login: 'coordina', part: <ProposeStaffScreen />, fill: fillStaff, button: 'Proponer' },
    stored: async () => (await coordinator.listProposals({})).proposals.length,
  };
}

async function confirmingTheKey(): Promise<Scene> {
  const { centre, founded } = await foundingCentre();
  const client = await centre.as('coordina');
  const { asked, recoveryKey } = founded;
  return {
    ...{ centre, login: 'coordina', button: 'Comprobar y terminar' },
    part: <ConfirmStep founded={founded} practice onBack={nothing} onDone={nothing} />,
    fill: async () => {
      for (const at of asked) await user.type(await textBox(`Grupo ${at}`), recoveryKey[at - 1] ?? '');
    },
    stored: async () => ((await client.getStatus({})).phase === 'ready' ? 1 : 0),
  };
}

async function addingFirstStaff(): Promise<Scene> {
  const { centre } = await foundingCentre();
  const client = await centre.as('coordina');
  return {
    ...{ centre, login: 'coordina', button: 'Agregar al personal' },
    part: <StaffStep practice onBack={nothing} onNext={nothing} />,
    fill: async () => {
      await user.click(await screen.findByRole('button', { name: 'Agregar persona' }));
      await fillStaff();
      await user.type(screen.getByLabelText(/^Contraseña/), passphrase);
    },
    stored: async () => (await client.listStaff({})).staff.length - 1,
  };
}

async function namingTheCentre(): Promise<Scene> {
  const centre = await startCentre();
  const coordinator = await centre.as('coordina');
  const before = (await coordinator.getCentre({})).version;
  return {
    ...{ centre, login: 'coordina', part: <CentreSettings />, button: 'Guardar cambios' },
    fill: async () => user.type(await textBox('Domicilio procesal'), ', piso 2'),
    stored: async () => (await coordinator.getCentre({})).version - before,
  };
}

const scenes: readonly (readonly [string, keyof Contract, () => Promise<Scene>])[] = [
  ['a file in its case', 'addAttachment', addingAFile],
  ['an original handed out', 'takeAttachmentOriginal', takingAnOriginal],
  ['a writ presented', 'presentFiling', presenting],
  ['a change of roles proposed', 'proposeStaffChange', changingRoles],
  ['new staff proposed', 'proposeStaffChange', proposingStaff],
  ['the key on paper confirmed', 'confirmRecoveryKey', confirmingTheKey],
  ['the first staff', 'addFirstStaff', addingFirstStaff],
  ['the names of the centre', 'changeCentre', namingTheCentre],
];

describe.each(scenes)('%s', (_name, procedure, begin) => {
  it('is stored once by pressing again after two lost answers', async () => {
    const scene = await begin();
    const losing = losingAnswers(scene.centre, procedure);
    await drawInWindow(losing.centre, scene.login, scene.part);
    await scene.fill();
    for (const times of [1, 2, 3]) {
      const button = await screen.findByRole('button', { name: scene.button });
      await waitFor(() => {
        expect(button.getAttribute('aria-disabled')).not.toBe('true');
      });
      await user.click(button);
      await waitFor(() => {
        expect(losing.keys).toHaveLength(times);
      });
      if (times < 3) await screen.findByText(/No hubo respuesta|no responde/i);
    }
    expect(new Set(losing.keys).size).toBe(1);
    await waitFor(() => {
      expect(screen.queryByText(/No hubo respuesta|no responde/i)).toBeNull();
    });
    expect(await scene.stored()).toBe(1);
  });

  it('is stored once by pressing twice', async () => {
    const scene = await begin();
    const losing = losingAnswers(scene.centre, procedure, 0);
    await drawInWindow(losing.centre, scene.login, scene.part);
    await scene.fill();
    const button = await screen.findByRole('button', { name: scene.button });
    button.click();
    button.click();
    await waitFor(async () => {
      expect(await scene.stored()).toBe(1);
    });
    await waitFor(() => {
      const again = screen.queryByRole('button', { name: scene.button });
      expect(again?.getAttribute('aria-disabled') ?? 'false').toBe('false');
    });
    expect(losing.keys).toHaveLength(1);
  });
});

describe('the scan of a cargo', () => {
  const choose = async () => {
    const input = await screen.findByLabelText(/^Archivo del cargo/, { selector: 'input' });
    await user.upload(input, new File([new Uint8Array(await pngOf())], 'cargo.png', { type: 'image/png' }));
  };

  it('is kept once, chosen again after a lost answer', async () => {
    const { centre, caseId, lawyer } = await issued();
    const losing = losingAnswers(centre, 'addAttachment', 1);
    await drawInWindow(losing.centre, 'legal', <CargosScreen />);
    await choose();
    await screen.findByText(/No hubo respuesta|no responde/i);
    await choose();
    await screen.findByText('Con escaneo');
    expect((await lawyer.listAttachments({ caseId })).attachments).toHaveLength(1);
  });

  it('leaves alone what was typed while it was on its way', async () => {
    const { centre } = await issued();
    const { token } = await centre.sessionOf('legal');
    const typed = Promise.withResolvers<null>();
    const invoke = async (call: Call): Promise<Envelope> => {
      if (call.procedure === 'addAttachment') await typed.promise;
      return centre.application.invoke(call);
    };
    const as = () => Promise.resolve(clientOf({ invoke }, () => token));
    await drawInWindow({ ...centre, as }, 'legal', <CargosScreen />);
    await choose();
    await user.type(await textBox('N.º de ingreso'), '77-2026');
    typed.resolve(null);
    await screen.findByText('Con escaneo');
    expect(await textBox('N.º de ingreso')).toHaveProperty('value', '77-2026');
  });
});
