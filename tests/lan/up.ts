/** Outside of Vitest. */
import type { LanLink } from '../../src/main/platform/lan/lan-link.ts';

export function eventuallyUp(link: LanLink): Promise<void> {
  return new Promise((up) => {
    const look = () => {
      if (link.state().kind !== 'up') return;
      forget();
      up();
    };
    const forget = link.onState(look);
    look();
  });
}
