import { useWatch } from 'react-hook-form';
import type { ActivityView } from '../../shared/prevention/index.ts';
import type { AnyForm } from '../platform/forms/index.ts';
import { Notice } from '../platform/ui/index.ts';
import type { Prevention } from './queries.ts';
import { closedWords, countedWords } from './words.ts';

type Props = { readonly data: Prevention; readonly view: ActivityView | null; readonly heldOn: unknown };

/** Said before anything is saved of a month that was closed. */
export function ClosedMonth({ data, view, heldOn }: Props) {
  const words = countedWords(view) ?? closedWords(data, heldOn);
  return words === null ? null : <Notice tone="warning">{words}</Notice>;
}

/** The same of the day that is typed, and of the day it had. */
export function ClosedMonthOf({ data, view, form }: Omit<Props, 'heldOn'> & { form: AnyForm }) {
  const heldOn: unknown = useWatch({ control: form.untyped.control, name: 'heldOn' });
  const before = view?.activity.heldOn;
  const isOld = closedWords(data, before) !== null;
  return <ClosedMonth {...{ data, view }} heldOn={isOld ? before : heldOn} />;
}
