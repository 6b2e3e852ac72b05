import { describe, expect, it } from 'vitest';
import { nameLikeness, shippedNicknames } from '../../../src/shared/people/index.ts';

const accused = { givenNames: 'Juan Carlos', firstSurname: 'Pérez', secondSurname: 'Rojas', aliases: ['Charapa'] };
const bare = { givenNames: 'Juan', firstSurname: 'Pérez', secondSurname: null, aliases: [] };
const mario = { givenNames: 'Mario', firstSurname: 'Quispe', secondSurname: 'Mamani', aliases: [] };
const twice = { givenNames: 'Juan', firstSurname: 'Quispe', secondSurname: 'Quispe', aliases: [] };
const chato = { givenNames: null, firstSurname: null, secondSurname: null, aliases: ['Chato'] };
const nobody = { givenNames: null, firstSurname: null, secondSurname: null, aliases: [] };

describe('nameLikeness', () => {
  it.each<[string, Parameters<typeof nameLikeness>[1], ReturnType<typeof nameLikeness>]>([
    ['Juan Carlos Pérez Rojas', accused, 'same'],
    ['PEREZ ROJAS, juan carlos', accused, 'same'],
    ['Juan Peres', bare, 'same'],
    ['Juan Pérez', accused, 'alike'],
    ['Carlos Pérez', accused, 'alike'],
    ['J. Pérez', accused, 'alike'],
    ['Juan Carlos', accused, 'alike'],
    ['Juan Rojas Quispe', accused, 'alike'],
    ['Juan Carlos Pérez Rojas', bare, 'alike'],
    ['Charapa', accused, 'alike'],
    ['Pérez', accused, 'alike'],
    ['María Pérez Rojas', accused, 'other'],
    ['Juan Mamani', accused, 'other'],
    ['Abuela Inventada', accused, 'other'],
    ['Juan Pérez', nobody, 'other'],
    ['María Quispe Mamani', mario, 'alike'],
    ['M. Quispe Mamani', mario, 'alike'],
    ['Juan Quispe', twice, 'alike'],
    ['Juan Quispe Quispe', twice, 'same'],
    ['Chato', chato, 'alike'],
    ['Abuela Inventada', chato, 'other'],
  ])('%s', (typed, person, likeness) => {
    expect(nameLikeness(typed, person, shippedNicknames)).toBe(likeness);
  });
});
