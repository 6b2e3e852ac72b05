/** A nickname changed: whoever may be called so is found by other keys. */
import { nicknameTable } from '../../shared/people/index.ts';
import type { RuleListener } from '../rulebook/index.ts';
import { makeSomeKeys } from './person-keys.ts';

/** @param makeRest makes in the background what is more than one slice: until then a search says that it is not whole */
export function nicknameListener(makeRest: () => void): RuleListener {
  return {
    tables: [nicknameTable.id],
    changed: async ({ trx }) => {
      if (!(await makeSomeKeys(trx))) makeRest();
    },
  };
}
