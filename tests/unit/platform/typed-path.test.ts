import { describe, expect, it } from 'vitest';
import { folderPathSchema } from '../../../src/shared/platform/typed-path.ts';

describe('the path of a folder of copies', () => {
  it.each([
    ['E:\\Copias CEM', 'E:\\Copias CEM'],
    ['"E:\\Copias CEM\\backup-20260905t150000z-120"', 'E:\\Copias CEM\\backup-20260905t150000z-120'],
    ['  " /media/copias " ', '/media/copias'],
    ['/media/una "rara"', '/media/una "rara"'],
  ])('%s is read as a person means it', (typed, meant) => {
    expect(folderPathSchema.parse(typed)).toBe(meant);
  });

  it.each(['', '   ', '""', '" "'])('«%s» is no path', (typed) => {
    expect(folderPathSchema.safeParse(typed).success).toBe(false);
  });
});
