import { useState } from 'react';
import type { Contract } from '../../../shared/contract.ts';
import {
  filingKinds,
  isForHer,
  kinds,
  type FilingKind,
  type FilingOptions,
  type MissingFactReason,
} from '../../../shared/filings/index.ts';
import type { MissingFact } from '../../../shared/papers/index.ts';
import type { OutputOf } from '../../../shared/platform/contract.ts';
import {
  CaseHeading,
  deepSummaryOf,
  PaperForm,
  useIssuePaper,
  usePaperRun,
  usePaperStart,
  usePreview,
  useSaveDraft,
} from '../../papers/index.ts';
import { useQuestionsBeside } from '../../care/index.ts';
import { useClient } from '../../platform/client-context.tsx';
import { useAutosave, useSectionForm } from '../../platform/forms/index.ts';
import { EmptyState, QueryState } from '../../platform/ui/index.ts';
import {
  draftOf,
  draftSchemaOf,
  keptDraft,
  issueRefusals,
  optionsOf,
  suggestionsOf,
  type FilingDraft,
} from '../forms/filing-draft.ts';
import { FilingFields } from '../forms/filing-fields.tsx';
import { LivePanel, useLiveDraft } from '../forms/live-draft.tsx';
import { fieldWords, filingOrder } from '../forms/words.ts';
import { IssueDialog } from './issue-dialog.tsx';

type Props = { readonly params: { readonly caseId: string; readonly kind?: string; readonly eventId?: string } };

/** Kind 3 has a path of its own from the time when it was the only one. */
function kindOf(params: Props['params']): FilingKind | null {
  const kind = params.kind === undefined ? 3 : Number(params.kind);
  return filingKinds.find((one) => one === kind) ?? null;
}

/** One kind of writ: what the record gives, what the professional decides, and the very pages before they are issued. */
export function FilingScreen({ params }: Props) {
  const kind = kindOf(params);
  if (kind === null) return <EmptyState>Este escrito no existe.</EmptyState>;
  const { caseId, eventId = null } = params;
  return <FilingOfKind caseId={caseId} kind={kind} eventId={eventId} key={`${kind} ${eventId ?? ''}`} />;
}

type OfKindProps = {
  readonly caseId: string;
  readonly kind: FilingKind;
  /** The act that it answers; null where none was named. */
  readonly eventId: string | null;
};

function FilingOfKind({ caseId, kind, eventId }: OfKindProps) {
  const client = useClient();
  const start = usePaperStart({
    form: kind === 3 ? 'filing' : `filing-${kind}`,
    caseId,
    shape: keptDraft,
    start: async () => ({
      ...(await client.startFiling({ caseId, kind, eventId })),
      ...(await client.listLinkedCases({ caseId })),
      ...(await client.listFilings({ caseId })),
    }),
  });
  return (
    <>
      <CaseHeading caseId={caseId} title={kinds[kind].label} />
      <QueryState query={start}>
        {(data) => (
          <FilingForm
            caseId={caseId}
            kind={kind}
            draftId={data.draftId}
            start={data.start}
            typed={data.typed}
            answersAct={eventId !== null}
            key={data.draftId}
          />
        )}
      </QueryState>
    </>
  );
}

type Start = OutputOf<Contract['startFiling']> &
  OutputOf<Contract['listLinkedCases']> &
  OutputOf<Contract['listFilings']>;

type FormProps = {
  readonly caseId: string;
  readonly draftId: string;
  readonly kind: FilingKind;
  readonly start: Start;
  readonly typed: FilingDraft | null;
  readonly answersAct: boolean;
};

const recoveredWords = 'Se recuperó su borrador de este escrito.';
const notFilledWords = `${recoveredWords} No se llenó con el acto que acaba de registrar: revise expediente, resolución y fechas.`;

function FilingForm({ caseId, kind, draftId, start, typed, answersAct }: FormProps) {
  const client = useClient();
  const form = useSectionForm({
    schema: draftSchemaOf(kind),
    defaultValues: typed ?? draftOf(start.options),
    id: 'filing',
  });
  const { state, saveNow } = useAutosave({ form, save: useSaveDraft(draftId) });
  const { busy, run } = usePaperRun(form, saveNow);
  const paper = useIssuePaper(caseId);
  const preview = usePreview();
  const [missing, setMissing] = useState<readonly MissingFact[] | null>(null);
  const ask = (options: FilingOptions) => client.previewFiling({ caseId, kind, options });
  const beside = useQuestionsBeside(caseId, { title: kinds[kind].label, isForHer });
  const live = useLiveDraft({ form, caseId, kind, preview });

  const begin = async (draft: FilingDraft) => {
    const issues = issueRefusals(draft, kind);
    if (issues.length > 0) {
      form.showFailure({ code: 'invalid', reason: null, issues, incident: null });
      return;
    }
    const answer = await preview.check(client.composeDraft({ caseId, kind, options: optionsOf(draft) }));
    setMissing(answer.missing.filter(({ weight }) => weight === 'required'));
  };
  const issue = (missingReason: MissingFactReason | null) => {
    const options = optionsOf(form.getValues());
    void paper.issue((by) => by.issueFiling({ caseId, kind, options, missingReason }));
  };

  return (
    <>
      <PaperForm
        caseId={caseId}
        title={kinds[kind].label}
        form={form}
        summary={deepSummaryOf(form, filingOrder, (path) => fieldWords(path, kind))}
        recovered={typed === null ? null : answersAct ? notFilledWords : recoveredWords}
        preview={preview}
        beside={beside}
        live={<LivePanel {...live} />}
        saved={state}
        busy={busy}
        onShow={() => void run((draft) => preview.show(ask(optionsOf(draft))))}
        onIssue={() => void run(begin)}
      >
        <FilingFields
          form={form}
          kind={kind}
          suggestions={suggestionsOf(start.options)}
          law={{ articles: start.articles, confirmed: start.confirmed, today: start.options.signedOn }}
          linked={start.cases.map((one) => ({ name: one.caseId, label: `Ficha ${one.number} · ${one.userName}` }))}
          issued={start.issued.map((one) => ({ code: one.id, label: `${one.number} · ${one.label}` }))}
        />
      </PaperForm>
      {missing !== null && (
        <IssueDialog
          missing={missing}
          act={paper.act}
          onIssue={issue}
          onCancel={() => {
            setMissing(null);
          }}
        />
      )}
    </>
  );
}
