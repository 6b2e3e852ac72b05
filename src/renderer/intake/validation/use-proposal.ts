import { keepPreviousData } from '@tanstack/react-query';
import type { conditionAnswersSchema } from '../../../shared/intake/index.ts';
import type { z } from '../../../shared/platform/zod.ts';
import type { Output } from '../../platform/client.ts';
import { useRead } from '../../platform/query.ts';

export type ConditionGiven = z.input<typeof conditionAnswersSchema>;
export type Proposal = Output<'proposeCondition'>;

/** The condition proposed for these answers; the one before stays on screen while the next is asked. */
export const useProposal = (caseId: string, answers: ConditionGiven) =>
  useRead(['intake', 'proposal', caseId, answers], (client) => client.proposeCondition({ caseId, answers }), {
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
