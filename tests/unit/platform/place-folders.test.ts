/** Where the places are, and what an administrator may set: decided by tables, for a Windows that is not here. */
import { describe, expect, it } from 'vitest';
import { askSetting, readSetting } from '../../../src/main/platform/places/machine-setting.ts';
import { placeFolders } from '../../../src/main/platform/places/place-folders.ts';
import { isUnc } from '../../../src/main/platform/storage/paths.ts';
import { systemProgramPath } from '../../../src/main/platform/system-program.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';

function reasonOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof ExpectedFailure ? (error.failure.reason ?? '') : 'bug';
  }
}

const onWindows = (env: Record<string, string>, setting: string | null = null) =>
  placeFolders({ platform: 'win32', env, home: 'C:\\Users\\ana', setting });
const usual = { ProgramData: 'C:\\ProgramData', LOCALAPPDATA: 'C:\\Users\\ana\\AppData\\Local' };

describe('the two places', () => {
  it('stand once per computer on Windows, beside each other', () => {
    expect(onWindows(usual)).toEqual({
      real: {
        folder: 'C:\\ProgramData\\RegistroCEM\\centro',
        former: 'C:\\Users\\ana\\AppData\\Local\\RegistroCEM',
      },
      practice: {
        folder: 'C:\\ProgramData\\RegistroCEM\\practica',
        former: 'C:\\Users\\ana\\AppData\\Local\\RegistroCEM',
      },
    });
  });

  it('stand where an administrator says', () => {
    expect(onWindows(usual, 'D:\\Datos del centro').real.folder).toBe('D:\\Datos del centro\\centro');
    expect(onWindows({}, 'D:\\Datos').practice).toEqual({ folder: 'D:\\Datos\\practica', former: null });
  });

  it.each([
    ['a profile on a share', { ...usual, LOCALAPPDATA: '\\\\servidor\\perfiles\\ana\\AppData\\Local' }],
    ['a profile on a share, the long way', { ...usual, LOCALAPPDATA: '\\\\?\\UNC\\servidor\\perfiles\\ana' }],
    ['no profile', { ProgramData: 'C:\\ProgramData' }],
  ])('look for no earlier register in %s', (_what, env) => {
    expect(onWindows(env).real.former).toBeNull();
  });

  it.each([{}, { ProgramData: '' }, { ProgramData: 'datos' }])(
    'are nowhere when Windows names no folder (%o)',
    (env) => {
      expect(reasonOf(() => onWindows(env))).toBe('path-missing');
    },
  );

  it('keep the present folder on Linux', () => {
    expect(placeFolders({ platform: 'linux', env: {}, home: '/home/ana', setting: null })).toEqual({
      real: { folder: '/home/ana/.local/share/registro-cem', former: null },
      practice: {
        folder: '/home/ana/.local/share/registro-cem-practica',
        former: '/home/ana/.local/share/registro-cem',
      },
    });
  });
});

describe('a share', () => {
  it.each([
    ['\\\\servidor\\datos', true],
    ['//servidor/datos', true],
    ['\\\\?\\UNC\\servidor\\datos', true],
    ['\\\\.\\UNC\\servidor\\datos', true],
    ['\\\\?\\C:\\ProgramData', false],
    ['C:\\ProgramData', false],
  ])('%s: %s', (path, expected) => {
    expect(isUnc(path)).toBe(expected);
  });
});

/** As `reg query` writes it; a Windows in Spanish writes the same. */
const said = (type: string, value: string) =>
  `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\RegistroCEM\r\n    Carpeta    ${type}    ${value}\r\n\r\n`;

describe('the setting of an administrator', () => {
  it.each(['D:\\RegistroCEM', 'E:\\Datos del centro\\cem (2)', 'd:\\a.b-c_d'])('takes %s', (folder) => {
    expect(readSetting(said('REG_SZ', folder))).toBe(folder);
  });

  it.each([
    ['REG_SZ', '\\\\servidor\\cem', 'path-network'],
    ['REG_SZ', '\\\\?\\UNC\\servidor\\cem', 'path-network'],
    ['REG_SZ', 'D:\\', 'path-setting'],
    ['REG_SZ', 'D:cem', 'path-setting'],
    ['REG_SZ', 'D:\\cem\\..\\otro', 'path-setting'],
    ['REG_SZ', 'D:\\cem\\', 'path-setting'],
    ['REG_SZ', 'D:\\peque\uFFFDo', 'path-setting'],
    ['REG_SZ', 'cem', 'path-setting'],
    ['REG_SZ', '', 'path-setting'],
    ['REG_EXPAND_SZ', '%USERPROFILE%\\cem', 'path-setting'],
    ['REG_DWORD', '0x1', 'path-setting'],
    ['REG_MULTI_SZ', 'D:\\cem', 'path-setting'],
  ])('refuses %s %s: %s', (type, value, reason) => {
    expect(reasonOf(() => readSetting(said(type, value)))).toBe(reason);
  });

  it('is nothing where nobody wrote one, and stops the start when nobody can say', async () => {
    const failing = (code: unknown) => () => Promise.reject(Object.assign(new Error('no'), { code }));
    expect(await askSetting(failing(1))).toBeNull();
    await expect(askSetting(failing('ENOENT'))).rejects.toMatchObject({ failure: { reason: 'path-setting' } });
    const asked: string[][] = [];
    const answer = await askSetting((program, args) => {
      asked.push([program, ...args]);
      return Promise.resolve(said('REG_SZ', 'D:\\cem'));
    });
    expect(answer).toBe('D:\\cem');
    expect(asked).toEqual([['reg', 'query', 'HKLM\\SOFTWARE\\RegistroCEM', '/v', 'Carpeta', '/reg:64']]);
  });
});

describe('a program of Windows', () => {
  it('is run from its own folder', () => {
    expect(systemProgramPath('icacls', 'C:\\Windows')).toBe('C:\\Windows\\System32\\icacls.exe');
    expect(systemProgramPath('powershell', 'D:\\Win')).toBe(
      'D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    );
  });
});
