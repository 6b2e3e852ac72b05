/** Moving a record that was typed into the wrong ficha to the right one. */
import { movableSections, wordsFit, type MovableSection } from '../intake/index.ts';
import { changing, reading, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';

export const movableKinds = ['attention', 'interview', 'supplement', 'riskForm', 'section', 'attachment'] as const;
export type MovableKind = (typeof movableKinds)[number];

export const moveReasonLabels = {
  otherFichaOpen: 'Estaba abierta otra ficha',
  otherPerson: 'Se confundió con otra persona',
  wrongEvent: 'Es de otro hecho de la misma persona',
  other: 'Otro',
} as const;
export type MoveReason = keyof typeof moveReasonLabels;

const sectionWords = { b: 'B', c: 'C', d: 'D', e: 'E', f: 'F–H' } as const satisfies Record<MovableSection, string>;

const kindWords = {
  attention: 'Una atención',
  interview: 'Una entrevista',
  supplement: 'Una ampliación del relato',
  riskForm: 'Una ficha de valoración de riesgo',
  attachment: 'Un archivo',
} as const;

/** «Una atención», «Las respuestas de la Sección C»: what was moved, never what it says. */
export function movedWords(kind: MovableKind, section: MovableSection | null): string {
  return kind === 'section' ? `Las respuestas de la Sección ${sectionWords[section ?? 'b']}` : kindWords[kind];
}

/** What is moved: a record by its id, a section by its letter. */
export const movableSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attention'), id: idSchema('AttentionId') }),
  z.strictObject({ kind: z.literal('interview'), id: idSchema('InterviewId') }),
  z.strictObject({ kind: z.literal('supplement'), id: idSchema('SupplementId') }),
  z.strictObject({ kind: z.literal('riskForm'), id: idSchema('RiskFormId') }),
  z.strictObject({ kind: z.literal('attachment'), id: idSchema('AttachmentId') }),
  z.strictObject({ kind: z.literal('section'), section: z.enum(movableSections) }),
]);
export type Movable = z.infer<typeof movableSchema>;

export const fichaNumberText = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{4,6}$/, { error: 'Escriba el número de la ficha: 2026-0001.' });

const traceSchema = z.strictObject({
  id: idSchema('MoveId'),
  /** `out`: it left this ficha; where to is not said. */
  way: z.enum(['in', 'out']),
  kind: z.enum(movableKinds),
  section: z.enum(movableSections).nullable(),
  movedBy: z.string(),
  movedAt: instantSchema,
  reason: oneOf(moveReasonLabels),
  /** Only where the record stands now. */
  words: z.string().nullable(),
});
export type MoveTrace = z.infer<typeof traceSchema>;

export const movingContract = {
  /** Records of this ficha that the reader may move, and what was moved before. */
  listMovable: readingCase('record.move', 'record.movableListed', {
    records: listOf({ record: movableSchema, label: z.string() }),
    /** Newest first. */
    moves: z.array(traceSchema),
  }),
  /** Whose ficha has that number, shown before anything is moved. Only one that the reader may move to. */
  findMoveTarget: reading('record.move', 'record.moveTargetRead', {
    input: z.strictObject({ ...ofCase, number: fichaNumberText }),
    output: z.strictObject({ toCaseId: caseIdSchema, number: z.string(), userName: z.string() }),
  }),
  moveRecord: changing('record.move', 'record.moved', {
    input: z
      .strictObject({
        ...ofCase,
        toCaseId: caseIdSchema,
        record: movableSchema,
        reason: oneOf(moveReasonLabels, { error: 'Elija un motivo.' }),
        words: cleanedText(300).nullable(),
      })
      .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' }),
  }),
} as const;
