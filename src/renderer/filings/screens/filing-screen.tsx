import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FilingOptions, MissingFactReason } from '../../../shared/filings/index.ts';
import type { MissingFact } from '../../../shared/papers/index.ts';
import {
  CaseHeading,
  deepSummaryOf,
  documentsPath,
  DraftPages,
  issuedPath,
  PaperColumns,
  PaperState,
  usePaperStart,
  usePreview,
  useRefreshDocuments,
  useRememberRecipient,
  useSaveDraft,
} from '../../papers/index.ts';
import { newKey } from '../../platform/client.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf } from '../../platform/failure-words.ts';
import { useAutosave, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { ActionBar, ErrorSummary, Notice, QueryState } from '../../platform/ui/index.ts';
import {
  draftOf,
  filingDraftSchema,
  filingShape,
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
    shape: filingShape,
    start: async () => (await client.startFiling({ caseId, kind })).options,
  });
  return (
    <>
      <CaseHeading caseId={caseId} title={title} />
      <QueryState query={start}>
        {(data) => (
          <FilingForm caseId={caseId} draftId={data.draftId} start={data.start} typed={data.typed} key={data.draftId} />
        )}
      </QueryState>
    </>
  );
}

type FormProps = {
  readonly caseId: string;
  readonly draftId: string;
  readonly start: FilingOptions;
  readonly typed: FilingDraft | null;
};

/** Everything the form can ask of the application. */
function useFilingActs(caseId: string, draft: () => FilingDraft) {
  const client = useClient();
  const go = useGo();
  const preview = usePreview();
  const refresh = useRefreshDocuments();
  const remember = useRememberRecipient();
  const key = useRef(newKey());
  const ask = (options: FilingOptions) => client.previewFiling({ caseId, kind, options });
  const issue = async (missingReason: MissingFactReason | null) => {
    const options = optionsOf(draft());
    try {
      const { document } = await client.issueFiling({ caseId, kind, options, missingReason }, { key: key.current });
      if (options.addressee !== null) remember(document.id, options.addressee.office);
      await refresh();
      go(issuedPath, { caseId, documentId: document.id });
    } catch (error) {
      key.current = newKey();
      throw error;
    }
  };
  return { preview, ask, issue };
}

function FilingForm({ caseId, draftId, start, typed }: FormProps) {
  const go = useGo();
  const form = useSectionForm({ schema: filingDraftSchema, defaultValues: typed ?? draftOf(start), id: 'filing' });
  const { preview, ask, issue } = useFilingActs(caseId, form.getValues);
  const { state, saveNow } = useAutosave({ form, save: useSaveDraft(draftId) });
  const [missing, setMissing] = useState<readonly MissingFact[] | null>(null);
  const [busy, setBusy] = useState(false);
  useFirstCheck(() => preview.check(ask(start)));

  const run = async (work: (draft: FilingDraft) => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    await saveNow();
    form.clearErrors();
    await form.send(work);
    setBusy(false);
  };
  const show = () => run((draft) => preview.show(ask(optionsOf(draft))));
  const begin = () =>
    run(async (draft) => {
      const issues = issueRefusals(draft);
      if (issues.length > 0) {
        form.showFailure({ code: 'invalid', reason: null, issues, incident: null });
        return;
      }
      const answer = await preview.check(ask(optionsOf(draft)));
      setMissing(answer.missing.filter(({ weight }) => weight === 'required'));
    });

  return (
    <>
      <ErrorSummary items={deepSummaryOf(form, filingOrder, fieldWords)} attempt={form.attempt} />
      {form.problem !== null && (
        <Notice tone="error">
          <p role="alert">{form.problem}</p>
        </Notice>
      )}
      {typed !== null && (
        <Notice>
          <p>Se recuperó su borrador de este escrito.</p>
        </Notice>
      )}
      <DraftPages preview={preview} title={title} />
      <PaperColumns side={<PaperState caseId={caseId} preview={preview} />}>
        <FilingFields form={form} suggestions={suggestionsOf(start)} />
      </PaperColumns>
      <ActionBar main={{ label: 'Emitir', busy, onClick: () => void begin() }} saved={state}>
        <Button variant="default" onClick={() => void show()}>
          Ver borrador
        </Button>
        <Button
          variant="default"
          onClick={() => {
            go(documentsPath, { caseId });
          }}
        >
          Volver a Documentos
        </Button>
      </ActionBar>
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

/** Asks once, when the form opens; a refusal shows again at «Ver borrador», where it can be mended. */
function useFirstCheck(check: () => Promise<unknown>): void {
  const latest = useRef(check);
  const ask = useCallback(() => latest.current().catch((error: unknown) => failureOf(error)), []);
  useEffect(() => {
    void ask();
  }, [ask]);
}
