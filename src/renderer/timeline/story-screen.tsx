import { useState } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import type { CaseOverview } from '../../shared/intake/index.ts';
import { type TimelineEntry, dayWords } from '../../shared/timeline/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { OtherFichas, SettlePanel, useCentreDay } from '../intake/index.ts';
import { PageTitle, QueryState, Facts, look, Secret } from '../platform/ui/index.ts';
import { Annotate } from './annotate.tsx';
import { useTimeline } from './queries.ts';
import { Side } from './side.tsx';
import { Story } from './story.tsx';
import { entryHref } from './words.ts';
import css from './timeline.module.css';

/** «Historia»: everything that happened in a case, what comes next beside it, and the place to write what was done. */
export function StoryPage({ overview }: { readonly overview: CaseOverview }) {
  const { caseId } = overview;
  const timeline = useTimeline(caseId);
  const { told, older, goTo, look } = timeline;
  const today = useCentreDay().day;
  const hasPane = useMediaQuery('(min-width: 100rem)');
  const [chosen, setChosen] = useState<TimelineEntry['id'] | null>(null);
  const shown = told?.entries.find(({ id }) => id === chosen) ?? told?.entries[0];
  return (
    <div className={css.screen} data-pane={hasPane || undefined}>
      <div className={css.story}>
        <div className="visually-hidden">
          <PageTitle>{`Ficha ${overview.number}`}</PageTitle>
        </div>
        <OtherFichas caseId={caseId} />
        <SettlePanel overview={overview} />
        <Annotate overview={overview} />
        <QueryState query={timeline.query}>
          {(first) => (
            <Story
              {...{ caseId, today, goTo }}
              timeline={told ?? first}
              older={older}
              onLook={look}
              chosen={hasPane ? (shown?.id ?? null) : null}
              onChoose={hasPane ? setChosen : null}
            />
          )}
        </QueryState>
      </div>
      {hasPane && shown !== undefined && <EntryPane caseId={caseId} entry={shown} today={today} />}
      <Side overview={overview} timeline={told} />
    </div>
  );
}

type Props = { readonly caseId: string; readonly entry: TimelineEntry; readonly today: CivilDate };

/** One entry of the history in full, where the window has room for it. */
function EntryPane({ caseId, entry, today }: Props) {
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
