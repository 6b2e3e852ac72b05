import { describe, expect, it } from 'vitest';
import { blockedWords } from '../../../src/renderer/access/blocked-notice.tsx';
import { codeWords } from '../../../src/shared/platform/failures.ts';
import { platformReasons } from '../../../src/shared/platform/reason-words.ts';

const filesClosed = Object.keys(platformReasons).filter((reason) =>
  /^(already-open|path-|keyring-|database-)/.test(reason),
);

describe('blockedWords', () => {
  it.each(filesClosed)('gives %s its own words and a way out of its own', (reason) => {
    const { what, wayOut } = blockedWords(reason);
    expect(what).toBe(platformReasons[reason as keyof typeof platformReasons]);
    expect(wayOut).not.toContain('Si sigue igual');
  });

  it('keeps the files where a damaged one must be recovered', () => {
    expect(blockedWords('keyring-damaged').wayOut).toContain('No borre nada.');
  });

  it('reads a code where the failure had no reason', () => {
    expect(blockedWords('damaged').what).toBe(codeWords.damaged);
  });

  it('has words for a reason nobody foresaw', () => {
    expect(blockedWords('something-new')).toEqual({
      what: codeWords.storage,
      wayOut: 'Si sigue igual después de reintentar, avise a soporte.',
    });
  });
});
