/** Programs of Windows itself, run from their own folder: a folder of PATH may hold one of the same name. */
import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { promisify } from 'node:util';

const patience = 10_000;

const names = {
  icacls: 'icacls.exe',
  net: 'net.exe',
  reg: 'reg.exe',
  powershell: 'WindowsPowerShell\\v1.0\\powershell.exe',
} as const;
type SystemProgram = keyof typeof names;

/** Answers standard output, one letter a byte: its code page is not known. Rejects with `code`: the exit code as a number, or what kept it from running as a word. */
export type RunProgram = (program: SystemProgram, args: readonly string[]) => Promise<string>;

export function systemProgramPath(program: SystemProgram, systemRoot = process.env['SystemRoot']): string {
  return win32.join(systemRoot ?? 'C:\\Windows', 'System32', names[program]);
}

export const runProgram: RunProgram = async (program, args) => {
  const options = { encoding: 'latin1', timeout: patience, windowsHide: true } as const;
  return (await promisify(execFile)(systemProgramPath(program), [...args], options)).stdout;
};

/** Whether the program ran and said no, as against not having run at all. */
export function hasSaidNo(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}
