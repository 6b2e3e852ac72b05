import { afterEach, describe, expect, it } from 'vitest';
import type { TextClipboard } from '../../../src/main/platform/ports.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

describe('copyText', () => {
  it('puts text in the clipboard of the computer, for 20 seconds when it is in reserve', async () => {
    const done: unknown[] = [];
    const clipboard: TextClipboard = {
      write: (text, clearAfter) => done.push([text, clearAfter]),
      clearHeld: () => done.push('cleared'),
    };
    const client = await (await startCentre({ ports: { clipboard } })).as('psico');
    expect(await client.copyText({ text: '35', isReserved: false })).toEqual({ end: 'written' });
    await client.copyText({ text: '00112233', isReserved: true });
    await client.copyText({ text: null, isReserved: true });
    expect(done).toEqual([['35', null], ['00112233', 20_000], 'cleared']);
  });

  it('leaves it to the page where the host has no clipboard', async () => {
    const client = await (await startCentre()).as('psico');
    expect(await client.copyText({ text: '35', isReserved: false })).toEqual({ end: 'handed-back' });
  });
});
