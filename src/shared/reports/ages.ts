/** EDAD_GRANDE, the age dimension of the cube. */
import { ageBandIndex } from '../register/index.ts';
import type { AgeBand } from './codes.ts';

export function ageBandOf(age: number): AgeBand {
  return ageBandIndex('EDAD_GRANDE', age) as AgeBand;
}
