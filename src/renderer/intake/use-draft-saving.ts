import { useCallback, useRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { DraftForm } from '../../shared/intake/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { useUnpressed } from '../platform/client.ts';
import { failureOf } from '../platform/failure-words.ts';
import { useAutosave, type Autosave, type SectionForm } from '../platform/forms/index.ts';
import { writeDraft } from './draft-body.ts';

type Options<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly kind: DraftForm;
  readonly caseId: string | null;
  /** Null: opened at the first typing. */
  readonly draftId: string | null;
  /** Version of the record the form was filled over. */
  readonly version: () => number;
  /** The record as it was in that version, kept along where the form compares with it. */
  readonly over?: () => Values | undefined;
  /** Values that are nothing to come back to: their draft is erased. */
  readonly isBlank?: (values: Values) => boolean;
};

export type DraftSaving = Autosave & {
  /** The record was saved and its draft erased with it: the next typing opens a new one. */
  readonly forget: () => void;
  /** The same where the form goes with it: what waits to be saved would open a draft of what is kept already. */
  readonly leave: () => void;
  readonly discard: () => Promise<void>;
};

/** Keeps the draft of a form; a draft erased with the save of its record is opened anew at the next typing. */
export function useDraftSaving<Values extends FieldValues>(options: Options<Values>): DraftSaving {
  const { form, kind, caseId, draftId, version, over, isBlank } = options;
  const client = useUnpressed();
  const current = useRef<string | null>(draftId);
  const written = useRef<string | null>(null);
  const discard = useCallback(async () => {
    const id = current.current;
    if (id === null) return;
    current.current = null;
    try {
      await client.discardDraft({ draftId: id });
    } catch (error) {
      // Gone already is what was asked for; otherwise it is still there, and can be asked again.
      if (failureOf(error).code === 'not-found') return;
      current.current ??= id;
      throw error;
    }
  }, [client]);
  const save = async (values: Values) => {
    if (isBlank?.(values) === true) return discard();
    if (current.current === null) {
      const opened = await client.openDraft({ form: kind, caseId });
      // What she typed before and has not seen again is not written over; what this form kept itself is in sight.
      if (opened.body !== null && opened.body !== written.current) throw fail('rule-broken', 'draft-unseen');
      current.current = opened.draftId;
    }
    const body = writeDraft({ version: version(), values, over: over?.() });
    await client.saveDraft({ draftId: current.current, body });
    written.current = body;
  };
  const autosave = useAutosave({ form, save });
  const forget = useCallback(() => {
    current.current = null;
  }, []);
  const { forget: drop } = autosave;
  const leave = useCallback(() => {
    drop();
    forget();
  }, [drop, forget]);
  return { ...autosave, forget, leave, discard };
}
