import { useState } from 'react';
import {
  hearingKindLabels,
  hearingModeLabels,
  hearingStateLabels,
  type HearingView,
} from '../../shared/proceedings/index.ts';
import { useClient } from '../platform/client.ts';
import { useMayStore } from '../platform/session.tsx';
import { look, DataTable, Panel, StateBadge, type Column, LineButton } from '../platform/ui/index.ts';
import { WorkingPaperDialog } from '../papers/index.ts';
import { actPlace } from './event-form.tsx';
import { dayPaperKey } from './queries.ts';
import css from './proceedings.module.css';
import { EndHearingDialog } from './settle-dialog.tsx';
import { momentWords } from './words.ts';

type Props = {
  readonly caseId: string;
  readonly hearings: readonly HearingView[];
  readonly mayWrite: boolean;
  readonly onChange: (hearing: HearingView) => void;
};

type Shown = { readonly hearing: HearingView; readonly paper: 'sheet' | 'card' };
const paperTitles = { sheet: 'Hoja de audiencia', card: 'Tarjeta neutra' } as const;

/** Hearings to come and held: where, who goes, what to bring, and their papers. */
export function HearingsPanel({ caseId, hearings, mayWrite, onChange }: Props) {
  const client = useClient();
  const mayPrint = useMayStore('print.appointmentSlip');
  const [shown, setShown] = useState<Shown | null>(null);
  const [ending, setEnding] = useState<HearingView | null>(null);
  const act = (label: string, line: HearingView, onClick: () => void, replaces?: string) => (
    <LineButton key={label} label={label} of={momentWords(line.hearing)} replaces={replaces} onClick={onClick} />
  );
  const columns: readonly Column<HearingView>[] = [
    { title: 'Día y hora', cell: ({ hearing }) => <span className={look.nowrap}>{momentWords(hearing)}</span> },
    { title: 'Audiencia', cell: (line) => <Where line={line} /> },
    { title: 'Quién va', cell: (line) => <Who line={line} /> },
    {
      title: 'Estado',
      cell: (line) => (
        <div className={look.stack}>
          <StateBadge tone={line.state === 'scheduled' ? 'accent' : 'neutral'}>
            {hearingStateLabels[line.state]}
          </StateBadge>
          {line.result !== null && <span className={look.secondary}>{line.result}</span>}
          <div className={look.row}>
            {mayPrint && act('Hoja', line, () => setShown({ hearing: line, paper: 'sheet' }))}
            {mayPrint && act('Tarjeta neutra', line, () => setShown({ hearing: line, paper: 'card' }))}
            {mayWrite && line.state === 'scheduled' && act('Cambiar', line, () => onChange(line), actPlace)}
            {mayWrite && line.state === 'scheduled' && act('Cómo terminó', line, () => setEnding(line))}
          </div>
        </div>
      ),
    },
  ];
  return (
    <Panel title="Audiencias">
      <DataTable
        empty="Ninguna audiencia programada."
        caption={hearings.length === 1 ? '1 audiencia' : `${hearings.length} audiencias`}
        columns={columns}
        rows={hearings}
      />
      {shown !== null && (
        <WorkingPaperDialog
          changes={dayPaperKey}
          title={paperTitles[shown.paper]}
          paper={[shown.hearing.id, shown.paper]}
          make={() => client.hearingPaper({ caseId, hearingId: shown.hearing.id, paper: shown.paper })}
          release={(out, by) =>
            by.releaseHearingPaper({ caseId, hearingId: shown.hearing.id, paper: shown.paper, ...out })
          }
          onClose={() => setShown(null)}
        />
      )}
      {ending !== null && <EndHearingDialog caseId={caseId} hearing={ending} onDone={() => setEnding(null)} />}
    </Panel>
  );
}

function Where({ line: { hearing } }: { readonly line: HearingView }) {
  const place = hearing.mode === 'video' ? hearing.link : hearing.room;
  return (
    <div className={css.body}>
      <span>{hearingKindLabels[hearing.kind]}</span>
      <span className={look.secondary}>
        {[hearing.office, hearingModeLabels[hearing.mode], place].filter((part) => part !== null).join(' · ')}
      </span>
      {hearing.bring !== null && <span className={look.secondary}>{`Llevar: ${hearing.bring}`}</span>}
      {hearing.note !== null && <span className={look.written}>{hearing.note}</span>}
    </div>
  );
}

function Who({ line }: { readonly line: HearingView }) {
  return (
    <div className={css.body}>
      <span>{line.attends ?? 'Sin designar'}</span>
      {line.substitute !== null && <span className={look.secondary}>{`Suplencia: ${line.substitute}`}</span>}
      <span className={look.secondary}>
        {line.hearing.userAttends ? 'Asiste la persona usuaria' : 'Sin la persona usuaria'}
      </span>
    </div>
  );
}
