/** From the icon to the window: one process, no switch that weakens it, and words when it cannot open. */
import { app, dialog, protocol, type BrowserWindow } from 'electron';
import { refusedSwitchBox, startTitle } from '../../../shared/platform/start-words.ts';
import { startFailureBox } from '../start-failure.ts';
import { refusedArgument } from '../refused-arguments.ts';
import { scheme } from './origin.ts';

export type StartParts = {
  readonly args: readonly string[];
  /** Null before there is one, and after it was closed. */
  readonly current: () => BrowserWindow | null;
  readonly record: (error: unknown, operation: string) => string;
};

function bringForward(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function refuse(content: string): void {
  dialog.showErrorBox(startTitle, content);
  app.exit(1);
}

export function begin(start: () => Promise<void>, { args, current, record }: StartParts): void {
  // The lock comes first: two processes on one centre's files would lose a record. The other one comes forward.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  const refused = refusedArgument(args);
  if (refused !== null) {
    refuse(refusedSwitchBox(refused));
    return;
  }
  app.enableSandbox();
  // A dump of the memory would hold the record. Electron makes none unless told to; Chromium is told not to as well.
  app.commandLine.appendSwitch('disable-breakpad');
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
  app.on('second-instance', () => {
    bringForward(current());
  });
  start().catch((error: unknown) => {
    refuse(startFailureBox(error, (unknown) => record(unknown, 'start')));
  });
}
