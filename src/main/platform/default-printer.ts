/** The printer that Windows calls usual. Electron no longer says it (removed with `isDefault` in version 36). */
import { runProgram } from './system-program.ts';

const key = String.raw`HKCU\Software\Microsoft\Windows NT\CurrentVersion\Windows`;

/** `reg.exe` answers in a code page that Node does not know: what is not ASCII compares as one unknown letter each. */
function comparable(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?');
}

/** Name in the answer of `reg.exe query` (`Device  REG_SZ  HP LaserJet,winspool,Ne01:`); null when there is none. */
export function defaultPrinterIn(answer: string): string | null {
  const device = /^\s*Device\s+REG_SZ\s+(.+?)\s*$/m.exec(answer)?.[1];
  const name = device === undefined ? '' : device.split(',').slice(0, -2).join(',');
  return name === '' ? null : name;
}

export function isDefaultPrinter(name: string, usual: string | null): boolean {
  return usual !== null && comparable(name) === comparable(usual);
}

/** Null on other systems and whenever Windows does not say. */
export async function systemDefaultPrinter(): Promise<string | null> {
  if (process.platform !== 'win32') return null;
  try {
    return defaultPrinterIn(await runProgram('reg', ['query', key, '/v', 'Device']));
  } catch {
    return null;
  }
}
