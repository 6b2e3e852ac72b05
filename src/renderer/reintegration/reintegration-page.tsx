import { useRef, useState, type ComponentProps, type ReactNode } from 'react';
import {
  isLivedIn,
  isUnderWay,
  nextReviewOf,
  reintegrationKinds,
  stands,
  type ReintegrationKind,
  type ReintegrationRecord,
} from '../../shared/reintegration/index.ts';
import { useMayStore } from '../platform/session.tsx';
import {
  ActionBar,
  ConfirmMark,
  DataTable,
  Fold,
  look,
  PageTitle,
  Panel,
  PlainButton,
  QueryState,
  Secret,
  useStayInTable,
  LineButton,
} from '../platform/ui/index.ts';
import { dayWords, ReintegrationDialog, type Doing } from './dialogs.tsx';
import { useReintegration, type Reintegration } from './queries.ts';
import { RecordsTable } from './records-table.tsx';

type Props = { readonly caseId: string };

/** Where she was placed, her plan of reintegration, who accompanies her and her home visits. Nothing of it under discretion. */
export function ReintegrationPage({ caseId }: Props) {
  const reintegration = useReintegration(caseId);
  return (
    <>
      <PageTitle>Inserción y reintegración</PageTitle>
      <Secret instead={<p className={look.secondary}>No se muestra.</p>}>
        <QueryState query={reintegration}>{(data) => <Standing caseId={caseId} data={data} />}</QueryState>
      </Secret>
    </>
  );
}

function Standing({ caseId, data }: Props & { readonly data: Reintegration }) {
  const mayWrite = useMayStore('reintegration.write');
  const [doing, setDoing] = useState<Doing | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const mark = useStayInTable(box, doing !== null, data);
  const onDo = (next: Doing) => {
    mark();
    setDoing(next);
  };
  const parts = { data, onDo: mayWrite ? onDo : null };
  const note = { what: 'note', kind: 'placement', title: 'Anotar la inserción', ownerId: null } as const;
  return (
    <div ref={box} className={look.stack}>
      <Placements {...parts} />
      <Plan {...parts} />
      <Accompaniment {...parts} />
      <Visits {...parts} />
      <Annulled {...parts} />
      {mayWrite && (
        <ActionBar main={{ label: 'Anotar la inserción', onClick: () => onDo(note), byControlEnter: true }}>
          <span className={look.secondary}>Lo lee solo el equipo del caso. No sale en ningún oficio.</span>
        </ActionBar>
      )}
      {doing !== null && <ReintegrationDialog {...{ caseId, data, doing }} onDone={() => setDoing(null)} />}
    </div>
  );
}

type PartProps = { readonly data: Reintegration; readonly onDo: ((doing: Doing) => void) | null };

/** Those that stand, or were annulled, as rows of the table. */
function rowsOf({ records }: Reintegration, kind: ReintegrationKind, isStanding = true) {
  const all: readonly ReintegrationRecord[] = records[kind];
  return all.filter((record) => stands(record) === isStanding).map((record) => ({ kind, record }));
}

type RecordsProps = PartProps & { readonly kind: ReintegrationKind } & Pick<
    ComponentProps<typeof RecordsTable>,
    'caption' | 'empty' | 'words'
  >;

function Records({ data, onDo, kind, ...said }: RecordsProps) {
  return <RecordsTable {...said} {...{ onDo, rows: rowsOf(data, kind), offices: data.offices }} />;
}

/** What can be noted in a part, on one line. */
function Acts({ onDo, acts }: Pick<PartProps, 'onDo'> & { readonly acts: readonly Doing[] }): ReactNode {
  if (onDo === null || acts.length === 0) return null;
  return (
    <div className={look.row}>
      {acts.map((act) => (
        <PlainButton key={titleOf(act)} small onClick={() => onDo(act)}>
          {titleOf(act)}
        </PlainButton>
      ))}
    </div>
  );
}

const titleOf = (act: Doing) => (act.what === 'note' ? act.title : 'Terminó…');
const note = (kind: ReintegrationKind, title: string, ownerId: string | null): Doing => ({
  ...{ what: 'note', kind, title, ownerId },
});

function Placements({ data, onDo }: PartProps) {
  const lives = data.records.placement.filter(isLivedIn).length;
  return (
    <Panel title="Inserción en redes">
      <p className={look.secondary}>
        Con quién vive por su seguridad, o por qué no acepta: no aceptar no le quita ninguna otra ayuda. Los motivos son
        una propuesta del programa <ConfirmMark />
      </p>
      <Records
        caption={lives === 0 ? 'Inserciones y negativas' : `Inserciones y negativas: ${lives} en curso`}
        empty="Todavía no se anotó ninguna inserción."
        words={{ what: 'Dónde' }}
        kind="placement"
        {...{ data, onDo }}
      />
    </Panel>
  );
}

function Plan({ data, onDo }: PartProps) {
  const { reintegration_plan: plans, reintegration_review: reviews } = data.records;
  const open = plans.find(isUnderWay) ?? null;
  const isOurs = open?.implementer === 1;
  const due = open === null ? null : nextReviewOf(open, reviews);
  const acts =
    open === null
      ? [note('reintegration_plan', 'Anotar el plan', null)]
      : isOurs
        ? [
            note('reintegration_goal', 'Agregar un objetivo', open.id),
            note('reintegration_review', 'Anotar una revisión', open.id),
          ]
        : [];
  return (
    <Panel title="Plan de Reintegración">
      <p className={look.secondary}>
        De un caso de trata con fines de explotación sexual. {due !== null && `Se revisa el ${dayWords(due)}.`}
      </p>
      <Records
        caption="Quién implementa el plan"
        empty="Todavía no se anotó si el CEM lo implementa."
        words={{ day: 'Se decidió', what: 'Quién lo implementa' }}
        kind="reintegration_plan"
        {...{ data, onDo }}
      />
      <Records
        caption="Objetivos"
        words={{ day: 'Hasta', what: 'Objetivo, y quién' }}
        kind="reintegration_goal"
        {...{ data, onDo }}
      />
      <Records
        caption="Revisiones"
        words={{ day: 'Fecha', what: 'Cómo va' }}
        kind="reintegration_review"
        {...{ data, onDo }}
      />
      <Acts {...{ onDo, acts }} />
    </Panel>
  );
}

function Accompaniment({ data, onDo }: PartProps) {
  const { referrals, records } = data;
  const open = records.accompaniment.filter(isUnderWay);
  const levels = { 1: 'básico', 2: 'especializado' } as const;
  const acts = [
    ...open.map(({ id, level }) =>
      note(
        'accompaniment_contact',
        open.length > 1 ? `Anotar un contacto (${levels[level]})` : 'Anotar un contacto',
        id,
      ),
    ),
    note('accompaniment', 'Empezó sin derivación', null),
  ];
  return (
    <Panel title="Acompañamiento">
      {referrals.length > 0 && (
        <DataTable
          caption="Derivaciones a Acompañamiento: ¿empezó?"
          columns={[
            { title: 'Derivación', cell: ({ number, on }) => `${number}, ${dayWords(on)}` },
            { title: 'A quién', cell: ({ words }) => words },
            {
              title: 'Acto',
              cell: (one) =>
                onDo !== null && <LineButton label="Empezó…" of={one.number} onClick={() => onDo(begun(one))} />,
            },
          ]}
          rows={referrals}
        />
      )}
      <Records
        caption="Quién la acompaña"
        empty="Todavía nadie la acompaña."
        words={{ what: 'Acompañamiento' }}
        kind="accompaniment"
        {...{ data, onDo }}
      />
      <Records
        caption="Sesiones y contactos"
        words={{ day: 'Fecha', what: 'Resultado' }}
        kind="accompaniment_contact"
        {...{ data, onDo }}
      />
      <Acts {...{ onDo, acts }} />
    </Panel>
  );
}

/** What the referral says already is not asked again. */
const begun = ({ id, number, level, officeId, words }: Reintegration['referrals'][number]): Doing => ({
  ...{ what: 'note', kind: 'accompaniment', title: 'Empezó el Acompañamiento', ownerId: null },
  taken: { referralId: id, ...(level === null ? {} : { level }), ...(officeId === null ? {} : { officeId }) },
  from: `Derivación ${number}: ${words}`,
});

function Visits({ data, onDo }: PartProps) {
  const { visits } = data;
  return (
    <Panel title="Visitas domiciliarias">
      {visits.length > 0 && (
        <DataTable
          caption="Visitas sin resultado anotado"
          columns={[
            { title: 'Fecha', cell: ({ on }) => <span className={look.nowrap}>{dayWords(on)}</span> },
            { title: 'Dónde consta', cell: ({ words }) => words },
            {
              title: 'Acto',
              cell: (one) =>
                onDo !== null && (
                  <PlainButton
                    small
                    aria-label={`Resultado de la visita: ${dayWords(one.on)}`}
                    onClick={() => onDo(visited(one))}
                  >
                    Resultado…
                  </PlainButton>
                ),
            },
          ]}
          rows={visits}
        />
      )}
      <Records
        caption="Resultados de las visitas"
        empty="Todavía no se anotó el resultado de ninguna visita."
        words={{ day: 'Fecha', what: 'Resultado' }}
        kind="home_visit"
        {...{ data, onDo }}
      />
      <Acts {...{ onDo, acts: [note('home_visit', 'Anotar otra visita', null)] }} />
    </Panel>
  );
}

const visited = ({ id, on, made, words }: Reintegration['visits'][number]): Doing => ({
  ...{ what: 'note', kind: 'home_visit', title: 'Resultado de la visita', ownerId: null },
  taken: { visitId: id, visitedOn: on, ...(made === null ? {} : { made }) },
  from: `${words}, ${dayWords(on)}`,
});

function Annulled({ data }: PartProps) {
  const rows = reintegrationKinds.flatMap((kind) => rowsOf(data, kind, false));
  if (rows.length === 0) return null;
  return (
    <Fold title={`Anulado (${rows.length})`} isOpen={false}>
      <RecordsTable
        caption="Registros anulados"
        words={{ day: 'Fecha', state: 'Por qué se anuló' }}
        {...{ rows, onDo: null, offices: data.offices }}
      />
    </Fold>
  );
}
