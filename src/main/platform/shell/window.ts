/** The one factory of windows. */
import { join } from 'node:path';
import { BrowserWindow, Menu, session } from 'electron';
import { serveBundle } from './bundle.ts';
import { guardContents, guardSession, openOnly } from './guards.ts';
import { publicAddress, scheme, startAddress } from './origin.ts';
import { publicWindowOptions, windowOptions } from './window-options.ts';

/** Makes the guarded window; nothing is loaded until `load`, so that the channel is connected first. */
export async function createWindow(outFolder: string): Promise<{ window: BrowserWindow; load: () => Promise<void> }> {
  // Without `persist:` the partition lives in memory only.
  const pages = session.fromPartition('registro', { cache: false });
  guardSession(pages);
  pages.protocol.handle(scheme, await serveBundle(join(outFolder, 'renderer')));
  Menu.setApplicationMenu(null);
  const window = new BrowserWindow(windowOptions(join(outFolder, 'preload', 'index.cjs'), pages));
  guardContents(window.webContents);
  openOnly(window, publicAddress, publicWindowOptions(pages));
  // Keeps the screen out of Recall, screenshots and remote viewers, where Windows allows.
  if (process.platform === 'win32') window.setContentProtection(true);
  window.once('ready-to-show', () => {
    window.show();
  });
  return { window, load: () => window.loadURL(startAddress) };
}
