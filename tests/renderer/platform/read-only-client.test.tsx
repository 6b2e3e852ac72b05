/** A screen's own client cannot store: only a press can, or what is named as not pressed. The compiler is the test. */
import { describe, expectTypeOf, it } from 'vitest';
import type { ReadClient, UnpressedClient } from '../../../src/renderer/platform/client.ts';
import type { ActClient } from '../../../src/renderer/platform/forms/index.ts';

describe('the client of a screen', () => {
  it('reads and asks, and has nothing that stores', () => {
    expectTypeOf<ReadClient>().toHaveProperty('getCase');
    expectTypeOf<ReadClient>().not.toHaveProperty('openCase');
    expectTypeOf<ReadClient>().not.toHaveProperty('presentFiling');
    expectTypeOf<ReadClient>().not.toHaveProperty('saveFile');
    expectTypeOf<ReadClient>().not.toExtend<ActClient>();
  });

  it('of what nobody presses keeps drafts and no record of a woman', () => {
    expectTypeOf<UnpressedClient>().toHaveProperty('saveDraft');
    expectTypeOf<UnpressedClient>().not.toHaveProperty('saveSectionA');
  });
});
