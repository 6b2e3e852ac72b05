import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { MissingFact } from '../../../shared/papers/index.ts';
import type { ReferralOptions } from '../../../shared/referrals/index.ts';
import { ConsentPanel, useConsents } from '../../care/index.ts';
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
  fieldWords,
  issueRefusals,
  optionsOf,
  referralDraftSchema,
  referralOrder,
  referralShape,
  type ReferralDraft,
} from '../forms/referral-draft.ts';
import { ReceiverFields, ReferralFields } from '../forms/referral-fields.tsx';
import { IssueReferralDialog } from './issue-referral-dialog.tsx';

type Props = { readonly params: { readonly caseId: string } };

const kind = 'health';
const title = 'Derivación a establecimiento de salud';

/** The health referral: who receives, what she accepted, what is asked, and the page before it is issued. */
export function ReferralScreen({ params: { caseId } }: Props) {
  const client = useClient();
  const start = usePaperStart({
    form: 'referral',
    caseId,
    shape: referralShape,
    start: async () => (await client.startReferral({ caseId, kind })).options,
  });
  return (
    <>
      <CaseHeading caseId={caseId} title={title} />
      <QueryState query={start}>
        {(data) => (
          <ReferralForm
            key={data.draftId}
            caseId={caseId}
            draftId={data.draftId}
            start={data.start}
            typed={data.typed}
          />
        )}
      </QueryState>
    </>
  );
}

type FormProps = {
  readonly caseId: string;
  readonly draftId: string;
  readonly start: ReferralOptions;
  readonly typed: ReferralDraft | null;
};

/** Everything the form can ask of the application. */
function useReferralActs(caseId: string, draft: () => ReferralDraft) {
  const client = useClient();
  const go = useGo();
  const preview = usePreview();
  const refresh = useRefreshDocuments();
  const remember = useRememberRecipient();
  const key = useRef(newKey());
  const ask = (options: ReferralOptions) => client.previewReferral({ caseId, kind, options });
  const issue = async () => {
    const options = optionsOf(draft());
    try {
      const { document } = await client.issueReferral({ caseId, kind, options }, { key: key.current });
      if (options.receiver !== null) remember(document.id, options.receiver.establishment);
      await refresh();
      go(issuedPath, { caseId, documentId: document.id });
    } catch (error) {
      key.current = newKey();
      throw error;
    }
  };
  return { preview, ask, issue };
}

function ReferralForm({ caseId, draftId, start, typed }: FormProps) {
  const go = useGo();
  const form = useSectionForm({ schema: referralDraftSchema, defaultValues: typed ?? draftOf(start), id: 'referral' });
  const { preview, ask, issue } = useReferralActs(caseId, form.getValues);
  const { state, saveNow } = useAutosave({ form, save: useSaveDraft(draftId) });
  const { data: consents } = useConsents(caseId, 'healthReferral');
  const receiver = useWatch({ control: form.control, name: 'establishment' });
  const [missing, setMissing] = useState<readonly MissingFact[] | null>(null);
  const [busy, setBusy] = useState(false);
  const recheck = () => {
    const options = referralDraftSchema.safeParse(form.getValues()).success ? optionsOf(form.getValues()) : start;
    preview.check(ask(options)).catch((error: unknown) => failureOf(error));
  };
  useOnce(recheck);

  const run = async (work: (draft: ReferralDraft) => Promise<void>) => {
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
      const consent = consents?.[0];
      const issues = [
        ...issueRefusals(draft),
        ...(consent === undefined || consent.form === 'refused'
          ? [{ path: 'consent', message: consentNeeded(consent !== undefined) }]
          : []),
      ];
      if (issues.length > 0) {
        form.showFailure({ code: 'invalid', reason: null, issues, incident: null });
        return;
      }
      const answer = await preview.check(ask(optionsOf(draft)));
      setMissing(answer.missing.filter(({ weight }) => weight === 'required'));
    });

  return (
    <>
      <ErrorSummary items={summaryItems(deepSummaryOf(form, referralOrder, fieldWords))} attempt={form.attempt} />
      {form.problem !== null && (
        <Notice tone="error">
          <p role="alert">{form.problem}</p>
        </Notice>
      )}
      {typed !== null && (
        <Notice>
          <p>Se recuperó su borrador de esta derivación.</p>
        </Notice>
      )}
      <DraftPages preview={preview} title={title} />
      <PaperColumns side={<PaperState caseId={caseId} preview={preview} />}>
        <ReceiverFields form={form} />
        <ConsentPanel caseId={caseId} scope="healthReferral" receiver={receiver} onRecorded={recheck} />
        <ReferralFields form={form} />
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
        <IssueReferralDialog
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

function consentNeeded(isRefused: boolean): string {
  return isRefused ? 'No dio su consentimiento: la derivación no se emite.' : 'Registre primero el consentimiento.';
}

/** The consent has its own form: its line leads to the first answer of it. */
function summaryItems(items: ReturnType<typeof deepSummaryOf>) {
  return items.map((item) => (item.field === 'referral-consent' ? { ...item, field: 'consent-form' } : item));
}

function useOnce(work: () => void): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current();
  }, []);
}
