import { useRef, useState } from 'react';
import { monthShort, monthWord, type Monitoring } from '../../../shared/monitoring/index.ts';
import { addMonths, type Month } from '../../../shared/platform/dates.ts';
import { useClient } from '../../platform/client.ts';
import { useScreenKey } from '../../platform/keys.ts';
import { useMay } from '../../platform/session.tsx';
import { Icon, PageTitle, PlainButton, QueryState, Key } from '../../platform/ui/index.ts';
import { WorkingPaperDialog } from '../../papers/index.ts';
import { Behind, type Open } from '../behind.tsx';
import css from '../monitoring.module.css';
import { useMonitoring } from '../queries.ts';
import { Tile } from '../tile.tsx';

/** «Monitoreo»: nine figures of the centre, each with its twelve months, its table and its list. */
export function MonitoringScreen() {
  const [until, setUntil] = useState<Month | null>(null);
  const read = useMonitoring(until);
  return (
    <>
      <PageTitle
        aside={read.data !== undefined && <Aside read={read.data} isChosen={until !== null} onUntil={setUntil} />}
      >
        Monitoreo
      </PageTitle>
      <QueryState query={read}>{(data) => <Tiles key={data.months.at(-1)} read={data} />}</QueryState>
    </>
  );
}

type AsideProps = {
  readonly read: Monitoring;
  /** Not the months that the page opens with. */
  readonly isChosen: boolean;
  readonly onUntil: (until: Month | null) => void;
};

function Aside({ read, isChosen, onUntil }: AsideProps) {
  const mayPrint = useMay('monitoring.print');
  const [isPrinting, setPrinting] = useState(false);
  const client = useClient();
  useScreenKey(
    ({ key, ctrlKey }) => mayPrint && ctrlKey && key.toLowerCase() === 'p',
    () => setPrinting(true),
  );
  const until = read.months.at(-1) ?? null;
  return (
    <>
      <Span {...{ read, isChosen, onUntil }} />
      {mayPrint && (
        <PlainButton
          small
          className={css.print}
          leftSection={<Icon name="print" size={18} />}
          onClick={() => setPrinting(true)}
          aria-keyshortcuts="Control+P"
        >
          Imprimir
          <Key>Ctrl P</Key>
        </PlainButton>
      )}
      {isPrinting && (
        <WorkingPaperDialog
          title="Monitoreo, una página"
          paper={['monitoring', until ?? '']}
          make={() => client.monitoringPaper({ until })}
          release={(out, by) => by.releaseMonitoringPage({ until, ...out })}
          onClose={() => setPrinting(false)}
        />
      )}
    </>
  );
}

/** Twelve months, and whether the one that runs is among them. */
function Span({ read, isChosen, onUntil }: AsideProps) {
  const [since, until] = [read.months[0], read.months.at(-1)];
  if (since === undefined || until === undefined) return null;
  const running = isChosen ? until : addMonths(until, 1);
  return (
    <>
      <span className={css.quiet}>
        {`${monthShort(since)} a ${monthShort(until)}${read.isRunning ? ', en curso' : ''} · uso interno`}
      </span>
      {(isChosen || !read.isRunning) && (
        <PlainButton small quiet aria-pressed={isChosen} onClick={() => onUntil(isChosen ? null : running)}>
          Incluir {monthWord(running)}
        </PlainButton>
      )}
    </>
  );
}

function Tiles({ read }: { readonly read: Monitoring }) {
  const [open, setOpen] = useState<Open | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const show = (next: Open) => {
    if (open === null || (document.activeElement?.closest('figure') ?? null) !== null)
      opener.current = document.activeElement as HTMLElement | null;
    setOpen(next);
  };
  const close = () => {
    setOpen(null);
    opener.current?.focus();
  };
  return (
    <div className={css.page} data-sheet data-open={open !== null || undefined}>
      <section className={css.tiles} aria-label="Cifras del centro">
        {read.indicators.map((view) => (
          <Tile key={view.id} view={view} open={open} onOpen={show} />
        ))}
      </section>
      {open !== null && <Behind open={open} months={read.months} onOpen={show} onClose={close} />}
    </div>
  );
}
