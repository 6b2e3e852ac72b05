/** Electron's side of the ports: dialogs, printing, lock and sleep. */
import { writeFile } from 'node:fs/promises';
import { dialog, powerMonitor, type BrowserWindow } from 'electron';
import { fail } from '../../../shared/platform/failures.ts';
import type { FileDialogs, FileSaver, Printer, SystemEvents } from '../ports.ts';

/** The window may not exist yet when the application starts. */
type CurrentWindow = () => BrowserWindow | null;

export function electronDialogs(current: CurrentWindow): FileDialogs {
  return {
    saveFile: async (suggestedName) => {
      const window = current();
      if (window === null) return null;
      const answer = await dialog.showSaveDialog(window, {
        defaultPath: suggestedName,
        properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return answer.canceled ? null : answer.filePath;
    },
    chooseFolder: async () => {
      const window = current();
      if (window === null) return null;
      const answer = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'dontAddToRecent'] });
      return answer.filePaths[0] ?? null;
    },
  };
}

export function electronSaver(dialogs: FileDialogs): FileSaver {
  return {
    save: async (suggestedName, bytes) => {
      const path = await dialogs.saveFile(suggestedName);
      if (path === null) throw fail('cancelled');
      try {
        await writeFile(path, bytes);
      } catch {
        throw fail('storage', 'cannot-write');
      }
      return 'written';
    },
  };
}

/** Chromium prints pages, not PDF bytes, and no PDF plug-in runs here: until the spool adapter exists, it refuses. */
export function electronPrinter(): Printer {
  return { print: () => Promise.reject(fail('storage', 'printer-unavailable')) };
}

export function electronSystemEvents(): SystemEvents {
  return {
    onLock: (listener) => {
      powerMonitor.on('lock-screen', listener);
      return () => powerMonitor.off('lock-screen', listener);
    },
    onSuspend: (listener) => {
      powerMonitor.on('suspend', listener);
      return () => powerMonitor.off('suspend', listener);
    },
  };
}
