import { useState } from 'react';
import type { FilingOptions, MissingFactReason, OfferedArticle } from '../../../shared/filings/index.ts';
import type { MissingFact } from '../../../shared/papers/index.ts';
import {
  CaseHeading,
  deepSummaryOf,
  PaperForm,
  useIssuePaper,
  useOnce,
  usePaperRun,
  usePaperStart,
  usePreview,
  useSaveDraft,
} from '../../papers/index.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf } from '../../platform/failure-words.ts';
import { useAutosave, useSectionForm } from '../../platform/forms/index.ts';
import { QueryState } from '../../platform/ui/index.ts';
import {
  draftOf,
  filingDraftSchema,
  keptDraft,
  issueRefusals,
  optionsOf,
  suggestionsOf,
  type FilingDraft,
} from '../forms/filing-draft.ts';
import { FilingFields } from '../forms/filing-fields.tsx';
import { fieldWords, filingOrder } from '../forms/words.ts';
import { IssueDialog } from './issue-dialog.tsx';

type Props = { readonly params: { readonly caseId: string } };

const kind = 3;
const title = 'Solicitud de medidas de protección';

/** Kind 3: what the record gives, what the lawyer decides, and the very pages before they are issued. */
export function FilingScreen({ params: { caseId } }: Props) {
  const client = useClient();
  const start = usePaperStart({
    form: 'filing',
    caseId,
    shape: keptDraft,
    start: () => client.startFiling({ caseId, kind }),
  });
  return (
    <>
      <CaseHeading caseId={caseId} title={title} />
      <QueryState query={start}>
        {(data) => (
          <FilingForm
            caseId={caseId}
            draftId={data.draftId}
            start={data.start.options}
            articles={data.start.articles}
            typed={data.typed}
            key={data.draftId}
          />
        )}
      </QueryState>
    </>
  );
}

type FormProps = {
  readonly caseId: string;
  readonly draftId: string;
  readonly start: FilingOptions;
  readonly articles: readonly OfferedArticle[];
  readonly typed: FilingDraft | null;
};

function FilingForm({ caseId, draftId, start, articles, typed }: FormProps) {
  const client = useClient();
  const form = useSectionForm({ schema: filingDraftSchema, defaultValues: typed ?? draftOf(start), id: 'filing' });
  const { state, saveNow } = useAutosave({ form, save: useSaveDraft(draftId) });
  const { busy, run } = usePaperRun(form, saveNow);
  const issuePaper = useIssuePaper(caseId);
  const preview = usePreview();
  const [missing, setMissing] = useState<readonly MissingFact[] | null>(null);
  const ask = (options: FilingOptions) => client.previewFiling({ caseId, kind, options });
  // A refusal shows again at «Ver borrador», where it can be mended.
  useOnce(() => {
    preview.check(ask(start)).catch((error: unknown) => failureOf(error));
  });

  const begin = async (draft: FilingDraft) => {
    const issues = issueRefusals(draft);
    if (issues.length > 0) {
      form.showFailure({ code: 'invalid', reason: null, issues, incident: null });
      return;
    }
    const answer = await preview.check(ask(optionsOf(draft)));
    setMissing(answer.missing.filter(({ weight }) => weight === 'required'));
  };
  const issue = (missingReason: MissingFactReason | null) => {
    const options = optionsOf(form.getValues());
    return issuePaper(options.addressee?.office ?? null, (call) =>
      client.issueFiling({ caseId, kind, options, missingReason }, call),
    );
  };

  return (
    <>
      <PaperForm
        caseId={caseId}
        title={title}
        form={form}
        summary={deepSummaryOf(form, filingOrder, fieldWords)}
        recovered={typed === null ? null : 'Se recuperó su borrador de este escrito.'}
        preview={preview}
        saved={state}
        busy={busy}
        onShow={() => void run((draft) => preview.show(ask(optionsOf(draft))))}
        onIssue={() => void run(begin)}
      >
        <FilingFields form={form} suggestions={suggestionsOf(start)} articles={articles} />
      </PaperForm>
      {missing !== null && (
        <IssueDialog
          missing={missing}
          onIssue={issue}
          onCancel={() => {
            setMissing(null);
          }}
        />
      )}
    </>
  );
}
