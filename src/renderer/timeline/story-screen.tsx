import { useState } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import type { CaseOverview } from '../../shared/intake/index.ts';
import type { TimelineEntry } from '../../shared/timeline/index.ts';
import { CaseFrame, OtherFichas, SettlePanel, useCentreDay } from '../intake/index.ts';
import { PageTitle, QueryState } from '../platform/ui/index.ts';
import { Annotate } from './annotate.tsx';
import { EntryPane } from './entry-pane.tsx';
import { useTimeline } from './queries.ts';
import { Side } from './side.tsx';
import { Story } from './story.tsx';
import css from './timeline.module.css';

/** «Historia»: everything that happened in a case, what comes next beside it, and the place to write what was done. */
export function StoryScreen({ params }: { readonly params: { readonly caseId: string } }) {
  return (
    <CaseFrame caseId={params.caseId} section={null}>
      {(overview) => <Body overview={overview} />}
    </CaseFrame>
  );
}

function Body({ overview }: { readonly overview: CaseOverview }) {
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
