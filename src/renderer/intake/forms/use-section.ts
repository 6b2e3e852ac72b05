import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { failureOf, withFailure } from '../../platform/failure-words.ts';
import { useSectionForm, type ActClient, type SectionForm } from '../../platform/forms/index.ts';
import { inLima } from '../../platform/times.ts';
import type { ChangeReason } from '../../../shared/history/index.ts';
import type { DraftForm } from '../../../shared/intake/index.ts';
import type { Failure, FieldIssue } from '../../../shared/platform/failures.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { readDraft, type DraftBody } from '../draft-body.ts';
import { useRefreshCase, type Draft } from '../queries.ts';
import { useDraftSaving, type DraftSaving } from '../use-draft-saving.ts';

type Stored<Values> = { readonly version: number; readonly form: Values };
/** `changed`: fields changed since they were first saved, as paths of the form. */
type Saved<Values> = Stored<Values> & { readonly changed: readonly string[] };
type Over<Values> = Stored<Values> & { readonly reason: ChangeReason | null };
type Answer = {
  readonly version: number;
  readonly missing: string[];
  readonly warnings: FieldIssue[];
  readonly changed: readonly string[];
};

/** With whether something was typed while it was being kept, which is not in what was kept. */
type Saving = Answer & { readonly isTypedOn: boolean };

type Options<Values extends FieldValues> = {
  readonly kind: DraftForm;
  readonly caseId: string;
  readonly schema: z.ZodType<Values, Values>;
  readonly saved: Saved<Values>;
  readonly draft: Draft;
  readonly save: (over: Over<Values>, client: ActClient) => Promise<Answer>;
  /** The section as it is stored now, after another person saved it. */
  readonly reload: () => Promise<Stored<Values>>;
  /** Puts what was changed of `base` over what another person saved; without it every field is chosen by hand. */
  readonly rebase?: (sides: { readonly base: Values; readonly mine: Values; readonly theirs: Values }) => Values;
};

export type SectionWork<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly draft: DraftSaving;
  /** When the draft that was recovered had been saved; null when nothing was. */
  readonly recoveredAt: string | null;
  readonly discard: () => Promise<void>;
  readonly conflict: Stored<Values> | null;
  /** What stands after `resolve`; null without a conflict. */
  readonly resolved: () => Values | null;
  readonly resolve: () => void;
  readonly result: (Answer & { readonly count: number }) | null;
  readonly warnings: ReadonlyMap<string, string>;
  readonly changed: ReadonlySet<string>;
  /** The save waits for the reason of a change. */
  readonly asksReason: boolean;
  readonly giveUpReason: () => void;
  readonly busy: boolean;
  /** The answer of the save; null when it was refused. */
  readonly saveNow: (reason?: ChangeReason) => Promise<Saving | null>;
};

const ofForm = (issue: FieldIssue): FieldIssue => ({ ...issue, path: issue.path.replace(/^form\./, '') });
const atFields = (failure: Failure): Failure => ({ ...failure, issues: failure.issues.map(ofForm) });

/** What was typed before, or the section as it is stored; a draft over another version of it is in conflict at once. */
function startOf<Values>(recovered: DraftBody<Values> | null, saved: Stored<Values>) {
  if (recovered === null) return { version: saved.version, values: saved.form, over: saved.form, conflict: null };
  const { version, values, over = saved.form } = recovered;
  return { version, values, over, conflict: version === saved.version ? null : saved };
}

/** How often something was typed: by hand, or put there by a button. */
function useTypings<Values extends FieldValues>({ subscribe }: SectionForm<Values>) {
  const typings = useRef(0);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        // A form that is filled anew names no field.
        callback: ({ name }) => {
          if (name !== undefined) typings.current += 1;
        },
      }),
    [subscribe],
  );
  return typings;
}

/** One section being filled: form, draft, save over the version it was read at, and what came back. */
export function useSection<Values extends FieldValues>(options: Options<Values>): SectionWork<Values> {
  const { kind, caseId, schema, saved, draft: opened, save, reload, rebase } = options;
  const refresh = useRefreshCase();
  const [recovered, setRecovered] = useState(() => readDraft<Values>(opened.body, saved.form));
  const [start] = useState(() => startOf(recovered, saved));
  const version = useRef(start.version);
  const stored = useRef<Stored<Values>>(saved);
  const base = useRef<Values>(start.over);
  const [conflict, setConflict] = useState<Stored<Values> | null>(start.conflict);
  const [result, setResult] = useState<SectionWork<Values>['result']>(null);
  const [asksReason, setAsksReason] = useState(false);
  const form = useSectionForm<Values>({ schema, defaultValues: start.values, id: kind, refresh });
  const versionNow = useCallback(() => version.current, []);
  const comparesBase = rebase !== undefined;
  const over = useCallback(() => (comparesBase ? base.current : undefined), [comparesBase]);
  const draft = useDraftSaving({ form, kind, caseId, draftId: opened.draftId, version: versionNow, over });

  const typings = useTypings(form);
  /** How many of them are in what was last read or saved. */
  const kept = useRef(0);
  const isTouched = () => typings.current !== kept.current;

  /** Somebody else saved it, and nothing was typed here: what she sees is what is stored. */
  const follow = useEffectEvent(() => {
    const isOlder = saved.version <= version.current;
    if (isOlder || recovered !== null || conflict !== null || form.busy || isTouched()) return;
    stored.current = saved;
    version.current = saved.version;
    base.current = saved.form;
    setResult(null);
    form.reset(saved.form);
  });
  useEffect(() => follow(), [saved.version]);

  const send = async (reason: ChangeReason | null): Promise<Answer | null> => {
    let answer: Answer | null = null;
    const asked = { reason: false };
    await form.send(async (values, client) => {
      try {
        const over = { version: version.current, form: values, reason };
        // What is typed from here on is not in what is kept.
        const sent = typings.current;
        answer = await withFailure(save(over, client), atFields);
        stored.current = { version: answer.version, form: values };
        version.current = answer.version;
        base.current = values;
        kept.current = sent;
        draft.forget();
        // Its draft may have been kept, and erased with the section, in between.
        if (isTouched()) draft.touch();
      } catch (error) {
        const failure = failureOf(error);
        if (failure.code === 'conflict') {
          stored.current = await reload();
          setConflict(stored.current);
        }
        if (failure.reason !== 'change-needs-reason') throw error;
        asked.reason = true;
      }
    });
    // Asked once nothing is under way: a reason given while the first save still ends would be heard by nobody.
    if (asked.reason) setAsksReason(true);
    return answer;
  };

  const saveNow = async (reason: ChangeReason | null = null): Promise<Saving | null> => {
    if (form.busy) return null;
    setAsksReason(false);
    await draft.saveNow();
    const answer = await send(reason);
    if (answer === null) return null;
    setRecovered(null);
    const warnings = answer.warnings.map(ofForm);
    const isTypedOn = isTouched();
    // Whoever types on keeps her place: the panel takes the focus when the count changes.
    setResult((before) => ({ ...answer, warnings, count: (before?.count ?? 0) + (isTypedOn ? 0 : 1) }));
    return { ...answer, warnings, isTypedOn };
  };

  const resolved = () => {
    if (conflict === null) return null;
    const mine = form.getValues();
    return rebase?.({ base: base.current, mine, theirs: conflict.form }) ?? mine;
  };

  return {
    form,
    draft,
    recoveredAt: recovered === null || opened.savedAt === null ? null : inLima(opened.savedAt),
    discard: async () => {
      await draft.discard();
      setRecovered(null);
      setConflict(null);
      version.current = stored.current.version;
      base.current = stored.current.form;
      kept.current = typings.current;
      form.reset(stored.current.form);
      form.clearProblem();
      await refresh();
    },
    conflict,
    resolved,
    resolve: () => {
      const values = resolved();
      if (conflict === null || values === null) return;
      if (comparesBase) form.reset(values);
      version.current = conflict.version;
      base.current = conflict.form;
      setConflict(null);
      form.clearProblem();
    },
    result,
    warnings: new Map(result?.warnings.map(({ path, message }) => [path, message])),
    changed: new Set(result?.changed ?? saved.changed),
    asksReason,
    giveUpReason: () => setAsksReason(false),
    busy: form.busy,
    saveNow,
  };
}
