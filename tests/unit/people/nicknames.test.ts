import { describe, expect, it } from 'vitest';
import { keysOf, nicknameRules, prepare, probesOf } from '../../../src/shared/people/index.ts';
import { factsOf, match, sentences } from '../../support/linkage.ts';

describe('nicknames', () => {
  it('are at least 150, to be confirmed, each another word than the name', () => {
    const names = Object.entries<string>(nicknameRules.names);
    expect(names.length).toBeGreaterThanOrEqual(150);
    expect(nicknameRules.confirmation).toBe('toConfirm');
    for (const [name, formal] of names) {
      expect(formal).toMatch(/^[A-ZÑ]+( [A-ZÑ]+)*$/);
      expect(formal.split(' ')).not.toContain(name);
    }
  });

  it.each([
    ['Lucho', 'Luis'],
    ['Pancho', 'Francisco'],
    ['Charo', 'Rosario'],
    ['Pepe', 'José'],
    ['Chabela', 'Isabel'],
    ['Chavela', 'Isabel'],
    ['Nena', 'Magdalena'],
    ['Betty', 'Beatriz'],
    ['Toño', 'Antonio'],
  ])('%s Quispe and %s Quispe are looked for under one key, and it is weak evidence', (called, formal) => {
    const [one, other] = [factsOf(`${called}|Quispe|Rojas`), factsOf(`${formal}|Quispe|Rojas`)];
    const stored = new Set(keysOf(prepare(one)).map(({ kind, key }) => `${kind} ${key}`));
    const shared = probesOf(prepare(factsOf(`${formal}|Quispe|`))).filter(({ kind, key }) =>
      stored.has(`${kind} ${key}`),
    );
    expect(shared.map(({ kind }) => kind)).toContain('pair');
    const [found, same, none] = [match(one, other), match(other, other), match(one, factsOf('Zenobia|Quispe|Rojas'))];
    expect(sentences(found).join(' ')).toContain('Nombre y forma familiar');
    expect(found.bits).toBeGreaterThan(none.bits);
    expect(found.bits).toBeLessThan(same.bits);
    expect(found.hasOtherGiven).toBe(false);
    expect(found.level).not.toBe('probable');
  });

  it('are no other spelling: «Edu» is not Guido, «Meche» not Michelle', () => {
    expect(sentences(match(factsOf('Edu|Quispe|'), factsOf('Guido|Quispe|'))).join(' ')).not.toContain('familiar');
    expect(sentences(match(factsOf('Michelle|Quispe|'), factsOf('Mercedes|Quispe|'))).join(' ')).not.toContain(
      'familiar',
    );
  });
});
