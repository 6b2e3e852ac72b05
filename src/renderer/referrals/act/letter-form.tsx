import { useEffect, useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { civilDateOf } from '../../../shared/platform/clock.ts';
import type { FieldIssue } from '../../../shared/platform/failures.ts';
import { isSlower, referralRules, type ReferralKind, type ReferralOptions } from '../../../shared/referrals/index.ts';
import { usePaper, usePaperStart, useSaveDraft, type Beside } from '../../papers/index.ts';
import { useClient, type Output } from '../../platform/client.ts';
import { useAutosave, useSectionForm } from '../../platform/forms/index.ts';
import { Told, QueryState, type SummaryItem } from '../../platform/ui/index.ts';
import {
  callRefusals,
  draftOf,
  fieldOf,
  fieldWords,
  issueRefusals,
  lackId,
  optionsOf,
  readableOptions,
  referralDraftSchema,
  referralOrder,
  keptDraft,
  refusals,
  type ReferralDraft,
} from '../forms/referral-draft.ts';
import css from '../referrals.module.css';
import { BriefFields, ReceiverFields } from '../forms/referral-fields.tsx';

export type LetterStart = Output<'startReferral'>;
type Words = Output<'composeReferralDraft'>;

/** What the page of an act asks of each of its letters. */
export type LetterHandle = {
  readonly start: LetterStart;
  /** The options to send; null where something is missing, with the lines of the summary. */
  readonly collect: () => { readonly options: ReferralOptions | null; readonly items: readonly SummaryItem[] };
  /** Shows at their fields what was refused of this letter. */
  readonly refuse: (issues: readonly FieldIssue[]) => readonly SummaryItem[];
  /** It is issued: its draft is gone. */
  readonly forget: () => void;
};

type Props = {
  readonly caseId: string;
  readonly kind: ReferralKind;
  /** Asked as an emergency: the letter says so, and the receiver is called before the paper. */
  readonly isUrgent: boolean;
  /** Several letters on the page: each part says of which. */
  readonly isOneOfMany: boolean;
  /** Who receives, where it is not chosen; null: asked. */
  readonly establishment: string | null;
  /** Told when the letter can be collected, and with null when it is taken away. */
  readonly onReady: (kind: ReferralKind, handle: LetterHandle | null) => void;
  /** Told the words of the letter as they are written, and null when it is taken away. */
  readonly onWords: (kind: ReferralKind, paper: Beside | null) => void;
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
  readonly savedAt: string | null;
};

/** In an emergency of health what is asked for is known; it stands in the fields to be changed. */
function urgentParts(kind: ReferralKind, { services, reason }: ReferralDraft): Partial<ReferralDraft> {
  if (kind !== 'health') return {};
  return {
    ...(services.length === 0 && { services: ['emergency' as const] }),
    ...(reason === '' && { reason: 'Requiere atención de emergencia.' }),
  };
}

/** A call and a date are of the day they were written on; a letter is never slower than what the record asks for now. */
function startingDraft(props: LoadedProps): ReferralDraft {
  const draft = ownDraft(props);
  const { establishment, start } = props;
  return establishment === null
    ? draft
    : { ...draft, establishment, post: draft.post === '' ? start.post : draft.post };
}

function ownDraft({ kind, isUrgent, start, typed, savedAt }: LoadedProps): ReferralDraft {
  const fresh = draftOf(start.options, start.post);
  const asked = isUrgent ? 'emergency' : fresh.urgency;
  const urgent = isUrgent ? urgentParts(kind, fresh) : {};
  if (typed === null) return { ...fresh, ...urgent, urgency: asked };
  const isOfToday = savedAt !== null && civilDateOf(Date.parse(savedAt)) === start.options.signedOn;
  const { calledAt, isUnanswered, signedOn } = isOfToday ? typed : fresh;
  const urgency = typed.urgency === null || asked === null || !isSlower(typed.urgency, asked) ? typed.urgency : asked;
  return { ...typed, calledAt, isUnanswered, signedOn, urgency };
}

function Loaded(props: LoadedProps) {
  const { caseId, kind, isUrgent, isOneOfMany, establishment, onReady, onWords, draftId, start, typed } = props;
  const client = useClient();
  const schema = useMemo(() => referralDraftSchema(kind), [kind]);
  const form = useSectionForm<ReferralDraft>({
    schema,
    defaultValues: startingDraft(props),
    id: `letter-${kind}`,
  });
  const { forget } = useAutosave({ form, save: useSaveDraft(draftId) });
  const { label, note, asked } = referralRules[kind];
  const { words, isBehind, failure } = usePaper({
    form,
    read: (draft) => {
      const options = readableOptions(kind, draft);
      if (options === null) return null;
      const composed: Promise<Words> = client.composeReferralDraft({ caseId, kind, options });
      return { words: composed, isBehind: refusals(kind, draft).length > 0 };
    },
  });
  const about = isOneOfMany ? label : undefined;
  // Nothing that must be filled is folded away.
  const [hasMore] = useState(
    () => start.options.professional === null || Object.values(asked).some(({ question }) => question.required),
  );
  const urgency = useWatch({ control: form.control, name: 'urgency' });
  const isCallFirst = isUrgent && (start.clock?.kit === 'emergency' || urgency === 'emergency');
  const { clearErrors, getValues, fieldId } = form;
  const { setError } = form.untyped;
  useEffect(() => {
    onWords(kind, {
      key: kind,
      label: `Texto: ${label}`,
      now: { words, isBehind, failure },
      fieldId: lackId({ fieldId }),
    });
    return () => onWords(kind, null);
  }, [kind, label, words, isBehind, failure, fieldId, onWords]);
  useEffect(() => {
    const refuse = (issues: readonly FieldIssue[]) => {
      for (const { path, message } of issues) setError(path, { type: 'refused', message });
      const order = referralOrder(kind);
      return [...issues]
        .sort((one, other) => order.indexOf(one.path) - order.indexOf(other.path))
        .map(({ path, message }) => ({
          field: fieldId(path),
          message: [label, fieldWords(kind, path), message].filter((part) => part !== null).join(': '),
        }));
    };
    onReady(kind, {
      ...{ start, forget },
      refuse: (issues) => refuse(issues.map(({ path, message }) => ({ path: fieldOf(path), message }))),
      collect: () => {
        const draft = getValues();
        clearErrors();
        const call = isCallFirst ? callRefusals(draft) : [];
        const all = [...refusals(kind, draft), ...issueRefusals(kind, draft, start.kitQuestion), ...call];
        const issues = all.filter(({ path }, at) => all.findIndex((one) => one.path === path) === at);
        return { options: issues.length === 0 ? optionsOf(kind, draft) : null, items: refuse(issues) };
      },
    });
    return () => onReady(kind, null);
  }, [kind, label, start, isCallFirst, onReady, setError, clearErrors, getValues, fieldId, forget]);
  return (
    <section className={css.letter} aria-label={label}>
      <h2>{label}</h2>
      <Told>{note}</Told>
      {typed !== null && (
        <Told>Se recuperó su borrador de esta derivación. Revíselo: la hora de la llamada y la fecha son de hoy.</Told>
      )}
      {establishment === null ? (
        <ReceiverFields form={form} kind={kind} about={about} start={start} />
      ) : (
        <p>{`Recibe: ${establishment}`}</p>
      )}
      <BriefFields
        form={form}
        kind={kind}
        about={about}
        kitQuestion={start.kitQuestion}
        isOpen={hasMore}
        isCallDemanded={isCallFirst}
      />
    </section>
  );
}
