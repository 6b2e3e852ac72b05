import { useEffect, useState } from 'react';
import {
  filingKinds,
  isForHer,
  kinds,
  ownKind,
  type FilingKind,
  type FilingOptions,
  type KindDefinition,
  type MissingFactReason,
} from '../../../shared/filings/index.ts';
import {
  deepSummaryOf,
  PaperForm,
  PaperHeading,
  usePaperWork,
  usePaper,
  usePaperStart,
  type PaperFormName,
} from '../../papers/index.ts';
import { useQuestionsBeside } from '../../care/index.ts';
import { linkedWords } from '../../intake/index.ts';
import { capital } from '../../../shared/platform/capital.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { announce } from '../../platform/announce.ts';
import { useClient, type Output } from '../../platform/client.ts';
import { type ActClient, useSectionForm } from '../../platform/forms/index.ts';
import { saveFile } from '../../platform/files.ts';
import { EmptyState, PlainButton, QueryState, useNamed } from '../../platform/ui/index.ts';
import {
  draftOf,
  draftSchemaOf,
  keptDraft,
  issueRefusals,
  lacksOf,
  optionsOf,
  readableOptions,
  refusals,
  suggestionsOf,
  type FilingDraft,
} from '../forms/filing-draft.ts';
import { FilingFields } from '../forms/filing-fields.tsx';
import { fieldWords, filingOrder } from '../forms/words.ts';
import { IssueDialog } from './issue-dialog.tsx';

type Props = { readonly params: { readonly caseId: string; readonly kind?: string; readonly eventId?: string } };

/** A kind, and for one of the centre its row. */
type Chosen = { readonly kind: FilingKind; readonly model: string | null };

/** Kind 3 has a path of its own from the time when it was the only one; the path of a kind of the centre names its row. */
function kindOf(params: Props['params']): Chosen | null {
  if (params.kind !== undefined && /^[0-9a-f]{8}-/.test(params.kind)) return { kind: ownKind, model: params.kind };
  const kind = filingKinds.find((one) => one === (params.kind === undefined ? 3 : Number(params.kind)));
  return kind === undefined ? null : { kind, model: null };
}

function formOf({ kind, model }: Chosen): PaperFormName {
  if (model !== null) return `filing-own-${model}`;
  return kind === 3 ? 'filing' : (`filing-${kind}` as PaperFormName);
}

/** One kind of writ: what the record gives, what the professional decides, and the very pages before they are issued. */
export function FilingScreen({ params }: Props) {
  const chosen = kindOf(params);
  if (chosen === null) return <EmptyState>Este escrito no existe.</EmptyState>;
  const { caseId, eventId = null } = params;
  const key = `${chosen.model ?? chosen.kind} ${eventId ?? ''}`;
  return <FilingOfKind caseId={caseId} {...chosen} eventId={eventId} key={key} />;
}

type OfKindProps = Chosen & {
  readonly caseId: string;
  /** The act that it answers; null where none was named. */
  readonly eventId: string | null;
};

function FilingOfKind({ caseId, kind, model, eventId }: OfKindProps) {
  const client = useClient();
  const [said, setSaid] = useState<string | null>(null);
  const start = usePaperStart({
    form: formOf({ kind, model }),
    caseId,
    shape: keptDraft,
    start: async () => ({
      ...(await client.startFiling({ caseId, kind, model, eventId })),
      ...(await client.listLinkedCases({ caseId })),
      ...(await client.listFilings({ caseId })),
    }),
  });
  return (
    <>
      <PaperHeading caseId={caseId} title={start.data?.start.definition?.label ?? kinds[kind].label}>
        {said}
      </PaperHeading>
      <QueryState query={start}>
        {(data) => (
          <FilingForm
            caseId={caseId}
            definition={data.start.definition ?? kinds[kind]}
            draftId={data.draftId}
            start={data.start}
            typed={data.typed}
            answersAct={eventId !== null}
            onSaid={setSaid}
            key={data.draftId}
          />
        )}
      </QueryState>
    </>
  );
}

type Start = Output<'startFiling'> & Output<'listLinkedCases'> & Output<'listFilings'>;

type FormProps = {
  readonly caseId: string;
  readonly draftId: string;
  readonly definition: KindDefinition;
  readonly start: Start;
  readonly typed: FilingDraft | null;
  readonly answersAct: boolean;
  /** Its number and its term, for the title. */
  readonly onSaid: (words: string | null) => void;
};

const recoveredWords = 'Se recuperó su borrador de este escrito.';
const notFilledWords = `${recoveredWords} No se llenó con el acto que acaba de registrar: revise expediente, resolución y fechas.`;

type Composed = Output<'composeDraft'>;

/** «Escrito N.º 4 · vence el 12/06/2026»: the number that it would carry. */
function numberAndTerm({ writNumber, dueOn }: Composed): string | null {
  // Another page may know of a day that no term of the proceeding says: nothing is said then.
  const number = writNumber === null ? null : `Escrito N.º ${writNumber}`;
  const term = dueOn === null ? null : `vence el ${formatCivilDate(dueOn)}`;
  const said = [number, term].filter((part) => part !== null);
  return said.length === 0 ? null : capital(said.join(' · '));
}

function FilingForm({ caseId, definition, draftId, start, typed, answersAct, onSaid }: FormProps) {
  const kind = definition.kind as FilingKind;
  const client = useClient();
  const form = useSectionForm({
    schema: draftSchemaOf(definition),
    defaultValues: typed ?? draftOf(start.options),
    id: 'filing',
  });
  const { run, pages, ...paper } = usePaperWork(form, caseId, draftId);
  const named = useNamed();
  const now = usePaper({
    form,
    read: (draft) => {
      const options = readableOptions(draft, definition);
      if (options === null) return null;
      const words: Promise<Composed> = client
        .composeDraft({ caseId, kind, options })
        .then((told) => ({ ...told, missing: lacksOf(draft, definition, told.missing) }));
      return { words, isBehind: refusals(draft, definition).length > 0 };
    },
  });
  const said = now.words === null ? null : numberAndTerm(now.words);
  useEffect(() => onSaid(said), [onSaid, said]);
  const [asked, setAsked] = useState<Composed | null>(null);
  const ask = (options: FilingOptions) => client.previewFiling({ caseId, kind, options });
  const beside = useQuestionsBeside(caseId, { title: definition.label, isForHer });

  const begin = async (draft: FilingDraft) => {
    if (!start.isApproved) {
      form.showFailure({ code: 'rule-broken', reason: 'filing-model-waits', issues: [], incident: null });
      return;
    }
    const issues = issueRefusals(draft, definition);
    if (issues.length > 0) {
      form.showFailure({ code: 'invalid', reason: null, issues, incident: null });
      return;
    }
    const answer = await client.composeDraft({ caseId, kind, options: optionsOf(draft) });
    now.take(answer);
    setAsked(answer);
  };
  const saveWord = async (draft: FilingDraft, by: ActClient) => {
    const { file } = await by.previewFiling({ caseId, kind, options: optionsOf(draft), format: 'docx' });
    await saveFile(by, file);
    announce('Borrador en Word guardado.');
  };
  const issue = (missingReason: MissingFactReason | null) => {
    const options = optionsOf(form.getValues());
    void paper.issue((by) => by.issueFiling({ caseId, kind, options, missingReason }));
  };

  return (
    <>
      <PaperForm
        caseId={caseId}
        title={definition.label}
        form={form}
        summary={deepSummaryOf(form, filingOrder, (path) => fieldWords(path, definition))}
        recovered={typed === null ? null : answersAct ? notFilledWords : recoveredWords}
        now={now}
        label="Texto del escrito"
        pages={pages}
        pageActs={
          <PlainButton small quiet aria-disabled={paper.busy} onClick={() => void run(saveWord)}>
            Word
          </PlainButton>
        }
        beside={beside}
        saved={paper.saved}
        busy={paper.busy}
        onShow={() => void run((draft) => pages.show(ask(optionsOf(draft))))}
        onIssue={() => void run(begin)}
      >
        <FilingFields
          form={form}
          definition={definition}
          clauses={start.clauses}
          suggestions={suggestionsOf(start.options)}
          law={{ articles: start.articles, confirmed: start.confirmed, today: start.options.signedOn }}
          linked={start.cases.map((one) => ({ name: one.caseId, label: linkedWords(one, named) }))}
          issued={start.issued.map((one) => ({ code: one.id, label: `${one.number} · ${one.label}` }))}
        />
      </PaperForm>
      {asked !== null && (
        <IssueDialog composed={asked} act={paper.act} onIssue={issue} onCancel={() => setAsked(null)} />
      )}
    </>
  );
}
