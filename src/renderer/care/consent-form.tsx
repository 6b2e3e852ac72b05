import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import {
  consentFormLabels,
  consentForms,
  consentFormSchema,
  noConsentReasonLabels,
  noConsentReasons,
  type ConsentForm as Way,
  type NoConsentReason,
} from '../../shared/care/index.ts';
import { issuesOf, type FieldIssue } from '../../shared/platform/failures.ts';
import { announce } from '../platform/announce.ts';
import { newKey } from '../platform/client.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { ChoiceField, ErrorSummary, Notice, TextField, TicksField } from '../platform/ui/index.ts';
import css from './care.module.css';
import { GuardianFields, guardianOf, noGuardian, type Guardian } from './guardian-fields.tsx';
import { useRefreshConsents } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly purpose: string;
  readonly purposes: readonly Purpose[];
  readonly receiver: string;
  readonly isChild: boolean;
  readonly onDone: () => void;
};

/** Something that can be consented to, by its code. */
export type Purpose = { readonly name: string; readonly label: string };

const ways = consentForms.map((code) => ({ code, label: consentFormLabels[code] }));
const reasons = noConsentReasons.map((code) => ({ code, label: noConsentReasonLabels[code] }));

/** One act of consent; several receivers, as they were told to her. */
export function ConsentForm({ caseId, purpose, purposes, receiver, isChild, onDone }: Props) {
  const client = useClient();
  const refresh = useRefreshConsents();
  const [form, setForm] = useState<Way | null>(null);
  const [reason, setReason] = useState<NoConsentReason | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([purpose]);
  const [guardian, setGuardian] = useState<Guardian>(noGuardian);
  const [receivers, setReceivers] = useState<readonly string[]>([receiver]);
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const errorAt = (path: string) => issues.find((issue) => issue.path === path)?.message;
  const record = async () => {
    if (busy) return;
    const named = receivers.filter((text) => text.trim() !== '');
    const parsed = consentFormSchema.safeParse({
      scope: 'referral',
      form,
      purposes: chosen.includes(purpose) ? chosen : [purpose, ...chosen],
      receivers: named,
      reason: form === 'couldNotAsk' ? reason : null,
      ...guardianOf(isChild && (form === 'spoken' || form === 'written'), guardian),
    });
    setIssues(parsed.success ? [] : issuesOf(parsed.error));
    setProblem(null);
    if (!parsed.success) {
      setAttempt(attempt + 1);
      return;
    }
    setBusy(true);
    try {
      await client.recordConsent({ caseId, consent: parsed.data }, { key: key.current });
      await refresh();
      announce('Consentimiento registrado.');
      onDone();
    } catch (error) {
      key.current = newKey();
      setProblem(wordsOf(failureOf(error)));
    }
    setBusy(false);
  };
  return (
    <div className={css.stack} role="group" aria-label="Registrar consentimiento">
      <ErrorSummary
        items={issues.map(({ path, message }) => ({ field: `consent-${path}`, message }))}
        attempt={attempt}
      />
      {problem !== null && (
        <Notice tone="error">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <ChoiceField
        words={{ label: '¿Acepta esta derivación?', id: 'consent-form', error: errorAt('form') }}
        options={ways}
        value={form}
        onChange={(next) => {
          setForm(next);
          setIssues([]);
        }}
      />
      {form === 'couldNotAsk' && (
        <ChoiceField
          words={{ label: 'Por qué no se pudo pedir', id: 'consent-reason', error: errorAt('reason') }}
          options={reasons}
          value={reason}
          onChange={(next) => {
            setReason(next);
            setIssues([]);
          }}
        />
      )}
      {isChild && (form === 'spoken' || form === 'written') && (
        <GuardianFields value={guardian} onChange={setGuardian} errorAt={errorAt} />
      )}
      {form !== null && form !== 'refused' && (
        <>
          <Receivers receivers={receivers} onChange={setReceivers} />
          <details className={css.stack}>
            <summary>También acepta otras derivaciones</summary>
            <TicksField
              words={{ label: 'En el mismo acto acepta', id: 'consent-purposes', optional: true }}
              ticks={purposes.filter(({ name }) => name !== purpose)}
              value={[...chosen.filter((name) => name !== purpose)]}
              onChange={(next) => {
                setChosen([purpose, ...(next ?? [])]);
              }}
            />
          </details>
        </>
      )}
      <div className={css.row}>
        <Button variant="default" onClick={() => void record()}>
          Registrar consentimiento
        </Button>
      </div>
    </div>
  );
}

type ReceiversProps = {
  readonly receivers: readonly string[];
  readonly onChange: (receivers: readonly string[]) => void;
};

const most = 10;

function Receivers({ receivers, onChange }: ReceiversProps) {
  return (
    <div className={css.stack}>
      <p className={css.secondary}>
        Puede aceptar varios establecimientos en un solo acto: anótelos como se le dijeron.
      </p>
      {receivers.map((text, index) => (
        // Lines have no identity of their own: their place is the key.
        <div key={index} className={css.line}>
          <TextField
            words={{ label: `Establecimiento ${index + 1}`, id: `consent-receivers.${index}` }}
            maxLength={120}
            value={text}
            onChange={(event) => {
              onChange(receivers.with(index, event.target.value));
            }}
          />
          {receivers.length > 1 && (
            <Button
              variant="default"
              aria-label={`Quitar: Establecimiento ${index + 1}`}
              onClick={() => {
                onChange(receivers.toSpliced(index, 1));
              }}
            >
              Quitar
            </Button>
          )}
        </div>
      ))}
      {receivers.length < most && (
        <div className={css.row}>
          <Button
            variant="default"
            onClick={() => {
              onChange([...receivers, '']);
            }}
          >
            Añadir establecimiento
          </Button>
        </div>
      )}
    </div>
  );
}
