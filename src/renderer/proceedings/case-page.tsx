import { Button } from '@mantine/core';
import { useState } from 'react';
import { actWords, type EventForm, type EventView, type HearingView } from '../../shared/proceedings/index.ts';
import { useCentreDay, useMyDrafts, type DraftLine } from '../intake/index.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { PlainButton, look, Notice, PageTitle, QueryState, useOpened } from '../platform/ui/index.ts';
import { AnswersPanel } from './answers-panel.tsx';
import { DeadlinesPanel } from './deadlines-panel.tsx';
import { actPlace, EventFormPanel, type Recorded } from './event-form.tsx';
import { EventsPanel, MeasuresPanel } from './events-panel.tsx';
import { HearingFormPanel } from './hearing-form.tsx';
import { HearingsPanel } from './hearings-panel.tsx';
import { openNovelty } from './novelty-key.tsx';
import { useProceedings } from './queries.ts';
import { RecordTermsPanel } from './record-terms-panel.tsx';
import { momentWords } from './words.ts';

type Open =
  | { readonly kind: 'event'; readonly line: EventView | null }
  | { readonly kind: 'hearing'; readonly line: HearingView | null; readonly at?: EventForm['at'] };

const keyOf = ({ kind, line }: Open) => `${kind} ${line?.id ?? 'new'}`;

/** «Proceso»: terms, measures, hearings and what happened, of one case. */
export function ProceedingPage({ caseId }: { readonly caseId: string }) {
  const proceedings = useProceedings(caseId);
  return (
    <>
      <PageTitle>Proceso</PageTitle>
      <QueryState query={proceedings}>{(read) => <Work caseId={caseId} {...read} />}</QueryState>
    </>
  );
}

type WorkProps = { readonly caseId: string } & NonNullable<ReturnType<typeof useProceedings>['data']>;

function Work(props: WorkProps) {
  const { caseId, view, events, measures, hearings, deadlines, recordTerms } = props;
  const today = useCentreDay().day;
  const mayWrite = useMayStore('legalFile.write');
  const [open, setOpen, close] = useOpened<Open>(null, keyOf);
  return (
    <>
      <Acts onOpen={setOpen} isOpen={open !== null} />
      {view === 'status' && (
        <Notice>Ve medidas, fechas, audiencias e incumplimientos. Las notas del servicio legal no se muestran.</Notice>
      )}
      {open === null && <HalfTyped {...props} onOpen={setOpen} />}
      <Opened {...props} open={open} today={today} onOpen={setOpen} close={close} />
      <DeadlinesPanel caseId={caseId} today={today} deadlines={deadlines} mayWrite={mayWrite} />
      <RecordTermsPanel terms={recordTerms} />
      <MeasuresPanel measures={measures} />
      <HearingsPanel
        caseId={caseId}
        hearings={hearings}
        mayWrite={mayWrite}
        onChange={(line) => setOpen({ kind: 'hearing', line })}
      />
      <EventsPanel events={events} mayWrite={mayWrite} onCorrect={(line) => setOpen({ kind: 'event', line })} />
    </>
  );
}

type HalfTypedProps = Pick<WorkProps, 'caseId' | 'events' | 'hearings'> & { readonly onOpen: (open: Open) => void };
type Half = { readonly form: DraftLine['form']; readonly words: string; readonly goOn: () => void };

/** What she was typing here before, each with its way back. */
function HalfTyped({ caseId, events, hearings, onOpen }: HalfTypedProps) {
  const mayWrite = useMayStore('legalFile.write');
  const mayTell = useMayStore('novelty.append');
  const { data = [], isFetchedAfterMount } = useMyDrafts();
  // What was read before may be of a form that is recorded since.
  const kept = isFetchedAfterMount ? data.filter((one) => one.caseId === caseId) : [];
  const halves: readonly Half[] = [
    { form: 'novelty', words: 'un hecho nuevo', goOn: openNovelty },
    { form: 'event', words: 'un acto', goOn: () => onOpen({ kind: 'event', line: null }) },
    { form: 'hearing', words: 'una audiencia', goOn: () => onOpen({ kind: 'hearing', line: null }) },
    ...events.map((line): Half => {
      const words = `la corrección de «${actWords(line.event)}»`;
      return { form: `event-${line.id}`, words, goOn: () => onOpen({ kind: 'event', line }) };
    }),
    ...hearings.map((line): Half => {
      const words = `el cambio de la audiencia del ${momentWords(line.hearing)}`;
      return { form: `hearing-${line.id}`, words, goOn: () => onOpen({ kind: 'hearing', line }) };
    }),
  ];
  return halves.map(({ form, words, goOn }) => {
    const draft = kept.find((one) => one.form === form);
    if (draft === undefined || !(form === 'novelty' ? mayTell : mayWrite)) return null;
    return (
      <Notice key={form} tone="accent" action={{ label: 'Seguir escribiendo', onClick: goOn }}>
        {`Dejó ${words} a medio escribir, guardado ${inLima(draft.savedAt)}.`}
      </Notice>
    );
  });
}

type OpenedProps = Pick<WorkProps, 'caseId' | 'measures' | 'ownActs' | 'professionals'> & {
  readonly open: Open | null;
  readonly today: string;
  readonly onOpen: (open: Open) => void;
  readonly close: () => void;
};

/** The form that is open, or what follows from the act that was just registered. */
function Opened({ caseId, measures, ownActs, professionals, open, today, onOpen, close }: OpenedProps) {
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  return (
    <>
      {open?.kind === 'event' && (
        <EventFormPanel
          key={open.line?.id ?? 'new'}
          caseId={caseId}
          today={today}
          measures={measures}
          ownActs={ownActs}
          line={open.line}
          onDone={close}
          onRecorded={setRecorded}
        />
      )}
      {recorded !== null && open === null && (
        <AnswersPanel
          caseId={caseId}
          recorded={recorded}
          onHearing={(at) => onOpen({ kind: 'hearing', line: null, at })}
          onClose={() => setRecorded(null)}
        />
      )}
      {open?.kind === 'hearing' && (
        <HearingFormPanel
          key={open.line?.id ?? 'new'}
          caseId={caseId}
          professionals={professionals}
          line={open.line}
          at={open.at ?? null}
          onDone={close}
        />
      )}
    </>
  );
}

/** What can be done here, as far as the role goes. */
function Acts({ onOpen, isOpen }: { readonly onOpen: (open: Open) => void; readonly isOpen: boolean }) {
  const mayWrite = useMayStore('legalFile.write');
  const mayTell = useMay('novelty.append');
  return (
    <div className={look.row}>
      {mayWrite && (
        // The form that is open has the filled button of the screen.
        <Button variant={isOpen ? 'default' : 'filled'} onClick={() => onOpen({ kind: 'event', line: null })}>
          Registrar acto
        </Button>
      )}
      {mayWrite && (
        <PlainButton data-replaces={actPlace} onClick={() => onOpen({ kind: 'hearing', line: null })}>
          Programar audiencia
        </PlainButton>
      )}
      {mayTell && <PlainButton onClick={openNovelty}>Nuevo hecho o incumplimiento (Mayús F4)</PlainButton>}
    </div>
  );
}
