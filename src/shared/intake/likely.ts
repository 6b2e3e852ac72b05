/** Persons of the record who may be the woman or the man of a ficha (D37), and what a professional says of them. */
import { chosenReasonSchema, chosenReasonWords } from '../platform/chosen-reason.ts';
import { personIdSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';

export const pairRoles = ['user', 'aggressor'] as const;
export type PairRole = (typeof pairRoles)[number];

/** So many women and so many men are shown. */
export const mostLikely = 5;

/** A person of the record who may be the user or the aggressor of this ficha. */
export const likelyPersonSchema = z.strictObject({
  role: z.enum(pairRoles),
  /** Null when others must look: then nothing of the person is told. */
  personId: personIdSchema.nullable(),
  /** Roles of who may then say who she is; empty where the reader can. */
  reviewers: z.array(z.string()),
  name: z.string(),
  /** Completed years, from the birth date or the age told; null when neither is known. */
  age: z.int().nullable(),
  district: z.string().nullable(),
  /** Fichas in which the person stands, as far as the reader may know of them, newest first. */
  fichas: listOf({
    number: z.string(),
    role: z.enum(['user', 'aggressor', 'related']),
    isFromOldList: z.boolean(),
  }),
  reasons: listOf({ text: z.string(), speaks: z.enum(['for', 'against']) }),
  /** What cannot be true of one person: shown before the two are linked, and then somebody has to be sure. */
  contradictions: z.array(z.string()),
  /** A man of other fichas of hers. */
  isOfHers: z.boolean(),
  /** Close enough that the condition waits for an answer. */
  isAsked: z.boolean(),
  /** `reviewAsked`: others were asked to look, because the reader may not. Null: nobody said anything yet. */
  answer: z.enum(['different', 'reviewAsked']).nullable(),
});
export type LikelyPerson = z.infer<typeof likelyPersonSchema>;

/** Whether this reader can still say who it is: also of somebody whom another reader could not see. */
export function isLeftToSay({ answer, personId }: Pick<LikelyPerson, 'answer' | 'personId'>): boolean {
  return answer === null || (answer === 'reviewAsked' && personId !== null);
}

/** Why somebody the program did not offer is the same person; chosen, words only for «Otro» (D6). */
export const linkReasons = {
  recognised: 'La reconoce quien la atendió',
  toldBefore: 'Ella contó que ya había venido',
  document: 'Lo muestra un documento',
  institution: 'Lo informó otra institución',
  other: 'Otro',
} as const;

export const linkReasonSchema = chosenReasonSchema(linkReasons, {
  most: 200,
  error: 'Escriba por qué es la misma persona.',
});
export type LinkReason = z.infer<typeof linkReasonSchema>;

/** The same for each of the two: what she told of herself is no reason for him. */
export const linkReasonsOf = {
  user: linkReasons,
  aggressor: {
    ...linkReasons,
    recognised: 'Lo reconoce quien atendió el caso anterior',
    toldBefore: 'Ella dice que es la misma presunta persona agresora',
  },
} as const satisfies Record<PairRole, Record<LinkReason['code'], string>>;

export function linkReasonWords(reason: LinkReason, role: PairRole): string {
  return chosenReasonWords(linkReasonsOf[role], reason);
}

/** Living children on a day, as Section A counts them. */
export type ChildCount = { readonly count: number; readonly year: number };

/** Of an equal number, of none then and now (most young women), of a number that cannot be hers. */
export const childrenBits = { same: 1.8, none: 0.5, other: -2.6 } as const;

export type ChildrenEvidence = {
  readonly bits: number;
  /** `plain`: without the number that the earlier ficha was told. */
  readonly reason: LikelyPerson['reasons'][number] & { readonly plain: string };
};

const plainChildren = {
  for: 'El mismo número de hijos e hijas.',
  against: 'El número de hijos e hijas es otro.',
} as const;

function childrenReason(speaks: 'for' | 'against', text: string): ChildrenEvidence['reason'] {
  return { text, plain: plainChildren[speaks], speaks };
}

/** Bits by which the number of her children speaks for one woman in two fichas, and the sentence of it. */
export function childrenEvidence(now: ChildCount | null, before: ChildCount | null): ChildrenEvidence | null {
  if (now === null || before === null) return null;
  const born = now.count - before.count;
  const years = Math.max(0, now.year - before.year);
  if (born > 0 && born <= years + 1) return null;
  if (born !== 0) {
    const text = `Entonces dijo ${before.count} hijos o hijas; ahora, ${now.count}.`;
    return { bits: childrenBits.other, reason: childrenReason('against', text) };
  }
  if (now.count === 0) return { bits: childrenBits.none, reason: childrenReason('for', 'Tampoco tenía hijos.') };
  const words = now.count === 1 ? 'un hijo o hija' : `${now.count} hijos o hijas`;
  return { bits: childrenBits.same, reason: childrenReason('for', `También ${words}.`) };
}
