import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  matterLabels,
  outcomeLabels,
  type ArrivalEnd,
  type ArrivalLine,
  type Matter,
} from '../../../shared/reception/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { look, ChoiceField, TextField } from '../../platform/ui/index.ts';

type End = { readonly outcome: ArrivalEnd; readonly matter: Matter | null; readonly referredTo: string | null };

type Props = {
  readonly line: ArrivalLine;
  /** Chosen already: only what that end needs is asked. */
  readonly end?: ArrivalEnd;
  readonly busy: boolean;
  readonly onEnd: (end: End, words: string) => void;
};

const endOptions = optionsOf(outcomeLabels);
const matterOptions = optionsOf(matterLabels);

function missingWords(end: End | { readonly outcome: null }): {
  outcome?: string;
  matter?: string;
  referredTo?: string;
} {
  if (end.outcome === null) return { outcome: 'Elija cómo termina esta llegada.' };
  if (end.outcome === 'orientation' && end.matter === null) return { matter: 'Elija la materia de la orientación.' };
  if (end.outcome === 'referral' && end.referredTo === null) return { referredTo: 'Escriba a dónde se derivó.' };
  return {};
}

/** Exactly one end, with what that end needs. */
export function EndFields({ line, end: chosen, busy, onEnd }: Props) {
  const [outcome, setOutcome] = useState<ArrivalEnd | null>(chosen ?? (line.hasCase ? 'case' : null));
  const [matter, setMatter] = useState<Matter | null>(null);
  const [referredTo, setReferredTo] = useState('');
  const [isTried, setTried] = useState(false);
  const end = {
    outcome,
    matter: outcome === 'orientation' ? matter : null,
    referredTo: outcome === 'referral' && referredTo.trim() !== '' ? referredTo : null,
  };
  const missing = missingWords(end);
  const errors = isTried ? missing : {};
  const send = () => {
    setTried(true);
    if (end.outcome !== null && Object.keys(missing).length === 0)
      onEnd({ ...end, outcome: end.outcome }, outcomeLabels[end.outcome].toLowerCase());
  };
  return (
    <>
      {chosen === undefined && <Outcome line={line} error={errors.outcome} value={outcome} onChange={setOutcome} />}
      {outcome === 'orientation' && (
        <ChoiceField
          words={{ label: 'Materia', toConfirm: true, error: errors.matter }}
          options={matterOptions}
          value={matter}
          onChange={setMatter}
        />
      )}
      {outcome === 'referral' && (
        <TextField
          words={{ label: 'A dónde se derivó', error: errors.referredTo }}
          value={referredTo}
          maxLength={120}
          onChange={(event) => setReferredTo(event.target.value)}
        />
      )}
      <div className={look.row}>
        <Button aria-disabled={busy} onClick={send} {...(chosen !== undefined && { variant: 'default' })}>
          Cerrar llegada
        </Button>
      </div>
    </>
  );
}

type OutcomeProps = {
  readonly line: ArrivalLine;
  readonly error: string | undefined;
  readonly value: ArrivalEnd | null;
  readonly onChange: (value: ArrivalEnd | null) => void;
};

function Outcome({ line, error, value, onChange }: OutcomeProps) {
  if (line.hasCase) return <p>Tiene ficha: termina como caso.</p>;
  return (
    <ChoiceField words={{ label: 'Cómo termina', error }} options={endOptions} value={value} onChange={onChange} />
  );
}
