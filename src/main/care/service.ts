/** The handlers of the care domain. */
import type {
  attentionContract,
  interviewContract,
  movingContract,
  questionContract,
} from '../../shared/care/index.ts';
import type { Handlers } from '../platform/gate/handler.ts';
import { attentionHandlers } from './attentions.ts';
import { interviewHandlers } from './interviews.ts';
import { movingHandlers } from './moves.ts';
import { questionHandlers } from './questions.ts';
import type { Trx } from './tables.ts';

export { consentHandlers as careHandlers } from './consents.ts';

/** What is given in a case after its opening, and mended. */
export const followUpHandlers: Handlers<
  typeof attentionContract & typeof interviewContract & typeof movingContract & typeof questionContract,
  Trx
> = { ...attentionHandlers, ...interviewHandlers, ...movingHandlers, ...questionHandlers };
