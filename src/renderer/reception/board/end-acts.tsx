import { useState } from 'react';
import { outcomeLabels, type ArrivalEnd, type ArrivalLine } from '../../../shared/reception/index.ts';
import { DigitActs } from '../../platform/ui/index.ts';
import { EndFields, type End } from './end-fields.tsx';

/** Without a ficha, in the order in which a day ends and short enough for one line; two are asked what for. */
const ends: readonly { readonly end: ArrivalEnd; readonly label: string }[] = [
  { end: 'left', label: 'Se retiró' },
  { end: 'orientation', label: 'Orientación…' },
  { end: 'referral', label: 'Derivada…' },
  { end: 'procedure', label: 'Trámite' },
  { end: 'companion', label: 'Acompañante' },
  { end: 'institution', label: 'Institución' },
  { end: 'notForUs', label: 'No corresponde' },
  { end: 'mistake', label: 'Error' },
];
const asCase: typeof ends = [{ end: 'case', label: 'Como caso' }];
const asks = (end: ArrivalEnd): boolean => end === 'orientation' || end === 'referral';

type Props = {
  readonly line: ArrivalLine;
  readonly busy: boolean;
  readonly onEnd: (end: End, words: string) => void;
};

/** How an arrival ends: one digit, and what that end is for where it is asked. */
export function EndActs({ line, busy, onEnd }: Props) {
  const [asked, setAsked] = useState<ArrivalEnd | null>(null);
  const acts = (line.hasCase ? asCase : ends).map(({ end, label }) => ({
    label,
    run: () => {
      if (asks(end)) setAsked(end);
      else onEnd({ outcome: end, matter: null, referredTo: null }, outcomeLabels[end].toLowerCase());
    },
  }));
  return (
    <>
      <DigitActs label={`Cómo termina ${line.label}`} acts={acts} busy={busy} />
      {asked !== null && <EndFields key={asked} end={asked} busy={busy} onEnd={onEnd} />}
    </>
  );
}
