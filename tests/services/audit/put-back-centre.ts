/** An older state of a record in the place of the newer one, as somebody puts it there, opened with the check of the start. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication, type Application } from '../../../src/main/application.ts';
import { contract, type Contract } from '../../../src/shared/contract.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import type { Client, HostEvent } from '../../../src/shared/platform/contract.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  cheapKdfPolicy,
  clientOf,
  passphrase,
  startCentre,
  testPorts,
  type Login,
} from '../../support/start-application.ts';

const folders: string[] = [];
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'registro-put-back-'));
  folders.push(folder);
  return folder;
}

/** For `afterAll`. */
export function removePutBack(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

type Opened = {
  readonly application: Application;
  /** The first event of trouble. */
  readonly told: Promise<HostEvent>;
  /** The check of the start has ended, whatever it found. */
  readonly checked: Promise<void>;
  readonly as: (login: Login) => Promise<Client<Contract>>;
  /** The newest session, every press under this key. */
  readonly again: (key: string) => Client<Contract>;
};

/** Opens the folder with the check of the start at once, and waits for what it tells, if anything. */
export async function opened(folder: string): Promise<Opened> {
  let tellChecked: () => void = () => undefined;
  const checked = new Promise<void>((resolve) => {
    tellChecked = resolve;
  });
  const application = await createApplication({
    dataFolder: folder,
    host: 'direct',
    ports: testPorts(fixedClock('2026-06-11T14:00:00.000Z')),
    kdfPolicy: cheapKdfPolicy,
    startCheckAfterMs: 0,
    startChecked: () => {
      tellChecked();
    },
  });
  const told = new Promise<HostEvent>((resolve) => {
    application.subscribe((event) => {
      if (event.kind === 'changed' && event.topic === 'troubles') resolve(event);
    });
  });
  let newest: string | null = null;
  const as = async (login: Login) => {
    const { token } = await clientOf(application, () => null).signIn({ login, password: passphrase });
    newest = token;
    return clientOf(application, () => token);
  };
  const again = (key: string) => makeClient(contract, application, { token: () => newest, newKey: () => key });
  return { application, told, checked, as, again };
}

type OldAndNew = {
  /** The folder as it was. */
  readonly old: string;
  readonly folder: string;
  /** The newer folder with the older database in it: its marks know more. */
  readonly putBack: string;
  readonly copies: string;
};

/** Work, a state of the folder kept aside, more work (a case, or few entries) with a copy of it outside. */
export async function oldAndNew(withCopy: boolean, more: 'case' | 'few' = 'case'): Promise<OldAndNew> {
  const centre = await startCentre();
  await centre.aCase();
  const coordinator = await centre.as('coordina');
  const copies = newFolder();
  if (withCopy) await coordinator.chooseCopyFolder({ folder: copies });
  await centre.application.close();
  const old = newFolder();
  cpSync(centre.folder, old, { recursive: true });
  const later = await centre.restart();
  if (more === 'case') await later.aCase({ user: { document: { kind: 'dni', state: 'known', number: '10000008' } } });
  else await (await later.as('coordina')).listOwnAudit({ before: null });
  await later.application.close();
  const folder = newFolder();
  cpSync(later.folder, folder, { recursive: true });
  const putBack = newFolder();
  cpSync(folder, putBack, { recursive: true });
  for (const name of readdirSync(putBack).filter((one) => /^registro.*\.db/.test(one))) rmSync(join(putBack, name));
  for (const name of readdirSync(old).filter((one) => /^registro.*\.db/.test(one)))
    cpSync(join(old, name), join(putBack, name));
  return { old, folder, putBack, copies };
}

export function noMarks(folder: string): void {
  for (const name of ['mark.a', 'mark.b']) rmSync(join(folder, name), { force: true });
}
