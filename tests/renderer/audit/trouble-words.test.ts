import { describe, expect, it } from 'vitest';
import { storyOf, titleOf } from '../../../src/renderer/audit/trouble-words.ts';
import { bannerWords } from '../../../src/shared/audit/index.ts';
import type { Instant } from '../../../src/shared/platform/dates.ts';
import type { Trouble } from '../../../src/shared/platform/troubles.ts';

const reachesTo = '2026-06-08T22:52:00.000Z' as Instant;
const putBack = { kind: 'rolled-back', reachesTo, missing: 214, keptTo: 900, lastKeptAt: null } as const;

describe('what was found of the file, in words', () => {
  it.each<[Trouble, string | null]>([
    [
      putBack,
      'Solo lectura: el registro volvió a como estaba el 08/06/2026 17:52. Faltan 214 entradas de la bitácora. Anote en papel.',
    ],
    [
      { ...putBack, missing: 1 },
      'Solo lectura: el registro volvió a como estaba el 08/06/2026 17:52. Falta 1 entrada de la bitácora. Anote en papel.',
    ],
    [
      { ...putBack, reachesTo: null, missing: null },
      'Solo lectura: el registro volvió a un estado anterior. Anote en papel.',
    ],
    [{ kind: 'chain-broken', at: 12 }, 'Solo lectura: la bitácora se corta en la entrada 12. Anote en papel.'],
    [{ kind: 'keyring-repaired' }, null],
  ])('says it in one sentence over every screen', (trouble, words) => {
    expect(bannerWords(trouble)).toBe(words);
  });

  it('names the day on its page, what is safe and what to do', () => {
    expect(titleOf(putBack)).toBe('El registro volvió al lunes 8 de junio');
    expect(titleOf({ ...putBack, reachesTo: null })).toBe('El registro volvió a un estado anterior');
    expect(titleOf({ kind: 'chain-broken', at: 12 })).toBe('La bitácora se corta en la entrada 12');
    expect(storyOf(putBack)).toHaveLength(4);
    expect(storyOf(putBack)[2]).toContain('formularios en blanco que ya estén impresos');
    expect(storyOf({ kind: 'chain-broken', at: 12 })[1]).toContain('No se borró nada');
  });
});
