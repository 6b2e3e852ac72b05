/** Who may use the folder on Windows: what is asked for, what is read back, in any language: mode 0600 means nothing there. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modeLimiter, windowsHolder, windowsLimiter } from '../../../src/main/platform/places/folder-rights.ts';
import { areRightsSound, grantArguments, isOwnerSound, parseSaved } from '../../../src/main/platform/places/rights.ts';
import { rightsOfOthers } from '../../support/rights.ts';

const sound = 'D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;BU)';
const inside = 'D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1301bf;;;BU)';
const group = 'S-1-5-21-1004336348-1177238915-682003330-1005';
/** As `icacls /save` writes: names, lists, UTF-16. */
const saved = (...lines: string[]) => Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'utf16le');

describe('what is granted', () => {
  it('goes by number, or by the name that the centre itself gave', () => {
    expect(grantArguments('users')).toEqual([
      '/inheritance:r',
      '/grant:r',
      '*S-1-5-18:(OI)(CI)F',
      '*S-1-5-32-544:(OI)(CI)F',
      '*S-1-5-32-545:(OI)(CI)M',
      '/Q',
    ]);
    expect(grantArguments('group')).toContain('Registro CEM:(OI)(CI)M');
    expect(grantArguments('group').join()).not.toContain('S-1-5-32-545');
  });
});

describe('what stands', () => {
  const check = (staff: 'users' | 'group', ...lists: string[]) =>
    areRightsSound(parseSaved(saved(...lists.flatMap((list) => ['Año, señalado', list]))), staff);

  it('is sound for the folder and for what is inside', () => {
    expect(check('users', sound, inside)).toBe(true);
    expect(check('users', 'D:P(A;OICI;0x1f01ff;;;SY)(A;OICI;FA;;;S-1-5-32-544)(A;OICI;0x1301BF;;;BU)')).toBe(true);
    expect(check('group', sound.replace('BU', group))).toBe(true);
    expect(
      areRightsSound(parseSaved(Buffer.concat([Buffer.from('\uFEFF', 'utf16le'), saved('centro', sound)])), 'users'),
    ).toBe(true);
  });

  it.each([
    ['inherits from above', 'users', sound.replace('PAI', 'AI')],
    ['is open to everybody', 'users', `${sound}(A;OICI;0x1200a9;;;WD)`],
    ['gives the accounts everything', 'users', sound.replace('0x1301bf', 'FA')],
    ['lets them only read', 'users', sound.replace('0x1301bf', '0x1200a9')],
    ['leaves the administrators out', 'users', sound.replace('(A;OICI;FA;;;BA)', '')],
    ['has somebody in their place', 'users', sound.replace('BA', 'AU')],
    ['refuses instead of granting', 'users', sound.replace('(A;OICI;0x1301bf', '(D;OICI;0x1301bf')],
    ['grants on the folder alone', 'users', sound.replace('OICI;0x1301bf', ';0x1301bf')],
    ['grants on what is inside only', 'users', sound.replace('OICI;0x1301bf', 'OICIIO;0x1301bf')],
    [
      'grants under a condition',
      'users',
      sound.replace('(A;OICI;0x1301bf;;;BU)', '(XA;OICI;0x1301bf;;;BU;(@User.a=="b"))'),
    ],
    ['names one account for the users', 'users', sound.replace('BU', group)],
    ['names the users for the group', 'group', sound],
    ['names two', 'group', `${sound.replace('BU', group)}(A;OICI;0x1301bf;;;BU)`],
    ['has no list', 'users', 'D:P'],
    ['has a right nobody here knows', 'users', sound.replace('0x1301bf', 'GA')],
  ] as const)('is not sound when it %s', (_what, staff, list) => {
    expect(check(staff, list)).toBe(false);
  });

  it('is not sound when something inside is open, or nothing could be read', () => {
    expect(check('users', sound, `${inside}(A;;FA;;;WD)`)).toBe(false);
    expect(areRightsSound(parseSaved(saved('Acceso denegado.')), 'users')).toBe(false);
    expect(areRightsSound([], 'users')).toBe(false);
  });
});

/** Enough of `icacls` and `net` for the order of the calls: one folder, its list, who may change it. */
function computer({
  list,
  mayChange = true,
  hasGroup = false,
}: {
  list: string;
  mayChange?: boolean;
  hasGroup?: boolean;
}) {
  const state = { list };
  const calls: string[] = [];
  const saysNo = () => Promise.reject(Object.assign(new Error('no'), { code: 5 }));
  const run = (program: string, args: readonly string[]) => {
    calls.push([program, ...args.filter((arg) => arg.startsWith('/') && !arg.startsWith(tmpdir()))].join(' '));
    if (program === 'net') return hasGroup ? Promise.resolve('') : saysNo();
    const [, what = '', file = ''] = args;
    if (what === '/save') writeFileSync(file, saved('centro', state.list));
    else if (!mayChange) return saysNo();
    else if (what === '/reset') state.list = 'D:AI(A;OICIID;FA;;;SY)(A;OICIID;0x1200a9;;;BU)';
    else state.list = hasGroup ? sound.replace('BU', group) : sound;
    return Promise.resolve('Se procesaron correctamente 1 archivos; error al procesar 0 archivos');
  };
  return { calls, limit: windowsLimiter(run) };
}

describe('limiting on Windows', () => {
  it('changes nothing where it is sound: another account could not', async () => {
    const { calls, limit } = computer({ list: sound, mayChange: false });
    expect(await limit('C:\\ProgramData\\RegistroCEM\\centro')).toBe(true);
    expect(calls).toEqual(['net', 'icacls /save /Q']);
  });

  it.each([false, true])(
    'sets what differs, drops what was named before, and reads all of it back (group: %s)',
    async (hasGroup) => {
      const { calls, limit } = computer({ list: `${sound}(A;OICI;FA;;;WD)`, hasGroup });
      expect(await limit('C:\\centro')).toBe(true);
      expect(calls.slice(2)).toEqual([
        'icacls /reset /T /Q',
        'icacls /inheritance:r /grant:r /Q',
        'icacls /save /T /Q',
      ]);
    },
  );

  it('says no when it may not change them, when they stay open, and when Windows does not answer', async () => {
    expect(await computer({ list: `${sound}(A;OICI;FA;;;WD)`, mayChange: false }).limit('C:\\centro')).toBe(false);
    const stubborn = windowsLimiter((_program, args) => {
      if (args[1] === '/save') writeFileSync(args[2] ?? '', saved('centro', 'D:AI(A;OICI;FA;;;WD)'));
      return Promise.resolve('');
    });
    expect(await stubborn('C:\\centro')).toBe(false);
    const dead = windowsLimiter(() => Promise.reject(Object.assign(new Error('no'), { code: 'ENOENT' })));
    expect(await dead('C:\\centro')).toBe(false);
    // Nobody knows whether there is a group: the accounts of the computer may be too many.
    const halfDead = windowsLimiter((program, args) => {
      if (program === 'net') return Promise.reject(Object.assign(new Error('no'), { code: 'ENOENT' }));
      writeFileSync(args[2] ?? '', saved('centro', sound));
      return Promise.resolve('');
    });
    expect(await halfDead('C:\\centro')).toBe(false);
  });
});

describe('the owner, as Get-Acl gives it', () => {
  const rest = 'G:S-1-5-21-1004336348-1177238915-682003330-513D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';
  const account = 'S-1-5-21-1004336348-1177238915-682003330';
  it.each([
    ['administrators', 'BA', true],
    ['administrators, by number', 'S-1-5-32-544', true],
    ['system', 'SY', true],
    ['the installer of Windows', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464', true],
    ['the account that came with Windows', `${account}-500`, true],
    ['a worker', `${account}-1001`, false],
    ['everybody of the computer', 'BU', false],
    ['whoever makes', 'CO', false],
    ['an administrator of old with a like number', `${account}-1500`, false],
  ])('%s', (_who, owner, isSound) => {
    expect(isOwnerSound(`O:${owner}${rest}\r\n`)).toBe(isSound);
  });

  it('is not known where none is told', () => {
    for (const answer of ['', 'Get-Acl : Acceso denegado', rest]) expect(isOwnerSound(answer)).toBeNull();
  });
});

/** A folder of both places: its list, its owner, and who is at the computer. */
function sharedComputer(given: { list?: string; owner?: string | null; isAdministrator?: boolean; beside?: string }) {
  const base = mkdtempSync(join(tmpdir(), 'registro-base-'));
  mkdirSync(join(base, 'centro'));
  if (given.beside !== undefined) writeFileSync(join(base, given.beside), '');
  const state = { list: given.list ?? sound, owner: given.owner === undefined ? 'BA' : given.owner };
  const calls: string[] = [];
  const saysNo = () => Promise.reject(Object.assign(new Error('no'), { code: 5 }));
  const run = (program: string, args: readonly string[]) => {
    if (program === 'net') return saysNo();
    if (program === 'powershell') {
      calls.push(args.at(-1) ?? '');
      return state.owner === null ? saysNo() : Promise.resolve(`O:${state.owner}G:SYD:PAI\r\n`);
    }
    const [, what = '', value = ''] = args;
    if (what === '/save') {
      writeFileSync(value, saved('RegistroCEM', state.list));
      return Promise.resolve('');
    }
    calls.push(args.slice(1).join(' '));
    if (given.isAdministrator !== true) return saysNo();
    if (what === '/setowner') state.owner = 'BA';
    else if (what === '/reset') state.list = 'D:AI(A;OICIID;FA;;;SY)(A;CIID;DCLCRPCR;;;BU)';
    else state.list = sound;
    return Promise.resolve('');
  };
  return {
    base,
    calls,
    hold: async () => {
      try {
        return await windowsHolder(run)(base);
      } finally {
        rmSync(base, { recursive: true, force: true });
      }
    },
  };
}

describe('the folder of both places on Windows', () => {
  const worker = 'S-1-5-21-1004336348-1177238915-682003330-1001';

  it('is left alone as the installer made it', async () => {
    const { base, calls, hold } = sharedComputer({});
    expect(await hold()).toBe(true);
    expect(calls).toEqual([`(Get-Acl -LiteralPath '${base}').Sddl`]);
  });

  it.each([
    ['an ordinary account owns it', { owner: worker }],
    ['it is open to others', { list: `${sound}(A;OICI;0x1301bf;;;AU)` }],
    ['it inherits', { list: sound.replace('PAI', 'AI') }],
  ])('is not held when %s, and an administrator puts it right', async (_what, wrong) => {
    expect(await sharedComputer(wrong).hold()).toBe(false);
    const { calls, hold } = sharedComputer({ ...wrong, isAdministrator: true });
    expect(await hold()).toBe(true);
    expect(calls.filter((call) => call.startsWith('/'))).toEqual([
      '/setowner *S-1-5-32-544 /Q',
      '/reset /Q',
      grantArguments('users').join(' '),
    ]);
  });

  it('is never limited where something else stands in it', async () => {
    const { calls, hold } = sharedComputer({ owner: worker, isAdministrator: true, beside: 'planillas.xlsx' });
    expect(await hold()).toBe(false);
    expect(calls).toHaveLength(1);
  });

  it('is judged by its list where nobody tells the owner; where nothing answers it is not held', async () => {
    expect(await sharedComputer({ owner: null }).hold()).toBe(true);
    const dead = windowsHolder(() => Promise.reject(Object.assign(new Error('no'), { code: 'ENOENT' })));
    expect(await dead('C:\\ProgramData\\RegistroCEM')).toBe(false);
  });
});

describe('limiting on Linux', () => {
  it('leaves the folder to its owner', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'registro-mode-'));
    try {
      chmodSync(folder, 0o755);
      expect(await modeLimiter(folder)).toBe(true);
      expect(rightsOfOthers(folder)).toBe(0);
      expect(await modeLimiter(join(folder, 'nada'))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
