import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { MissingFact } from '../../../shared/papers/index.ts';
import type { ReferralOptions } from '../../../shared/referrals/index.ts';
import { ConsentPanel, useConsents } from '../../care/index.ts';
import {
  CaseHeading,
  deepSummaryOf,
  IssuePaperDialog,
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
  fieldWords,
  issueRefusals,
  optionsOf,
  referralDraftSchema,
  referralOrder,
  referralShape,
  type ReferralDraft,
} from '../forms/referral-draft.ts';
import { ReceiverFields, ReferralFields } from '../forms/referral-fields.tsx';

type Props = { readonly params: { readonly caseId: string } };

const kind = 'health';
const title = 'Derivación a establecimiento de salud';

/** What the record lacks stays a visible gap on the letter: an emergency does not wait. */
const issueWords = {
  title: '¿Emitir esta derivación?',
  back: 'Volver a la derivación',
  note: 'Recibe su número y ya no se cambia. El programa no la envía a ninguna parte.',
  missing: 'Faltan datos de la ficha; en el papel se lee «[FALTA: …]»:',
};

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

function ReferralForm({ caseId, draftId, start, typed }: FormProps) {
  const client = useClient();
  const form = useSectionForm({ schema: referralDraftSchema, defaultValues: typed ?? draftOf(start), id: 'referral' });
  const { state, saveNow } = useAutosave({ form, save: useSaveDraft(draftId) });
  const { busy, run } = usePaperRun(form, saveNow);
  const issuePaper = useIssuePaper(caseId);
  const preview = usePreview();
  const { data: consents } = useConsents(caseId, 'healthReferral');
  const receiver = useWatch({ control: form.control, name: 'establishment' });
  const [missing, setMissing] = useState<readonly MissingFact[] | null>(null);
  const ask = (options: ReferralOptions) => client.previewReferral({ caseId, kind, options });
  const recheck = () => {
    const options = referralDraftSchema.safeParse(form.getValues()).success ? optionsOf(form.getValues()) : start;
    preview.check(ask(options)).catch((error: unknown) => failureOf(error));
  };
  useOnce(recheck);

  const begin = async (draft: ReferralDraft) => {
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
  };
  const issue = async () => {
    const options = optionsOf(form.getValues());
    await issuePaper(options.receiver?.establishment ?? null, (call) =>
      client.issueReferral({ caseId, kind, options }, call),
    );
    return true;
  };

  return (
    <>
      <PaperForm
        caseId={caseId}
        title={title}
        form={form}
        summary={summaryItems(deepSummaryOf(form, referralOrder, fieldWords))}
        recovered={typed === null ? null : 'Se recuperó su borrador de esta derivación.'}
        preview={preview}
        saved={state}
        busy={busy}
        onShow={() => void run((draft) => preview.show(ask(optionsOf(draft))))}
        onIssue={() => void run(begin)}
      >
        <ReceiverFields form={form} />
        <ConsentPanel caseId={caseId} scope="healthReferral" receiver={receiver} onRecorded={recheck} />
        <ReferralFields form={form} />
      </PaperForm>
      {missing !== null && (
        <IssuePaperDialog
          words={issueWords}
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
