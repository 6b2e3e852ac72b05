/** What a host gives the application. Electron, a plain Node process and tests each have their own. */
import type { SteadyClock } from '../../shared/platform/clock.ts';
import type { LeavingName } from '../../shared/platform/file-names.ts';
import type { DriveTable } from './storage/paths.ts';

export interface FileDialogs {
  /** Path chosen by the person, null when cancelled. The name carries no personal data. */
  saveFile(suggestedName: LeavingName): Promise<string | null>;
  chooseFolder(): Promise<string | null>;
}

export type PrinterInfo = { readonly name: string; readonly isDefault: boolean };

export type SheetSize = 'A4' | 'A6';

export interface Printer {
  /** Printers of this computer, network ones included; empty where the host has none. */
  list(): Promise<readonly PrinterInfo[]>;
  /**
   * Prints one PDF held in memory, on one side of A4 unless told; no temporary file. Throws when nothing was handed to
   * the printer of that name.
   */
  print(bytes: Uint8Array, printer: string, bothSides?: boolean, size?: SheetSize): Promise<void>;
}

/** `removable`: a stick or another drive. `allowed`: outside this computer, where Coordinación lets files be saved. */
export type SavedPlace = 'computer' | 'removable' | 'allowed';
export type SavedFile = { readonly path: string; readonly place: SavedPlace };

/** Where a file may be saved. */
export type PlaceRule = {
  /** What place a chosen path of this computer is. Throws where nothing may be saved. */
  judge(path: string): Promise<SavedPlace>;
  /** Folders outside the computers of the centre where Coordinación lets files be saved. */
  allowed(): Promise<ReadonlySet<string>>;
};

export interface FileSaver {
  /** Writes a file where the person asks, or hands its bytes back where the host has no dialog. Throws on cancel. */
  save(suggestedName: LeavingName, bytes: Uint8Array, rule: PlaceRule): Promise<SavedFile | 'handed-back'>;
}

/** Saving with the judgement of places already known. */
export type Saving = { save(suggestedName: LeavingName, bytes: Uint8Array): Promise<SavedFile | 'handed-back'> };

export interface TextClipboard {
  /** Puts the text there; `clearAfter` ms later it is taken out again, unless something else was put there since. */
  write(text: string, clearAfter: number | null): void;
  /** Takes out at once what still waits for its time; what something else put there stays. */
  clearHeld(): void;
}

/** Locks of the screen and sleep of the computer. Each function returns the one that ends the subscription. */
export interface SystemEvents {
  onLock(listener: () => void): () => void;
  onSuspend(listener: () => void): () => void;
}

/** Ways a paper leaves the application. */
export type CopyPorts = { readonly printer: Printer; readonly saver: Saving };

export type ApplicationPorts = {
  readonly printer: Printer;
  readonly saver: FileSaver;
  readonly clock: SteadyClock;
  readonly drives: DriveTable;
  /** Null where the host has no window to ask from. */
  readonly dialogs: FileDialogs | null;
  /** Null where the page itself has to do it. */
  readonly clipboard: TextClipboard | null;
};
