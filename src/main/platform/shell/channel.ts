/** Step 1 of the gate (security design §9.2): only the top frame of our own window is heard. */
import { setTimeout as pause } from 'node:timers/promises';
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { eventChannel, invokeChannel } from '../../../shared/platform/channels.ts';
import type { Envelope, HostEvent } from '../../../shared/platform/contract.ts';
import { isOwnAddress } from './origin.ts';

export type ShellTarget = {
  invoke(call: unknown): Promise<Envelope>;
  subscribe(listener: (event: HostEvent) => void): () => void;
};

const refused: Envelope = { ok: false, failure: { code: 'forbidden', reason: null, issues: [], incident: null } };

/**
 * Ends of a session after which the page is not loaded anew. Taken over from this very window (it was lost and came back):
 * the session that begins here must stand. The keeper was started anew: nobody left the chair, and what she was typing stays
 * in the memory of the page, for her alone, until the next lock.
 */
const stays: ReadonlySet<Extract<HostEvent, { kind: 'locked' }>['why']> = new Set(['taken-over', 'keeper-gone']);

/** Milliseconds. */
const storingTakes = 1000;

/**
 * The screen of the computer was locked: the page stores what stands on it, as it does at F12; then every session ends,
 * whatever the page did.
 */
export async function lockWithScreen(
  window: BrowserWindow,
  lock: () => Promise<void>,
  wait = storingTakes,
): Promise<void> {
  try {
    if (window.isDestroyed() || window.webContents.isCrashed()) return;
    window.webContents.send(eventChannel, { kind: 'lock-near' } satisfies HostEvent);
    await pause(wait);
  } finally {
    await lock();
  }
}

function isOwnWindow(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && event.sender === window.webContents && isOwnAddress(frame.url);
}

/** Connects the window; a lock clears what the page kept and loads it anew, for whoever comes next. */
export function connectWindow(target: ShellTarget, window: BrowserWindow): void {
  ipcMain.handle(invokeChannel, async (event, call: unknown) =>
    isOwnWindow(event, window) ? target.invoke(call) : refused,
  );
  const end = target.subscribe((event) => {
    // A page that died hears nothing; it is loaded anew all the same.
    if (!window.webContents.isCrashed()) window.webContents.send(eventChannel, event);
    if (event.kind === 'locked' && !stays.has(event.why))
      void window.webContents.session.clearStorageData().then(() => window.webContents.reload());
  });
  window.on('closed', () => {
    end();
    ipcMain.removeHandler(invokeChannel);
  });
}
