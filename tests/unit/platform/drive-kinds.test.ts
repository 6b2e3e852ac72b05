/** A stick is told from a second disk by what Windows says, not by its letter: a second disk is often `D:`. */
import { describe, expect, it } from 'vitest';
import { DriveKinds, readsAsRemovable } from '../../../src/main/platform/storage/drive-kinds.ts';

describe('what Windows says of a drive', () => {
  it.each([
    ['a second SATA disk', 'Fixed\r\n11\r\n', false],
    ['a part of an NVMe disk', 'Fixed\r\n17\r\n', false],
    ['a disk by USB', 'Fixed\r\n7\r\n', true],
    ['a memory card', 'Fixed\r\n12\r\n', true],
    ['a stick', 'Removable\r\n7\r\n', true],
    ['a stick without partitions', 'Removable\r\n', true],
    ['a DVD', 'CDRom\r\n', true],
    ['a disk in memory', 'Ram\r\n', true],
    ['a disk of which the bus is not known', 'Fixed\r\n0\r\n', null],
    ['a file that poses as a disk', 'Fixed\r\n15\r\n', null],
    ['a disk without an answer about its bus', 'Fixed\r\n', null],
    ['a drive that is gone', 'NoRootDirectory\r\n', null],
    ['a share', 'Network\r\n', null],
    ['an error in words', 'No se encuentra el tipo [System.IO.DriveInfo].\r\n', null],
    ['nothing', '', null],
  ])('%s: %s', (_what, answer, expected) => {
    expect(readsAsRemovable(answer)).toBe(expected);
  });
});

describe('asking', () => {
  function kinds(answers: readonly (string | Error)[]) {
    const asked: string[] = [];
    const left = [...answers];
    const run = (_program: string, args: readonly string[]) => {
      asked.push(args.join(' '));
      const next = left.shift() ?? '';
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    };
    return { asked, drives: new DriveKinds({ run, systemDrive: 'C:' }) };
  }

  it('asks once for each letter, and never for the drive of the system', async () => {
    const { asked, drives } = kinds(['Fixed\r\n11\r\n', 'Removable\r\n7\r\n']);
    const [data, again] = await Promise.all([drives.isRemovable('D:\\copias'), drives.isRemovable('d:\\otra')]);
    expect([data, again, await drives.isRemovable('\\\\?\\E:\\x'), await drives.isRemovable('c:\\datos')]).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatch(/^-NoProfile -NonInteractive -Command .*DriveInfo\]::new\('D'\).*-DriveLetter D /);
  });

  it('does not keep an answer that says nothing', async () => {
    const { asked, drives } = kinds([new Error('timeout'), 'Fixed\r\n', 'Fixed\r\n11\r\n']);
    const answers = [
      await drives.isRemovable('D:\\a'),
      await drives.isRemovable('D:\\a'),
      await drives.isRemovable('D:\\a'),
    ];
    expect(answers).toEqual([null, null, false]);
    expect(asked).toHaveLength(3);
    expect(await drives.isRemovable('\\\\servidor\\a')).toBeNull();
  });
});
