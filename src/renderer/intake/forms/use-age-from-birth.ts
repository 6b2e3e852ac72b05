import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { civilDateSchema, completedYears, partialDateSchema } from '../../../shared/platform/dates.ts';
import type { AnyForm } from '../../platform/forms/index.ts';

/** The age follows from a whole birth date by itself; one that somebody typed stays, and is warned of when it differs. */
export function useAgeFromBirth(
  form: AnyForm,
  { person, answer, isOn }: { person: 'user' | 'aggressor'; answer: string; isOn: boolean },
): void {
  const { control, getValues, setValue } = form.untyped;
  const [birth, admittedOn] = useWatch({ control, name: [`${person}.birth`, 'admission.admittedOn'] }) as unknown[];
  const computed = useRef<number | null>(null);
  const [born, day] = [partialDateSchema.safeParse(birth), civilDateSchema.safeParse(admittedOn)];
  const years = born.success && day.success ? completedYears(born.data, day.data) : null;
  useEffect(() => {
    const now = getValues(answer) as unknown;
    const isOwn = now === null || now === computed.current;
    if (!isOn || years === null || years < 0 || years > 120 || !isOwn || now === years) return;
    computed.current = years;
    setValue(answer, years, { shouldDirty: true });
  }, [answer, getValues, isOn, setValue, years]);
}
