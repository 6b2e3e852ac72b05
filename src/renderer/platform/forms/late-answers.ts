import { useEffect, useState } from 'react';
import { get } from 'react-hook-form';
import type { Answers } from '../../../shared/record/index.ts';
import type { AnyForm } from './use-section-form.ts';

/** After the last change: who types draws nothing but the field. */
const quietMs = 250;

/** The answers of a form for what is said about them, a moment after they were given. */
export function useLateAnswers(form: AnyForm, at: string | undefined): Answers {
  const { subscribe, getValues } = form.untyped;
  const [answers, setAnswers] = useState<Answers>(() => answersIn(getValues(), at));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(() => setAnswers({ ...answersIn(getValues(), at) }), quietMs);
      },
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [at, getValues, subscribe]);
  return answers;
}

function answersIn(values: object, at: string | undefined): Answers {
  return (at === undefined ? values : get(values, at)) as Answers;
}
