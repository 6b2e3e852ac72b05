import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import css from './centre.module.css';

const key = ['centre', 'date'] as const;
const lookAgainAfter = 10 * 60_000;

/** While the date of this computer is in doubt: what it says, what the record knows, and who may confirm it. */
export function DateBanner() {
  const client = useClient();
  const queries = useQueryClient();
  const mayConfirm = useMay('settings.centre');
  const { data } = useQuery({ queryKey: key, queryFn: () => client.getDateState({}), refetchInterval: lookAgainAfter });
  const [problem, setProblem] = useState<string | null>(null);
  if (data === undefined || data.doubt === null) return null;
  const confirm = async () => {
    try {
      await client.confirmDate({});
      announce('Fecha confirmada.');
      await queries.invalidateQueries({ queryKey: key });
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
  };
  const step = data.doubt.kind === 'back' ? 'antes de' : 'mucho después de';
  return (
    <div className={css.date}>
      <span role={problem === null ? undefined : 'alert'}>
        {problem ??
          `Esta computadora dice ${inLima(data.now)}, ${step} lo último registrado (${inLima(data.doubt.lastAt)}). Revise la fecha de Windows.`}
        {problem === null && !mayConfirm && ' Coordinación debe confirmarla.'}
      </span>
      {mayConfirm && (
        <Button variant="default" size="compact-sm" onClick={() => void confirm()}>
          La fecha es correcta
        </Button>
      )}
    </div>
  );
}
