import { describe, expect, it } from 'vitest';
import { blankLines, changedParts, wordChanges, type SafetyPlanForm } from '../../../src/shared/safety/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';

const plan = (change: Partial<SafetyPlanForm> = {}): SafetyPlanForm => ({
  ...{ lines: blankLines(), phones: [], carriesCard: true, rereadOn: civilDateSchema.parse('2026-06-25') },
  ...{ present: 'alone', ...change },
});

describe('what changed in a text', () => {
  it('is told word by word, what was removed before what took its place', () => {
    expect(wordChanges('Salir por el patio de noche', 'Salir por la puerta de noche')).toEqual([
      { kind: 'same', text: 'Salir por' },
      { kind: 'removed', text: 'el patio' },
      { kind: 'added', text: 'la puerta' },
      { kind: 'same', text: 'de noche' },
    ]);
  });

  it('is all of it where one of them is empty', () => {
    expect(wordChanges(null, 'Casa de Rita')).toEqual([{ kind: 'added', text: 'Casa de Rita' }]);
    expect(wordChanges('Casa de Rita', null)).toEqual([{ kind: 'removed', text: 'Casa de Rita' }]);
    expect(wordChanges(null, null)).toEqual([]);
  });

  it('gives back both texts, whatever they are', () => {
    const texts = ['', 'a b c', 'c b a', 'a a b b', 'b', 'x a y b z c', 'c c c a'];
    for (const before of texts)
      for (const after of texts) {
        const runs = wordChanges(before, after);
        const without = (kind: 'added' | 'removed') =>
          runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join(' ');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }
  });
});

describe('what changed from one version to another', () => {
  it('is told part by part, and nothing of the parts that are the same', () => {
    const before = plan({
      lines: {
        ...blankLines(),
        bag: { words: 'Donde Elena', card: 'Encargo' },
        week: { words: 'Mercado', card: null },
      },
      phones: [{ name: 'Rita', number: '986 111 222' }],
    });
    const after = plan({
      lines: { ...blankLines(), bag: { words: 'Donde Rita', card: 'Encargo' }, week: { words: 'Mercado', card: null } },
      carriesCard: false,
      present: 'trusted',
    });
    expect(changedParts(before, after).map(({ label }) => label)).toEqual([
      'Bolsa lista',
      'A quién llama',
      'Lleva la tarjeta',
      'Estuvo presente',
    ]);
    expect(changedParts(before, before)).toEqual([]);
  });
});
