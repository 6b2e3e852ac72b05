/** What is typed of prevention and not saved: kept for its author through leaving, locking and a crash. */
import { useCallback, useEffect, type RefObject } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { Instant } from '../../shared/platform/dates.ts';
import { inLima } from '../platform/times.ts';
import type { PreventionDraftForm } from '../../shared/prevention/index.ts';
import { useUnpressed } from '../platform/client.ts';
import { useAutosave, type Autosave, type SectionForm } from '../platform/forms/index.ts';
import { asOfNow, useRead } from '../platform/query.ts';
import { Notice, saveWords } from '../platform/ui/index.ts';
import css from './prevention.module.css';

export type OwnDraft<Values> = {
  /** Of the record over which it was typed; null for a new one. */
  readonly version: number | null;
  readonly values: Values;
  readonly savedAt: Instant;
};

/** Null for what another version of the program wrote otherwise. */
function readBody<Values extends object>(
  body: string,
  blank: Values,
): Pick<OwnDraft<Values>, 'version' | 'values'> | null {
  try {
    const read = JSON.parse(body) as { version: number | null; values: Values };
    return Object.keys(blank).every((name) => name in read.values) ? read : null;
  } catch {
    return null;
  }
}

/** `version` is that of the record: what is typed over a newer one is another draft. */
export function useOwnDraft<Values extends object>(
  form: PreventionDraftForm,
  { version, blank, enabled = true }: { version: number | null; blank: Values; enabled?: boolean },
) {
  return useRead(
    ['prevention-draft', form, version],
    async (client): Promise<OwnDraft<Values> | null> => {
      const { body, savedAt } = await client.readPreventionDraft({ form });
      const read = body === null ? null : readBody(body, blank);
      return read === null || savedAt === null ? null : { ...read, savedAt };
    },
    { ...asOfNow, enabled },
  );
}

type Options<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly kind: PreventionDraftForm;
  readonly version: number | null;
};

export type Keeping = Autosave & { readonly discard: () => Promise<void> };

export function useKeeping<Values extends FieldValues>({ form, kind, version }: Options<Values>): Keeping {
  const client = useUnpressed();
  const save = async (values: Values) => {
    await client.keepPreventionDraft({ form: kind, body: JSON.stringify({ version, values }) });
  };
  const autosave = useAutosave({ form, save });
  const { forget } = autosave;
  const discard = useCallback(async () => {
    forget();
    await client.keepPreventionDraft({ form: kind, body: null });
  }, [client, forget, kind]);
  return { ...autosave, discard };
}

type KeeperProps<Values extends FieldValues> = Options<Values> & {
  /** For the dialog around it, which is told of the save before this goes away. */
  readonly handleRef: RefObject<Keeping | null>;
};

/** The same inside a form that a dialog makes. */
export function DraftKeeper<Values extends FieldValues>({ handleRef, ...options }: KeeperProps<Values>) {
  const keeping = useKeeping(options);
  useEffect(() => {
    handleRef.current = keeping;
  }, [handleRef, keeping]);
  return <p className={css.quiet}>{saveWords(keeping.state)}</p>;
}

type RecoveredProps = {
  readonly draft: OwnDraft<unknown>;
  /** Somebody saved another thing since. */
  readonly isOver: boolean;
  readonly onDiscard: () => void;
};

export function Recovered({ draft, isOver, onDiscard }: RecoveredProps) {
  return (
    <Notice tone={isOver ? 'warning' : 'neutral'} action={{ label: 'Descartarlo', onClick: onDiscard }}>
      {`Aquí está lo que escribió y no guardó (${inLima(draft.savedAt)}).`}
      {isOver && ' Otra persona guardó otra cosa mientras tanto: mire el historial antes de guardar.'}
    </Notice>
  );
}
