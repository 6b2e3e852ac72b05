/** A page that dies or hangs comes back at the lock screen; its drafts are in the record already. */
import { dialog, type BrowserWindow } from 'electron';
import { pageGoneBox, pageTitle } from '../../../shared/platform/start-words.ts';

/** Milliseconds: how long a hung page may come to itself, and within what time a death follows another «in a row». */
export const pagePatience = { hung: 20_000, inARow: 60_000 } as const;
const mostDeaths = 3;

/** The log names the class; there is no message that could hold anything. */
class PageDied extends Error {}
class PageHung extends Error {}

export type PageParts = {
  /** Ends every session, as a lock of the system does. */
  readonly lock: () => Promise<void>;
  readonly record: (error: unknown, operation: string) => string;
  /** Closes the record and the program. */
  readonly stop: () => void;
};

export function watchPage(window: BrowserWindow, { lock, record, stop }: PageParts): void {
  const { webContents: contents } = window;
  let deaths = 0;
  let lastAt = -Infinity;
  let hung: ReturnType<typeof setTimeout> | undefined;

  contents.on('render-process-gone', (_event, { reason }) => {
    clearTimeout(hung);
    if (reason === 'clean-exit') return;
    const incident = record(new PageDied(), `page.${reason}`);
    const now = performance.now();
    deaths = now - lastAt < pagePatience.inARow ? deaths + 1 : 1;
    lastAt = now;
    const isOver = deaths >= mostDeaths;
    void lock().finally(() => {
      if (isOver) {
        dialog.showErrorBox(pageTitle, pageGoneBox(incident));
        stop();
      } else if (!window.isDestroyed()) contents.reload();
    });
  });
  window.on('unresponsive', () => {
    clearTimeout(hung);
    hung = setTimeout(() => {
      record(new PageHung(), 'page.unresponsive');
      contents.forcefullyCrashRenderer();
    }, pagePatience.hung);
  });
  window.on('responsive', () => {
    clearTimeout(hung);
  });
  window.on('closed', () => {
    clearTimeout(hung);
  });
}
