import { PlainButton } from '../platform/ui/index.ts';
import css from './day.module.css';

/** «Ver 5 casos más», where a list shows no more than fits; nothing where all of it is shown. */
export function MoreCases({ left, onAll }: { readonly left: number; readonly onAll: () => void }) {
  if (left === 0) return null;
  return (
    <p className={css.more}>
      <PlainButton small onClick={onAll}>
        {left === 1 ? 'Ver 1 caso más' : `Ver ${left} casos más`}
      </PlainButton>
    </p>
  );
}
