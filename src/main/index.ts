/** Electron entry: ports + application + shell. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Application } from './application.ts';
import { folderWithoutRecord, IncidentLog } from './platform/incident-log.ts';
import { dialogSaver } from './platform/saving.ts';
import { connectWindow, lockWithScreen } from './platform/shell/channel.ts';
import { electronClipboard, electronDialogs, electronSystemEvents } from './platform/shell/ports.ts';
import { electronPrinter } from './platform/shell/printing.ts';
import { begin } from './platform/shell/start.ts';
import { watchPage } from './platform/shell/watch-page.ts';
import { createWindow } from './platform/shell/window.ts';

let current: BrowserWindow | null = null;
let open: Application | null = null;

const early = new IncidentLog(folderWithoutRecord, { now: () => Date.now() });
const record = (error: unknown, operation: string) =>
  open === null ? early.record(error, operation) : open.recordIncident(error, operation);

async function start(): Promise<void> {
  await app.whenReady();
  // What needs the native modules is loaded here: one that is missing must still be told.
  const { createForPlaces } = await import('./computers/this-computer.ts');
  const { noProtector } = await import('./platform/lan/identity.ts');
  const { productKdfPolicy } = await import('./platform/crypto/kdf.ts');
  const { placesOfThisComputer, plainPorts } = await import('./platform/plain-ports.ts');
  const { proveDriver } = await import('./platform/storage/open-database.ts');
  proveDriver();
  const dialogs = electronDialogs(() => current);
  const options = {
    host: 'electron',
    device: hostname(),
    ports: {
      ...plainPorts(),
      dialogs,
      clipboard: electronClipboard(),
      saver: dialogSaver(dialogs),
      printer: electronPrinter(() => current),
    },
    kdfPolicy: productKdfPolicy,
    calibrates: true,
    // Everybody who uses this computer shares the register (D44): the rights of its folder keep the key, not one account.
    lan: { protector: noProtector },
  } as const;
  const application = await createForPlaces(options, placesOfThisComputer(productKdfPolicy));
  open = application;
  const system = electronSystemEvents();
  const lock = () => application.lock('system');
  system.onSuspend(() => void lock());
  const { window, load } = await createWindow(join(import.meta.dirname, '..'));
  current = window;
  connectWindow(application, window);
  system.onLock(() => void lockWithScreen(window, lock));
  const stop = () => void application.close().finally(() => app.exit(1));
  watchPage(window, { lock, record, stop });
  window.on('closed', () => {
    current = null;
    void application.close().finally(() => {
      app.quit();
    });
  });
  await load();
}

begin(start, { args: process.argv.slice(1), current: () => current, record });
