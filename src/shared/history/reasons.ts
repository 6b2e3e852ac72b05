/** Why a saved answer of a case that already counts was changed; chosen, words only for «Otro» (D6). */
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';

export const changeReasons = {
  typing: 'Se registró mal',
  toldLater: 'La persona usuaria dio otra información',
  nowDifferent: 'Cambió su situación',
  document: 'Se vio un documento',
  paper: 'Se completó desde el papel',
  other: 'Otro',
} as const;
export type ChangeReasonCode = keyof typeof changeReasons;

export const changeReasonSchema = z
  .strictObject({
    code: z.enum(Object.keys(changeReasons) as [ChangeReasonCode, ...ChangeReasonCode[]]),
    /** Only with `other`. */
    text: cleanedText(300).nullable(),
  })
  .refine((reason) => (reason.code === 'other') === (reason.text !== null), {
    error: 'Escriba el motivo.',
    path: ['text'],
  });
export type ChangeReason = z.infer<typeof changeReasonSchema>;

/** «Se registró mal», or the words written for «Otro». */
export function changeReasonWords(reason: ChangeReason): string {
  return reason.text ?? changeReasons[reason.code];
}
