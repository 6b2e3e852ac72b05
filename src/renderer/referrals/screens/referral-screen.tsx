import { useMemo, useState } from 'react';
import { useWatch } from 'react-hook-form';
import {
  coversKind,
  needsConsent,
  referralKinds,
  isForHer,
  referralRules,
  type ReferralKind,
  refusalReasons,
} from '../../../shared/referrals/index.ts';
import {
  deepSummaryOf,
  IssuePaperDialog,
  PaperForm,
  PaperHeading,
  usePaperWork,
  usePaper,
  usePaperStart,
} from '../../papers/index.ts';
import { ConsentPanel, useConsents, useQuestionsBeside } from '../../care/index.ts';
import { useClient, type Output } from '../../platform/client.ts';
import { useSectionForm, ActProblem, useAct } from '../../platform/forms/index.ts';
import { EmptyState, Told, QueryState, PlainButton, ChoiceField, Panel, TextField } from '../../platform/ui/index.ts';
import {
  draftOf,
  fieldWords,
  issueRefusals,
  lackId,
  optionsOf,
  readableOptions,
  referralDraftSchema,
  referralOrder,
  refusals,
  keptDraft,
  type ReferralDraft,
} from '../forms/referral-draft.ts';
import { ReceiverFields, ReferralFields } from '../forms/referral-fields.tsx';
import { purposeOptions } from '../words.ts';
import { useRefreshReferrals } from '../queries.ts';
import css from '../referrals.module.css';

type Props = { readonly params: { readonly caseId: string; readonly kind: string } };

/** What the record lacks stays a visible gap on the letter: an emergency does not wait. */
const issueWords = {
  title: '¿Emitir esta derivación?',
  back: 'Volver a la derivación',
  note: 'Recibe su número y ya no se cambia. El programa no la envía a ninguna parte.',
  missing: 'Faltan datos de la ficha; en el papel se lee «[FALTA: …]»:',
};

/** A referral of any kind: who receives, what she accepted, what is asked, and the page before it is issued. */
export function ReferralScreen({ params: { caseId, kind } }: Props) {
  const known = referralKinds.find((one) => one === kind);
  if (known === undefined) return <EmptyState>Esta derivación no existe.</EmptyState>;
  return <OneReferral key={known} caseId={caseId} kind={known} />;
}

type OneProps = { readonly caseId: string; readonly kind: ReferralKind };
type Start = Output<'startReferral'>;

function OneReferral({ caseId, kind }: OneProps) {
  const client = useClient();
  const start = usePaperStart({
    form: `referral-${kind}`,
    caseId,
    shape: keptDraft,
    start: () => client.startReferral({ caseId, kind }),
  });
  return (
    <>
      <PaperHeading caseId={caseId} title={`Derivación: ${referralRules[kind].label}`} />
      <QueryState query={start}>
        {(data) => <ReferralForm key={data.draftId} caseId={caseId} kind={kind} {...data} />}
      </QueryState>
    </>
  );
}

type Composed = Output<'composeReferralDraft'>;

type FormProps = OneProps & {
  readonly draftId: string;
  readonly start: Start;
  readonly typed: ReferralDraft | null;
};

function ReferralForm({ caseId, kind, draftId, start, typed }: FormProps) {
  const client = useClient();
  const { note, filing, label } = referralRules[kind];
  const schema = useMemo(() => referralDraftSchema(kind), [kind]);
  const form = useSectionForm({ schema, defaultValues: typed ?? draftOf(start.options, start.post), id: 'referral' });
  const { run, pages, ...paper } = usePaperWork(form, caseId, draftId);
  const now = usePaper({
    form,
    read: (draft) => {
      const options = readableOptions(kind, draft);
      if (options === null) return null;
      const words: Promise<Composed> = client.composeReferralDraft({ caseId, kind, options });
      return { words, isBehind: refusals(kind, draft).length > 0 };
    },
  });
  const { data: consents } = useConsents(caseId, (consent) => coversKind(consent, kind));
  const receiver = useWatch({ control: form.control, name: 'establishment' });
  const isRefused = consents?.[0]?.form === 'refused';
  const title = `Derivación: ${label}`;
  const beside = useQuestionsBeside(caseId, { title, isForHer });
  const [asked, setAsked] = useState<Composed | null>(null);

  const begin = async (draft: ReferralDraft) => {
    const consent = consents?.[0];
    const isTaken = consent?.form === 'refused' || (consent?.withdrawnAt ?? null) !== null;
    const issues = [
      ...issueRefusals(kind, draft, start.kitQuestion),
      ...(needsConsent(kind) && (consent === undefined || isTaken)
        ? [{ path: 'consent', message: consentNeeded(consent !== undefined) }]
        : []),
    ];
    if (issues.length > 0) {
      form.showFailure({ code: 'invalid', reason: null, issues, incident: null });
      return;
    }
    const answer = await client.composeReferralDraft({ caseId, kind, options: optionsOf(kind, draft) });
    now.take(answer);
    setAsked(answer);
  };
  const issue = () => {
    const options = optionsOf(kind, form.getValues());
    return paper.issue((by) => by.issueReferral({ caseId, kind, options }));
  };

  return (
    <>
      <PaperForm
        caseId={caseId}
        title={title}
        form={form}
        summary={summaryItems(deepSummaryOf(form, referralOrder(kind), (path) => fieldWords(kind, path)))}
        recovered={typed === null ? null : 'Se recuperó su borrador de esta derivación.'}
        now={now}
        lackId={lackId(form)}
        label="Texto de la derivación"
        pages={pages}
        beside={beside}
        saved={paper.saved}
        busy={paper.busy}
        onShow={() =>
          void run((draft) => pages.show(client.previewReferral({ caseId, kind, options: optionsOf(kind, draft) })))
        }
        onIssue={() => void run(begin)}
      >
        <Told {...(filing !== undefined && { tone: 'warning' as const })}>{note}</Told>
        <ReceiverFields form={form} kind={kind} start={start} />
        {needsConsent(kind) && (
          <ConsentPanel
            caseId={caseId}
            covers={(consent) => coversKind(consent, kind)}
            purpose={kind}
            purposes={purposeOptions}
            receiver={receiver}
            consenter={start.consenter}
            onRecorded={now.refresh}
          />
        )}
        {isRefused && <RefusalPanel caseId={caseId} kind={kind} />}
        <ReferralFields form={form} kind={kind} kitQuestion={start.kitQuestion} />
      </PaperForm>
      {asked !== null && (
        <IssuePaperDialog
          words={issueWords}
          composed={asked}
          act={paper.act}
          onIssue={issue}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}

function consentNeeded(isRefused: boolean): string {
  return isRefused ? 'No dio su consentimiento: la derivación no se emite.' : 'Registre primero el consentimiento.';
}

/** The consent has its own form: its line leads to the first answer of it. */
function summaryItems(items: ReturnType<typeof deepSummaryOf>) {
  return items.map((item) => (item.field === 'referral-consent' ? { ...item, field: 'consent-form' } : item));
}

/** C6: that she does not accept is a result, with its reason; it stops nothing else. */
function RefusalPanel({ caseId, kind }: { readonly caseId: string; readonly kind: ReferralKind }) {
  const act = useAct({ refresh: useRefreshReferrals() });
  const [reason, setReason] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const [isDone, setDone] = useState(false);
  const reasons = refusalReasons(kind);
  const isOther = reasons.some(({ code, isOther: other }) => code === reason && other === true);
  const record = async () => {
    if (reason === null || (isOther && words.trim() === '')) {
      act.say(reason === null ? 'Elija un motivo.' : 'Escriba el motivo.');
      return;
    }
    await act.run(
      (client) => client.recordRefusal({ caseId, refusal: { kind, reason, words: isOther ? words : null } }),
      { words: 'Motivo registrado.', done: () => setDone(true) },
    );
  };
  return (
    <Panel title="Por qué no se deriva">
      {isDone ? (
        <Told tone="done">Quedó registrado. Puede derivarla más adelante o a otro servicio.</Told>
      ) : (
        <>
          <ChoiceField
            words={{
              label: 'Motivo por el que no se deriva',
              id: 'refusal-reason',
              toConfirm: kind !== 'emergency-kit',
            }}
            options={reasons}
            value={reason}
            onChange={setReason}
          />
          {isOther && (
            <TextField
              words={{ label: 'Cuál es el motivo', id: 'refusal-words' }}
              maxLength={300}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
          <ActProblem act={{ ...act, problem: act.issues[0]?.message ?? act.problem }} />
          <div className={css.acts}>
            <PlainButton onClick={() => void record()}>Registrar el motivo</PlainButton>
          </div>
        </>
      )}
    </Panel>
  );
}
