import { useEffect, useMemo, useState } from 'react';
import type { Contract } from '../../../shared/contract.ts';
import type { OutputOf } from '../../../shared/platform/contract.ts';
import type { FieldIssue } from '../../../shared/platform/failures.ts';
import { referralRules, type ReferralKind, type ReferralOptions } from '../../../shared/referrals/index.ts';
import { usePaperStart, useSaveDraft } from '../../papers/index.ts';
import { useClient } from '../../platform/client-context.tsx';
import { useAutosave, useSectionForm } from '../../platform/forms/index.ts';
import { Notice, QueryState, type SummaryItem } from '../../platform/ui/index.ts';
import {
  callRefusals,
  draftOf,
  fieldOf,
  fieldWords,
  issueRefusals,
  optionsOf,
  referralDraftSchema,
  referralOrder,
  keptDraft,
  refusals,
  type ReferralDraft,
} from '../forms/referral-draft.ts';
import css from '../referrals.module.css';
import { BriefFields, ReceiverFields } from '../forms/referral-fields.tsx';

export type LetterStart = OutputOf<Contract['startReferral']>;

/** What the page of an act asks of each of its letters. */
export type LetterHandle = {
  readonly start: LetterStart;
  /** The options to send; null where something is missing, with the lines of the summary. */
  readonly collect: () => { readonly options: ReferralOptions | null; readonly items: readonly SummaryItem[] };
  /** Shows at their fields what was refused of this letter. */
  readonly refuse: (issues: readonly FieldIssue[]) => readonly SummaryItem[];
};

type Props = {
  readonly caseId: string;
  readonly kind: ReferralKind;
  /** The receiver is called before the paper while the clock of the kit says so. */
  readonly mustCall: boolean;
  /** Several letters on the page: each part says of which. */
  readonly isOneOfMany: boolean;
  /** Told when the letter can be collected, and with null when it is taken away. */
  readonly onReady: (kind: ReferralKind, handle: LetterHandle | null) => void;
};

/** One letter of an act: its draft is the one of the page of its kind, so that nothing typed is lost. */
export function LetterForm(props: Props) {
  const { caseId, kind } = props;
  const client = useClient();
  const start = usePaperStart({
    form: `referral-${kind}`,
    caseId,
    shape: keptDraft,
    start: () => client.startReferral({ caseId, kind }),
  });
  return <QueryState query={start}>{(data) => <Loaded key={data.draftId} {...props} {...data} />}</QueryState>;
}

type LoadedProps = Props & {
  readonly draftId: string;
  readonly start: LetterStart;
  readonly typed: ReferralDraft | null;
};

function Loaded({ kind, mustCall, isOneOfMany, onReady, draftId, start, typed }: LoadedProps) {
  const schema = useMemo(() => referralDraftSchema(kind), [kind]);
  const form = useSectionForm<ReferralDraft>({
    schema,
    defaultValues: typed ?? draftOf(kind, start.options),
    id: `letter-${kind}`,
  });
  useAutosave({ form, save: useSaveDraft(draftId) });
  const { label, note, asked } = referralRules[kind];
  const about = isOneOfMany ? label : undefined;
  const [hasMore] = useState(() => Object.values(asked).some(({ question }) => question.required));
  const { setError, clearErrors, getValues, fieldId } = form;
  useEffect(() => {
    const refuse = (issues: readonly FieldIssue[]) => {
      for (const { path, message } of issues) setError(path as never, { type: 'refused', message });
      const order = referralOrder(kind);
      return [...issues]
        .sort((one, other) => order.indexOf(one.path) - order.indexOf(other.path))
        .map(({ path, message }) => ({
          field: fieldId(path),
          message: [label, fieldWords(kind, path), message].filter((part) => part !== null).join(': '),
        }));
    };
    onReady(kind, {
      start,
      refuse: (issues) => refuse(issues.map(({ path, message }) => ({ path: fieldOf(path), message }))),
      collect: () => {
        const draft = getValues();
        clearErrors();
        const isFirst = start.clock?.kit === 'emergency' && mustCall;
        const all = [...refusals(kind, draft), ...issueRefusals(kind, draft), ...(isFirst ? callRefusals(draft) : [])];
        const issues = all.filter(({ path }, at) => all.findIndex((one) => one.path === path) === at);
        return { options: issues.length === 0 ? optionsOf(kind, draft) : null, items: refuse(issues) };
      },
    });
    return () => {
      onReady(kind, null);
    };
  }, [kind, label, start, mustCall, onReady, setError, clearErrors, getValues, fieldId]);
  return (
    <section className={css.letter} aria-label={label}>
      <h2>{label}</h2>
      {note !== null && (
        <Notice>
          <p>{note}</p>
        </Notice>
      )}
      <ReceiverFields form={form} kind={kind} about={about} children={start.children} />
      <BriefFields form={form} kind={kind} about={about} isOpen={hasMore} />
    </section>
  );
}
