/** Electron entry: ports + application + shell. */
import { join } from 'node:path';
import { app, protocol, type BrowserWindow } from 'electron';
import { createForPlaces } from './both-places.ts';
import { productKdfPolicy } from './platform/crypto/kdf.ts';
import { placesOfThisComputer, plainPorts } from './platform/plain-ports.ts';
import { dialogSaver } from './platform/saving.ts';
import { refusedArgument } from './platform/shell/arguments.ts';
import { connectWindow } from './platform/shell/channel.ts';
import { scheme } from './platform/shell/origin.ts';
import { electronClipboard, electronDialogs, electronPrinter, electronSystemEvents } from './platform/shell/ports.ts';
import { createWindow } from './platform/shell/window.ts';

let current: BrowserWindow | null = null;

async function start(): Promise<void> {
  await app.whenReady();
  const dialogs = electronDialogs(() => current);
  const options = {
    host: 'electron',
    ports: {
      ...plainPorts(),
      dialogs,
      clipboard: electronClipboard(),
      saver: dialogSaver(dialogs),
      printer: electronPrinter(),
    },
    kdfPolicy: productKdfPolicy,
    calibrates: true,
  } as const;
  const application = await createForPlaces(options, placesOfThisComputer(productKdfPolicy));
  const system = electronSystemEvents();
  system.onLock(() => void application.lockAll('system'));
  system.onSuspend(() => void application.lockAll('system'));
  const { window, load } = await createWindow(join(import.meta.dirname, '..'));
  current = window;
  connectWindow(application, window);
  window.on('closed', () => {
    current = null;
    void application.close().finally(() => {
      app.quit();
    });
  });
  await load();
}

// The lock comes first: two processes on one centre's files would lose a record.
if (!app.requestSingleInstanceLock() || refusedArgument(process.argv.slice(1)) !== null) {
  app.exit(1);
} else {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
  app.on('second-instance', () => current?.focus());
  start().catch(() => {
    app.exit(1);
  });
}
