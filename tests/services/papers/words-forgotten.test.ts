import { afterEach, describe, expect, it } from 'vitest';
import { wordsKept } from '../../../src/main/platform/paper/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { twoWrits } from './two-writs.ts';

afterEach(closeCentres);

describe('words of papers in memory', () => {
  it('stay while somebody is signed in, and go with the last one', async () => {
    const centre = await startCentre();
    const { lawyer } = await twoWrits(centre);
    expect(wordsKept()).toBeGreaterThan(100);
    await lawyer.lock({ why: 'asked' });
    expect(wordsKept()).toBeGreaterThan(100);
    await centre.application.lock('system');
    expect(wordsKept()).toBe(0);
  });
});
