import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { DraftForm } from '../../shared/intake/index.ts';
import { useSectionForm, type SectionForm } from '../platform/forms/index.ts';
import { useCutFrom } from '../platform/line/index.ts';
import { inLima } from '../platform/times.ts';
import { readDraft } from './draft-body.ts';
import type { Draft } from './queries.ts';
import { useDraftSaving, type DraftSaving } from './use-draft-saving.ts';

type FormOptions<Values extends FieldValues> = Parameters<typeof useSectionForm<Values>>[0];

type Options<Values extends FieldValues> = Omit<FormOptions<Values>, 'defaultValues'> & {
  readonly kind: DraftForm;
  readonly caseId: string | null;
  /** Null where it could not be opened: the form works without what was typed before. */
  readonly draft: Draft | null;
  /** The form before anything is typed. */
  readonly start: Values;
  /** Of a draft of before: with what its values lack since. */
  readonly complete?: (values: Values) => Values;
  /** Of the record it is typed over; 0 for a new one. */
  readonly version?: number;
};

export type DraftedForm<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly saving: DraftSaving;
  /** When what was typed before and stands there again was kept, in words; null where nothing was. */
  readonly recoveredAt: string | null;
  /** Somebody saved another thing since. */
  readonly isOver: boolean;
  readonly discard: () => Promise<void>;
  /** Sends once nothing typed waits: saved after the answer it would be a new draft, of what is kept already. */
  readonly send: SectionForm<Values>['send'];
  /** Closes the form once what is typed is kept; while the line is cut at once, and it is kept when the line is back. */
  readonly leave: (close: () => void) => Promise<void>;
};

/** A form over its draft: what is typed is kept until the record is, through leaving, locking and a crash. */
export function useDraftedForm<Values extends FieldValues>(options: Options<Values>): DraftedForm<Values> {
  const { kind, caseId, draft, start, complete = (values) => values, version = 0, ...rest } = options;
  const isBlank = (values: Values) => JSON.stringify(values) === JSON.stringify(start);
  const [kept, setKept] = useState(() => {
    const read = readDraft(draft?.body ?? null, start);
    return read === null || isBlank(read.values) ? null : { ...read, values: complete(read.values) };
  });
  const form = useSectionForm<Values>({ ...rest, defaultValues: kept?.values ?? start });
  const saving = useDraftSaving({
    ...{ form, kind, caseId, isBlank },
    ...{ draftId: draft?.draftId ?? null, version: () => version },
  });
  const discard = async () => {
    await saving.discard();
    form.reset(start);
    setKept(null);
  };
  const send: SectionForm<Values>['send'] = (work, end) =>
    form.send(async (values, by) => {
      // Inside the act: it is seen to be on its way, and pressed again it does nothing.
      await saving.saveNow();
      return work(values, by);
    }, end);
  const isCut = useCutFrom() !== null;
  const leave = async (close: () => void) => {
    if (!isCut) {
      await saving.saveNow();
      // What could not be kept stays in sight, with why.
      if (!saving.isKept()) return;
    }
    close();
  };
  const savedAt = kept === null ? null : (draft?.savedAt ?? null);
  return {
    ...{ form, saving, discard, send, leave },
    recoveredAt: savedAt === null ? null : inLima(savedAt),
    isOver: kept !== null && kept.version !== version,
  };
}
