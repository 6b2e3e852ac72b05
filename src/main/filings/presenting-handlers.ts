/** The procedures of presenting, joined. */
import type { Comparison, presentingContract, TextComparison } from '../../shared/filings/index.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { assemble, keepBundle, releaseBundleHandler, type Assembled, type BundleParts } from './presenting-bundle.ts';
import {
  annulPresentation,
  answer,
  listPresenting,
  listToPresent,
  compare,
  prepareToPresent,
  present,
  tellComparison,
} from './presenting-service.ts';
import type { Trx } from './tables.ts';

type Contract = typeof presentingContract;

export function presentingHandlers(parts: BundleParts): Handlers<Contract, Trx> {
  const { vault, places } = parts;
  return {
    listPresenting: inside((unit, input) => listPresenting(unit, input, places)),
    listToPresent: inside((unit) => listToPresent(unit, places)),
    assembleFiling: twoPhase<Contract['assembleFiling'], Trx, Assembled>({
      prepare: (call, input) => assemble(call, input, parts),
      commit: (unit, input, made) => keepBundle(unit, input, made, parts),
    }),
    releaseBundle: releaseBundleHandler(parts),
    compareSigned: twoPhase<Contract['compareSigned'], Trx, TextComparison>({
      prepare: (call, input) => compare(call, input, vault),
      commit: tellComparison,
    }),
    presentFiling: twoPhase<Contract['presentFiling'], Trx, Comparison | null>({
      prepare: (call, input) => prepareToPresent(call, input, vault),
      commit: present,
    }),
    annulPresentation: inside(annulPresentation),
    answerFiling: inside(answer),
  };
}
