import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { noteFormSchema, type NoteLine } from '../../shared/care/index.ts';
import type { z } from '../../shared/platform/zod.ts';
import { useUnpressed, type Output } from '../platform/client.ts';
import {
  ActProblem,
  ChoiceControl,
  LeaveQuestion,
  TextControl,
  useAct,
  useAutosave,
  useSectionForm,
} from '../platform/forms/index.ts';
import { inLima } from '../platform/times.ts';
import {
  focusOpened,
  look,
  Notice,
  PlainButton,
  Problem,
  saveWords,
  SecretFields,
  useControlEnter,
  Key,
} from '../platform/ui/index.ts';
import css from './notes.module.css';
import { useRefreshNotes } from './queries.ts';

type Values = z.input<typeof noteFormSchema>;

type Props = {
  readonly caseId: string;
  readonly read: Output<'listNotes'>;
  /** The note that the new version takes the place of; null for a new note. */
  readonly corrected: NoteLine | null;
  readonly onDone: () => void;
};

const blank: Values = { body: '', attentionId: null, replaces: null };
const isBlank = ({ body, replaces }: Values) => body.trim() === '' && replaces === null;

/** What the form begins with: what was being typed over this note, the note itself, or nothing. */
function beginning({ read, corrected }: Props): { values: Values; isRecovered: boolean } {
  const draft = read.draft?.replaces === (corrected?.id ?? null) ? read.draft : null;
  if (draft !== null) return { values: draft, isRecovered: true };
  if (corrected === null) return { values: blank, isRecovered: false };
  const { id, body, attentionId } = corrected;
  return { values: { body, attentionId, replaces: id }, isRecovered: false };
}

function useNote(props: Props) {
  const { caseId, corrected, onDone } = props;
  const client = useUnpressed();
  const refresh = useRefreshNotes();
  const [begun] = useState(() => beginning(props));
  const isDraftOwn = useRef(begun.isRecovered);
  const form = useSectionForm<Values>({
    ...{ schema: noteFormSchema, defaultValues: begun.values, id: 'session-note', sentAs: 'note' },
    refresh,
  });
  const save = async (values: Values) => {
    await client.keepNoteDraft({ caseId, draft: isBlank(values) ? null : values });
    // Refused, the draft that is kept is still that of another note.
    isDraftOwn.current = true;
  };
  const saving = useAutosave({ form, save });
  const field = form.fieldId('body');
  const words = corrected === null ? 'Nota guardada.' : 'Nota corregida.';
  const write = async () => {
    if (form.busy) return;
    await form.send(
      async (note, act) => {
        // Nothing typed waits any more: saved after the answer it would be a new draft, of nothing.
        await saving.saveNow();
        await act.writeNote({ caseId, note });
        saving.forget();
        form.reset(blank);
      },
      { words, done: onDone },
    );
    if (form.getFieldState('body').invalid) document.getElementById(field)?.focus();
  };
  const leaving = useAct({ refresh });
  const leave = () => {
    saving.forget();
    return leaving.run(
      async (act) => {
        // Where nothing was typed here, it is that of another note and waits for it.
        if (isDraftOwn.current) await act.keepNoteDraft({ caseId, draft: null });
      },
      {
        // Its page hears of what was read in the next turn, and the form that follows begins with it.
        done: () => setTimeout(onDone),
        refused: () => saving.touch(),
      },
    );
  };
  return { form, saving, write, leave, leaving, isRecovered: begun.isRecovered };
}

/** What «Corregir» of another note takes the place of. */
export const notePlace = 'note';
const replacing = {
  place: notePlace,
  words: 'Se guarda un solo borrador para las notas de una ficha: al escribir en la otra se pierde el de esta.',
};

/** A new note, or a new version of one's own; what is typed is kept under the same key. */
export function NoteForm(props: Props) {
  const { read, corrected } = props;
  const { form, saving, write, leave, leaving, isRecovered } = useNote(props);
  const field = form.fieldId('body');
  const isOver = corrected !== null;
  // As the part opens, and again after a correction, whose button went with it.
  useEffect(() => void focusOpened(document.getElementById(field)), [field]);
  const isEmpty = useWatch({ control: form.control, name: 'body' }).trim() === '';
  const isHalf = (isRecovered || form.formState.isDirty) && !isEmpty;
  const keys = useControlEnter(() => void write(), false);
  return (
    <form
      aria-label={isOver ? 'Corregir la nota' : 'Nueva nota de sesión'}
      onSubmit={(event) => event.preventDefault()}
      {...keys}
    >
      <LeaveQuestion isKept isDirty={isHalf} busy={form.busy} attempt={form.attempt} replacing={replacing} />
      <SecretFields className={css.form}>
        {isRecovered && <Notice>Se recuperó lo que estaba escribiendo.</Notice>}
        <TextControl
          form={form}
          name="body"
          lines={4}
          label={isOver ? `Corregir la nota del ${inLima(corrected.at)}` : 'Nueva nota'}
        />
        {read.attentions.length > 0 && (
          <ChoiceControl
            form={form}
            name="attentionId"
            label="De qué atención (si es de una)"
            options={read.attentions.map(({ id, label }) => ({ code: id, label }))}
          />
        )}
        <Problem words={form.problem} />
        <ActProblem act={leaving} />
        <div className={look.row}>
          <PlainButton aria-disabled={form.busy} aria-keyshortcuts="Control+Enter" onClick={() => void write()}>
            {isOver ? 'Guardar corrección' : 'Guardar nota'}
            <Key>Ctrl Enter</Key>
          </PlainButton>
          {isOver && <PlainButton onClick={() => void leave()}>No corregir</PlainButton>}
          {!(isEmpty && saving.state.kind === 'saved') && (
            <span className={look.secondary}>{saveWords(saving.state)}</span>
          )}
        </div>
      </SecretFields>
    </form>
  );
}
