/** Why a saved answer of a case that already counts was changed; chosen, words only for «Otro» (D6). */
import { chosenReasonSchema, chosenReasonWords } from '../platform/chosen-reason.ts';
import type { z } from '../platform/zod.ts';

export const changeReasons = {
  typing: 'Se registró mal',
  toldLater: 'La persona usuaria dio otra información',
  nowDifferent: 'Cambió su situación',
  document: 'Se vio un documento',
  paper: 'Se completó desde el papel',
  other: 'Otro',
} as const;
export type ChangeReasonCode = keyof typeof changeReasons;

export const changeReasonSchema = chosenReasonSchema(changeReasons, { most: 300, error: 'Escriba el motivo.' });
export type ChangeReason = z.infer<typeof changeReasonSchema>;

export function changeReasonWords(reason: ChangeReason): string {
  return chosenReasonWords(changeReasons, reason);
}
