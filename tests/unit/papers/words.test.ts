import { describe, expect, it } from 'vitest';
import { ordinal } from '../../../src/shared/papers/words.ts';

describe('ordinal', () => {
  it.each([
    [1, 'PRIMERO', 'PRIMER'],
    [3, 'TERCERO', 'TERCER'],
    [10, 'DÉCIMO', 'DÉCIMO'],
    [11, 'DÉCIMO PRIMERO', 'DÉCIMO PRIMER'],
    [20, 'VIGÉSIMO', 'VIGÉSIMO'],
    [47, 'CUADRAGÉSIMO SÉTIMO', 'CUADRAGÉSIMO SÉTIMO'],
    [99, 'NONAGÉSIMO NOVENO', 'NONAGÉSIMO NOVENO'],
    [100, '100.º', '100.º'],
  ])('%i', (position, noun, adjective) => {
    expect([ordinal(position, 'noun'), ordinal(position, 'adjective')]).toEqual([noun, adjective]);
  });
});
