/** A reason chosen from a list, words only for «Otro» (D6). */
import { cleanedText } from './text.ts';
import { oneOf, z } from './zod.ts';

/** @param labels What each reason is called; `other` is one of them. @param error Where the words are missing. */
export function chosenReasonSchema<Code extends string>(
  labels: Readonly<Record<Code | 'other', string>>,
  { most, error }: { readonly most: number; readonly error: string },
) {
  return z
    .strictObject({
      code: oneOf(labels),
      /** Only with `other`. */
      text: cleanedText(most).nullable(),
    })
    .refine((reason) => (reason.code === 'other') === (reason.text !== null), { error, path: ['text'] });
}

/** The label of the list, or the words written for «Otro». */
export function chosenReasonWords<Code extends string>(
  labels: Readonly<Record<Code, string>>,
  reason: { readonly code: Code; readonly text: string | null },
): string {
  return reason.text ?? labels[reason.code];
}
