import { useWatch } from 'react-hook-form';
import type { AnyForm } from '../platform/forms/index.ts';
import { Notice } from '../platform/ui/index.ts';
import type { Prevention } from './queries.ts';
import { closedWords } from './words.ts';

type Props = { readonly data: Prevention; readonly heldOn: unknown };

/** Said before anything is saved of a month that was closed. */
export function ClosedMonth({ data, heldOn }: Props) {
  const words = closedWords(data, heldOn);
  return words === null ? null : <Notice tone="warning">{words}</Notice>;
}

/** The same of the day that is typed, and of the day it had. */
export function ClosedMonthOf({ data, form, before }: Omit<Props, 'heldOn'> & { form: AnyForm; before: unknown }) {
  const heldOn: unknown = useWatch({ control: form.untyped.control, name: 'heldOn' });
  const isOld = closedWords(data, before) !== null;
  return <ClosedMonth data={data} heldOn={isOld ? before : heldOn} />;
}
