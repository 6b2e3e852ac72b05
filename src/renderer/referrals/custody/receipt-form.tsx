import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { FieldIssue } from '../../../shared/platform/failures.ts';
import { mostCustodyItems } from '../../../shared/referrals/index.ts';
import { useAttachments } from '../../attachments/index.ts';
import { useIssuePaper, usePaperStart, useSaveDraft } from '../../papers/index.ts';
import { ActProblem, useAutosave, useSectionForm } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import {
  PlainButton,
  look,
  DateField,
  ErrorSummary,
  Notice,
  Panel,
  Problem,
  QueryState,
  TextField,
  TimeField,
} from '../../platform/ui/index.ts';
import css from '../referrals.module.css';
import { ToldDialog } from '../told-dialog.tsx';
import { blankItem, blankReceipt, receiptOf, summaryWords, typedReceipt, type TypedReceipt } from './custody-draft.ts';
import { ItemFields } from './item-fields.tsx';

type Props = { readonly caseId: string; readonly onCancel: () => void };

/** «Acta de recepción»: who hands over, when, what, and where it is kept; issued with its number. */
export function ReceiptForm(props: Props) {
  const start = usePaperStart({
    form: 'custody',
    caseId: props.caseId,
    shape: typedReceipt,
    start: () => Promise.resolve(blankReceipt),
  });
  return <QueryState query={start}>{(data) => <Loaded key={data.draftId} {...props} {...data} />}</QueryState>;
}

type LoadedProps = Props & {
  readonly draftId: string;
  readonly start: TypedReceipt;
  readonly typed: TypedReceipt | null;
};

function Loaded({ caseId, onCancel, draftId, start, typed: kept }: LoadedProps) {
  const paper = useIssuePaper(caseId);
  const form = useSectionForm<TypedReceipt>({ schema: typedReceipt, defaultValues: kept ?? start, id: 'custody' });
  useAutosave({ form, save: useSaveDraft(draftId) });
  const typed = useWatch({ control: form.control }) as TypedReceipt;
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const [attempt, setAttempt] = useState(0);
  const change = (part: Partial<TypedReceipt>) => {
    for (const [name, value] of Object.entries(part)) {
      form.setValue(name as keyof TypedReceipt, value, { shouldDirty: true });
    }
    setIssues([]);
  };
  const refuse = (found: readonly FieldIssue[]) => {
    setIssues(found);
    setAttempt(attempt + 1);
  };
  const [told, setTold] = useState<readonly string[] | null>(null);
  const issue = (isTold: boolean) => {
    setTold(null);
    const checked = receiptOf(typed);
    if ('issues' in checked) {
      paper.act.say(null);
      refuse(checked.issues);
      return;
    }
    setIssues([]);
    void paper.issue(
      (client) => client.issueCustodyReceipt({ caseId, receipt: checked.receipt, isTold }),
      (failure) => {
        if (failure.reason === 'paper-tells-less') {
          setTold(failure.issues.map(({ message }) => message));
          return;
        }
        refuse(failure.issues.map(({ path, message }) => ({ path: path.replace(/^receipt\./, ''), message })));
      },
    );
  };
  const errorAt = (path: string) => issues.find((one) => one.path === path)?.message;
  return (
    <>
      <ErrorSummary
        items={issues.map((one) => ({ field: `custody-${one.path}`, message: summaryWords(one) }))}
        attempt={attempt}
      />
      {told === null && (issues.length > 0 ? <Problem words={paper.act.problem} /> : <ActProblem act={paper.act} />)}
      {kept !== null && (
        <Notice>
          <p>Se recuperó su borrador de esta acta.</p>
        </Notice>
      )}
      {told !== null && (
        <ToldDialog
          lines={told}
          onIssue={() => issue(true)}
          onCancel={() => {
            paper.act.say(null);
            setTold(null);
          }}
        />
      )}
      <Head typed={typed} onChange={change} errorAt={errorAt} />
      <Items caseId={caseId} typed={typed} onChange={change} errorAt={errorAt} />
      <div className={css.acts}>
        <Button aria-disabled={paper.act.busy} onClick={() => issue(false)}>
          Emitir el acta
        </Button>
        <PlainButton onClick={onCancel}>Volver</PlainButton>
      </div>
    </>
  );
}

type PartProps = {
  readonly typed: TypedReceipt;
  readonly onChange: (part: Partial<TypedReceipt>) => void;
  readonly errorAt: (path: string) => string | undefined;
};

/** As long as the acta holds them. */
const most = { handedBy: 120, handedAs: 80, keptAt: 160, note: 400 } as const;

function Head({ typed, onChange, errorAt }: PartProps) {
  const text = (name: 'handedBy' | 'handedAs' | 'keptAt' | 'note', label: string, more: { hint?: string } = {}) => (
    <TextField
      words={{ label, id: `custody-${name}`, error: errorAt(name), optional: name === 'note', ...more }}
      width={name === 'handedBy' || name === 'handedAs' ? 'medium' : 'full'}
      maxLength={most[name]}
      value={typed[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  return (
    <Panel title="Acta de recepción nueva">
      <p>El centro no recoge indicios biológicos ni abre lo que recibe: lo guarda aparte y lo entrega contra firma.</p>
      <div className={look.gridFields}>
        {text('handedBy', 'Quién entrega')}
        {text('handedAs', 'En calidad de', { hint: 'Persona usuaria, su hermana…' })}
      </div>
      <div className={look.gridFields}>
        <DateField
          words={{ label: 'Fecha', id: 'custody-receivedOn', error: errorAt('receivedOn') }}
          value={typed.receivedOn}
          onChange={(receivedOn) => onChange({ receivedOn })}
        />
        <TimeField
          words={{ label: 'Hora', id: 'custody-receivedTime', error: errorAt('receivedTime') }}
          value={typed.receivedTime}
          onChange={(receivedTime) => onChange({ receivedTime })}
        />
      </div>
      {text('keptAt', 'Dónde se guarda', { hint: 'Aparte y bajo llave.' })}
      {text('note', 'Observaciones')}
    </Panel>
  );
}

function Items({ caseId, typed, onChange, errorAt }: PartProps & { readonly caseId: string }) {
  const mayRead = useMay('attachment.read');
  const { items } = typed;
  const change = (next: TypedReceipt['items']) => onChange({ items: next });
  const all = (files: Parameters<typeof ItemFields>[0]['files']) =>
    items.map((item, at) => (
      // Lines have no identity of their own: their place is the key.
      <ItemFields
        key={at}
        at={at}
        item={item}
        files={files}
        errorAt={errorAt}
        onChange={(next) => change(items.with(at, next))}
        onRemove={items.length === 1 ? null : () => change(items.toSpliced(at, 1))}
      />
    ));
  return (
    <>
      {mayRead ? <WithFiles caseId={caseId}>{all}</WithFiles> : all([])}
      {items.length < mostCustodyItems && (
        <div className={css.acts}>
          <PlainButton onClick={() => change([...items, blankItem])}>Añadir otra cosa</PlainButton>
        </div>
      )}
    </>
  );
}

type Files = Parameters<typeof ItemFields>[0]['files'];

function WithFiles({ caseId, children }: { readonly caseId: string; readonly children: (files: Files) => ReactNode }) {
  const { data } = useAttachments(caseId);
  return children((data?.attachments ?? []).filter(({ annulled }) => annulled === null));
}
