/** Session notes: what the psychologist writes for herself, under a key of their own (D36). They are in no paper. */
import { loginSchema, passwordSchema, typedRecoveryKeySchema } from '../access/index.ts';
import { changing, noAudit, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { idSchema, staffIdSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, z } from '../platform/zod.ts';

const noteIdSchema = idSchema('SessionNoteId');
const attentionIdSchema = idSchema('AttentionId').nullable();

export const longestNote = 20_000;

/** How the notes stand to the reader. `waits`: somebody else, or the paper, has to open them for her first. */
export const notesAccessKinds = ['open', 'none', 'waits'] as const;

const versionSchema = z.strictObject({ body: z.string(), at: instantSchema });

export const noteLineSchema = z.strictObject({
  id: noteIdSchema,
  body: z.string(),
  attentionId: attentionIdSchema,
  by: z.string(),
  isOwn: z.boolean(),
  at: instantSchema,
  /** What it replaced, newest first. */
  before: z.array(versionSchema),
});
export type NoteLine = z.infer<typeof noteLineSchema>;

/** What is being typed: of an attention or of none, and over which note. */
export const noteDraftSchema = z.strictObject({
  body: z.string().max(longestNote * 2),
  attentionId: attentionIdSchema,
  replaces: noteIdSchema.nullable(),
});
export type NoteDraft = z.infer<typeof noteDraftSchema>;

export const noteFormSchema = z.strictObject({
  body: z
    .string()
    .refine((text) => text.trim() !== '', { error: 'Escriba la nota.', abort: true })
    .pipe(cleanedText(longestNote)),
  attentionId: attentionIdSchema,
  /** The note that it corrects: that one stays readable as it was. */
  replaces: noteIdSchema.nullable(),
});

const beingTyped = noAudit('what is being typed, under the key of the notes; the note that comes of it is an entry');

export const noteContract = {
  listNotes: readingCase('sessionNote.read', 'note.listed', {
    access: z.enum(notesAccessKinds),
    /** Who else holds the key; where none does only the paper gives it. */
    holders: z.array(z.string()),
    /** Colleagues who have no key yet, for whoever can give it. */
    waiting: listOf({ staffId: staffIdSchema, name: z.string() }),
    /** It is sealed to her already: signing in again opens it. */
    isSignInEnough: z.boolean(),
    /** Newest first; a corrected one once, with what it replaced. */
    notes: z.array(noteLineSchema),
    draft: noteDraftSchema.nullable(),
    /** Attentions of psychology that a note may be of, newest first. */
    attentions: listOf({ id: idSchema('AttentionId'), label: z.string() }),
  }),
  writeNote: changing('sessionNote.write', 'note.written', {
    input: z.strictObject({ ...ofCase, note: noteFormSchema }),
    output: z.strictObject({ noteId: noteIdSchema }),
  }),
  /** Null discards it. What was typed is answered by `listNotes` alone: answers of this one are kept. */
  keepNoteDraft: changing('sessionNote.write', beingTyped, {
    input: z.strictObject({ ...ofCase, draft: noteDraftSchema.nullable() }),
  }),
  /** What she had half typed when the ficha was closed: nothing else of a closed one can be done with it. */
  discardNoteDraft: changing('sessionNote.write', 'note.draftDiscarded', {
    input: z.strictObject(ofCase),
    whileClosed: 'always',
  }),
  /** A colleague reads every note from now on: nothing but this act of who holds the key, or the paper, gives it. */
  giveNotesKey: changing('sessionNote.write', 'note.keyGiven', {
    input: z.strictObject({ ...ofCase, staffId: staffIdSchema }),
  }),
  /** Nobody of psychology can give the key to her successor: the paper key does, and a second person. */
  openNotesWithPaper: changing('sessionNote.openWithPaper', 'note.keyFromPaper', {
    input: z.strictObject({
      recoveryKey: typedRecoveryKeySchema,
      second: z.strictObject({ login: loginSchema, password: passwordSchema }),
    }),
    output: z.strictObject({
      /** Whether it was given to anybody: everybody who reads notes may have had it. */
      given: z.boolean(),
    }),
    passwordAgain: true,
  }),
} as const;
