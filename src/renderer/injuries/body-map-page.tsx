import { useState } from 'react';
import {
  injuryAnnulReasonLabels,
  injuryEventLabels,
  injuryFields,
  injuryFormSchema,
  injurySourceLabels,
  injuryWords,
  noForensicReport,
  type BodyRegionCode,
  type InjuryMark,
} from '../../shared/injuries/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useMayStore } from '../platform/session.tsx';
import {
  ActionBar,
  Chips,
  ChosenReasonDialog,
  DataTable,
  Fold,
  look,
  PageTitle,
  PlainButton,
  QueryState,
  Secret,
  TwoLines,
  type Column,
} from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshCase } from '../intake/index.ts';
import { useRead } from '../platform/query.ts';
import { Figure } from './figure.tsx';
import css from './injuries.module.css';

type Props = { readonly caseId: string };

/** The body map of a case: where she was hurt, as it was seen or told. Nothing of it under discretion. */
export function BodyMapPage({ caseId }: Props) {
  const injuries = useInjuries(caseId);
  return (
    <>
      <PageTitle>Mapa corporal</PageTitle>
      <Secret instead={<p className={look.secondary}>No se muestra.</p>}>
        <QueryState query={injuries}>{(data) => <BodyMap caseId={caseId} {...data} />}</QueryState>
      </Secret>
    </>
  );
}

type MapProps = Props & { readonly marks: readonly InjuryMark[]; readonly today: CivilDate };
const everyDay = 'all';

function BodyMap({ caseId, marks, today }: MapProps) {
  const mayNote = useMayStore('injury.note');
  const [noting, setNoting] = useState<BodyRegionCode | 'unsaid' | null>(null);
  const [annulled, setAnnulled] = useState<InjuryMark | null>(null);
  const [day, setDay] = useState<string>(everyDay);
  const standing = marks.filter((mark) => mark.annulled === null);
  const gone = marks.filter((mark) => mark.annulled !== null);
  const days = [...new Set(standing.map(({ seenOn }) => seenOn))].toSorted();
  const shown = days.includes(day as (typeof days)[number])
    ? standing.filter(({ seenOn }) => seenOn === day)
    : standing;
  return (
    <>
      <p className={look.secondary}>{noForensicReport}</p>
      {days.length > 1 && (
        <Chips
          label="Día en que se vio"
          chips={[[everyDay, 'Todos los días'], ...days.map((one) => [one, formatCivilDate(one)] as const)]}
          chosen={shown === standing ? everyDay : day}
          onChoose={setDay}
        />
      )}
      <div className={css.halves}>
        <Figure marks={shown} onChoose={mayNote ? setNoting : null} />
        <div className={look.stack}>
          <DataTable
            caption="Marcas, con el número de la figura"
            empty="Todavía no se anotó ninguna lesión."
            columns={mayNote ? [...columns, annulling(setAnnulled)] : columns}
            rows={shown}
          />
          {gone.length > 0 && (
            <Fold title={`Anuladas (${gone.length})`} isOpen={false}>
              <DataTable caption="Marcas anuladas" columns={[...columns, why]} rows={gone} />
            </Fold>
          )}
        </div>
      </div>
      {mayNote && (
        <ActionBar main={{ label: 'Anotar una lesión', onClick: () => setNoting('unsaid'), byControlEnter: true }}>
          <span className={look.secondary}>O elija la parte en la figura: flechas y Enter.</span>
        </ActionBar>
      )}
      {noting !== null && (
        <NoteDialog
          caseId={caseId}
          today={today}
          region={noting === 'unsaid' ? null : noting}
          onDone={() => setNoting(null)}
        />
      )}
      {annulled !== null && <AnnulDialog caseId={caseId} mark={annulled} onDone={() => setAnnulled(null)} />}
    </>
  );
}

const columns: readonly Column<InjuryMark>[] = [
  { title: 'N.º', cell: ({ number }) => number },
  {
    title: 'Lesión',
    cell: (mark) => (
      <TwoLines first={injuryWords(mark) + (mark.size === null ? '' : `, ${mark.size} cm`)} second={mark.words} />
    ),
  },
  {
    title: 'Cómo se sabe',
    cell: ({ source, seenOn }) => (
      <TwoLines first={injurySourceLabels[source ?? 'told']} second={formatCivilDate(seenOn)} />
    ),
  },
  {
    title: 'De qué hecho',
    cell: ({ event, eventOn }) => (
      <TwoLines first={injuryEventLabels[event]} second={eventOn && formatCivilDate(eventOn)} />
    ),
  },
  { title: 'Anotó', cell: ({ by }) => by },
];

const annulling = (onAnnul: (mark: InjuryMark) => void): Column<InjuryMark> => ({
  title: 'Corregir',
  cell: (mark) => (
    <PlainButton small aria-label={`Anular la marca ${mark.number}`} onClick={() => onAnnul(mark)}>
      Anular…
    </PlainButton>
  ),
});

const why: Column<InjuryMark> = {
  title: 'Por qué se anuló',
  cell: ({ annulled }) =>
    annulled !== null && (
      <TwoLines
        first={annulled.words ?? injuryAnnulReasonLabels[annulled.reason]}
        second={`${annulled.by}, ${formatCivilDate(annulled.on)}`}
      />
    ),
};

type NoteProps = Props & {
  readonly today: CivilDate;
  readonly region: BodyRegionCode | null;
  readonly onDone: () => void;
};

function NoteDialog({ caseId, region, today, onDone }: NoteProps) {
  return (
    <FormDialog
      fields={injuryFields}
      schema={injuryFormSchema}
      start={{ region, event: 'ficha', seenOn: today }}
      id="injury"
      sentAs="mark"
      refresh={useRefreshInjuries(caseId)}
      words={{ title: 'Anotar una lesión', send: 'Guardar', sent: 'Lesión anotada.' }}
      send={(mark, client) => client.noteInjury({ caseId, mark })}
      isWide
      onDone={onDone}
    />
  );
}

type AnnulProps = Props & { readonly mark: InjuryMark; readonly onDone: () => void };

function AnnulDialog({ caseId, mark, onDone }: AnnulProps) {
  const act = useAct({ refresh: useRefreshInjuries(caseId) });
  return (
    <ChosenReasonDialog
      title={`¿Anular la marca ${mark.number}?`}
      label="Motivo"
      reasons={injuryAnnulReasonLabels}
      confirm="Anular la marca"
      cancel="No anular"
      onCancel={onDone}
      onChosen={(reason, words) =>
        void act.run(
          (client) => client.annulInjury({ caseId, injuryId: mark.id, version: mark.version, reason, words }),
          { words: 'Marca anulada.', done: onDone },
        )
      }
    >
      <p>La marca no se borra: queda entre las anuladas, con quién la anuló y por qué.</p>
      <ActProblem act={act} />
    </ChosenReasonDialog>
  );
}

const useInjuries = (caseId: string) =>
  useRead(['injuries', caseId], (client) => client.listInjuries({ caseId }), { staleTime: 0 });

const useRefreshInjuries = (caseId: string) => useRefreshCase(['injuries', caseId]);
