import { describe, expect, it } from 'vitest';
import { frequentDetails } from '../../../src/shared/intake/index.ts';

const by = (text: string, ...users: string[]) => users.map((userId) => ({ text, userId }));

describe('texts offered at an «Otro»', () => {
  it('are those of at least three persons, however often one of them is written about', () => {
    expect(frequentDetails(by('Vecino de su madre', 'a', 'a', 'a', 'b'))).toEqual([]);
    expect(frequentDetails(by('Padrino', 'a', 'b', 'c'))).toEqual(['Padrino']);
  });

  it('count together what is spelled otherwise, and show the most common spelling', () => {
    const written = [...by('artesana', 'a', 'b'), ...by('Artesana ', 'c'), ...by('ARTESANÁ', 'd')];
    expect(frequentDetails(written)).toEqual(['artesana']);
  });

  it('come the most common first, eight at most', () => {
    const many = Array.from({ length: 10 }, (_, at) => by(`Texto ${String.fromCharCode(97 + at)}`, '1', '2', '3'));
    const offered = frequentDetails([...many.flat(), ...by('Padrino', '1', '2', '3', '4')]);
    expect(offered).toHaveLength(8);
    expect(offered.slice(0, 2)).toEqual(['Padrino', 'Texto a']);
  });
});
