/** Whether a drive can be pulled out, by what Windows says of it: a letter says nothing. */
import { runProgram, type RunProgram } from '../system-program.ts';

/** MSFT_Disk.BusType: 1394, USB, SD card, MMC. A number, since words are translated. */
const pulledOut = new Set(['4', '7', '12', '13']);
/** Unknown, and a file that poses as a disk and may lie anywhere. */
const unclear = new Set(['0', '15']);

/**
 * @param answer a line with the name of System.IO.DriveType, then one with the number of the bus, which may be missing
 * @returns null when the answer does not say
 */
export function readsAsRemovable(answer: string): boolean | null {
  const [type = '', bus = ''] = answer
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (['Removable', 'CDRom', 'Ram'].includes(type)) return true;
  if (type !== 'Fixed' || !/^\d+$/.test(bus) || unclear.has(bus)) return null;
  return pulledOut.has(bus);
}

function questionOf(letter: string): string {
  const bus = `(Get-Partition -DriveLetter ${letter} | Get-Disk).CimInstanceProperties['BusType'].Value`;
  // A stick without partitions has a type all the same: the second question may fail.
  return `[System.IO.DriveInfo]::new('${letter}').DriveType.ToString(); ${bus}; exit 0`;
}

type DriveKindParts = {
  readonly run: RunProgram;
  /** `C:`; the drive of the system is not asked about. */
  readonly systemDrive: string;
};

/** Asks once for each drive: PowerShell takes a second. */
export class DriveKinds {
  readonly #parts: DriveKindParts;
  readonly #known = new Map<string, Promise<boolean | null>>();

  constructor(parts: DriveKindParts) {
    this.#parts = parts;
  }

  /** Null when Windows does not say. */
  isRemovable(path: string): Promise<boolean | null> {
    const letter = /^(?:\\\\[?.]\\)?([A-Za-z]):/.exec(path)?.[1]?.toUpperCase();
    if (letter === undefined) return Promise.resolve(null);
    if (`${letter}:` === this.#parts.systemDrive.toUpperCase()) return Promise.resolve(false);
    const known = this.#known.get(letter) ?? this.#ask(letter);
    this.#known.set(letter, known);
    return known;
  }

  async #ask(letter: string): Promise<boolean | null> {
    try {
      const args = ['-NoProfile', '-NonInteractive', '-Command', questionOf(letter)];
      const answer = readsAsRemovable(await this.#parts.run('powershell', args));
      if (answer === null) this.#known.delete(letter);
      return answer;
    } catch {
      this.#known.delete(letter);
      return null;
    }
  }
}

const ofThisComputer = new DriveKinds({ run: runProgram, systemDrive: process.env['SystemDrive'] ?? 'C:' });

/** Null when the system does not say. Gets an absolute path with links resolved. */
export function isRemovable(path: string): Promise<boolean | null> {
  if (process.platform === 'win32') return ofThisComputer.isRemovable(path);
  return Promise.resolve(/^\/(?:media|run\/media|mnt|Volumes)\//.test(path));
}
