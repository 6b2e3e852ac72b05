import { Button } from '@mantine/core';
import { useEffect, useRef, type RefObject } from 'react';
import { attentionFields, type ChosenAction } from '../../shared/care/index.ts';
import { useCentreDay, Drafted, type Draft } from '../intake/index.ts';
import { FormHead } from '../platform/forms/index.ts';
import { isDialogOpen, useWindowKey } from '../platform/keys.ts';
import { focusOpened, look, PlainButton, QueryState, saveWords, Key } from '../platform/ui/index.ts';
import { FormFields } from '../record/index.ts';
import { ActionField, attentionOrder, isBlank, useNewAttention } from './attention-form.tsx';
import css from './care.module.css';
import { useAttentions } from './queries.ts';

type Props = {
  readonly caseId: string;
  /** It was recorded, or folded: what was typed and not recorded stays a draft, and is told of. */
  readonly onDone: (isLeft: boolean) => void;
};

/** An attention written over the history of its case: what was done, and the rest as it mostly is. */
export function AttentionNote({ caseId, onDone }: Props) {
  const attentions = useAttentions(caseId);
  return (
    <Drafted of="attention" caseId={caseId}>
      {(draft) => (
        <QueryState query={attentions}>
          {({ actions }) => <NoteForm key={draft.draftId} {...{ caseId, draft, actions, onDone }} />}
        </QueryState>
      )}
    </Drafted>
  );
}

type FormProps = Props & { readonly draft: Draft; readonly actions: readonly ChosenAction[] };

const { on, time, note, withWhom, outcome } = attentionFields;
const rest = { withWhom: { ...withWhom, inline: true }, outcome: { ...outcome, inline: true } } as const;

function NoteForm({ caseId, draft, actions, onDone }: FormProps) {
  const today = useCentreDay().day;
  const { form, saving, ...attention } = useNewAttention({ caseId, today, draft, id: 'note' });
  const first = form.fieldId('action');
  useEffect(() => {
    focusOpened(document.getElementById(first));
  }, [first]);
  const record = () => attention.record(saving.forget, () => onDone(false));
  const fold = async () => {
    await saving.saveNow();
    // What could not be kept stays in sight, with why.
    if (saving.isKept()) onDone(!isBlank(form.getValues(), today));
  };
  const box = useRef<HTMLFormElement>(null);
  useNoteKeys(box, { record, fold });
  return (
    <form
      ref={box}
      className={css.noteForm}
      aria-label="Anotar una atención"
      onSubmit={(event) => event.preventDefault()}
    >
      <FormHead form={form} order={attentionOrder} />
      <div className={css.noteTop}>
        <ActionField form={form} name="action" actions={actions} />
        <FormFields fields={{ on, time }} form={form} />
      </div>
      <FormFields fields={{ note }} form={form} />
      <FormFields fields={rest} form={form} />
      <div className={look.row}>
        <Button aria-disabled={form.busy} aria-keyshortcuts="Control+Enter" onClick={() => void record()}>
          Registrar
          <Key>Ctrl Enter</Key>
        </Button>
        <PlainButton onClick={() => void fold()}>
          Cerrar
          <Key>Esc</Key>
        </PlainButton>
        <span className={look.secondary}>{saveWords(saving.state)}</span>
      </div>
    </form>
  );
}

type Ways = Readonly<Record<'record' | 'fold', () => Promise<void>>>;

/** Ctrl Enter and Esc while something is written, except in a list that is open or a dialog over it. */
function useNoteKeys(box: RefObject<HTMLFormElement | null>, { record, fold }: Ways): void {
  // Before a list closes by the same key.
  useWindowKey((event) => {
    const place = document.activeElement;
    // Elsewhere on the page both keys mean something else.
    const isHere = place === null || place === document.body || box.current?.contains(place) === true;
    if (isDialogOpen() || !isHere) return;
    const isList = document.activeElement?.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && !isList) void fold();
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    void record();
  }, true);
}
