import type { CivilDate } from '../../shared/platform/dates.ts';
import { dayWords, type TimelineEntry } from '../../shared/timeline/index.ts';
import { Facts, look, Secret } from '../platform/ui/index.ts';
import css from './timeline.module.css';
import { entryHref } from './words.ts';

type Props = { readonly caseId: string; readonly entry: TimelineEntry; readonly today: CivilDate };

/** One entry of the history in full, where the window has room for it. */
export function EntryPane({ caseId, entry, today }: Props) {
  const { act, on, time, by, rest, facts, page, of } = entry;
  return (
    <article className={css.read} aria-label="Entrada elegida">
      <header className={look.row}>
        <h2>{[act, [dayWords(on, today), time].filter(Boolean).join(', ')].join(' · ')}</h2>
        {page !== null && <a href={entryHref(caseId, { page, of })}>Abrir en su página</a>}
      </header>
      <Secret>
        <p className={look.secondary}>{by}</p>
        {rest !== null && <p className={look.written}>{rest}</p>}
        {facts.length > 0 && <Facts of={facts.map(({ label, words }) => [label, words])} />}
      </Secret>
    </article>
  );
}
