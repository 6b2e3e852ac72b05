/** The template of a letter as a dated row: what a letter was made with is kept as `id@version`. */
import { cleanedText } from '../../platform/text.ts';
import { z } from '../../platform/zod.ts';
import type { DatedRow } from '../../rulebook/index.ts';
import { referralKinds, type ReferralKind } from '../kinds/index.ts';

/** What is edited: head, addressee unless the directory says otherwise, and the text in the language of the templates. */
export const letterValueSchema = z.strictObject({
  kind: z.enum(referralKinds),
  title: cleanedText(120),
  /** Never a person's name. */
  post: cleanedText(120),
  text: z.string().min(1).max(20_000),
});
export type LetterValue = z.infer<typeof letterValueSchema>;

export type LetterTemplate = DatedRow<LetterValue>;

export function letterId(kind: ReferralKind): string {
  return `letter-${kind}`;
}
