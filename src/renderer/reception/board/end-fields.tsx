import { useEffect, useRef, useState } from 'react';
import { matterLabels, outcomeLabels, type ArrivalEnd, type Matter } from '../../../shared/reception/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { ChoiceField, PlainButton, TextField } from '../../platform/ui/index.ts';
import { useFinishKeys } from '../finish-keys.ts';
import css from '../reception.module.css';

export type End = {
  readonly outcome: ArrivalEnd;
  readonly matter: Matter | null;
  readonly referredTo: string | null;
};

type Props = {
  readonly end: ArrivalEnd;
  readonly busy: boolean;
  readonly onEnd: (end: End, words: string) => void;
};

const matterOptions = optionsOf(matterLabels);

function missingWords(end: End): { matter?: string; referredTo?: string } {
  if (end.outcome === 'orientation' && end.matter === null) return { matter: 'Elija la materia de la orientación.' };
  if (end.outcome === 'referral' && end.referredTo === null) return { referredTo: 'Escriba a dónde se derivó.' };
  return {};
}

/** What an end needs: its first field has the focus, for the digits of the row would close it with another end. */
export function EndFields({ end: outcome, busy, onEnd }: Props) {
  const [matter, setMatter] = useState<Matter | null>(null);
  const [referredTo, setReferredTo] = useState('');
  const [isTried, setTried] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('input')?.focus();
  }, []);
  const end: End = {
    outcome,
    matter: outcome === 'orientation' ? matter : null,
    referredTo: outcome === 'referral' && referredTo.trim() !== '' ? referredTo : null,
  };
  const missing = missingWords(end);
  const errors = isTried ? missing : {};
  const send = () => {
    setTried(true);
    if (Object.keys(missing).length === 0) onEnd(end, outcomeLabels[outcome].toLowerCase());
    else box.current?.querySelector('input')?.focus();
  };
  const keys = useFinishKeys(send);
  return (
    <div className={css.closingMore} ref={box} {...keys}>
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
      <PlainButton aria-disabled={busy} onClick={send}>
        Cerrar llegada
      </PlainButton>
    </div>
  );
}
