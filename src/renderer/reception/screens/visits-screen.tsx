import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { serviceLabels } from '../../../shared/access/index.ts';
import {
  bookingFields,
  bookingSchema,
  hasCome,
  jointFields,
  type Booking as BookingForm,
  visitStateLabels,
  type VisitLine,
} from '../../../shared/reception/index.ts';
import { blankValues } from '../../../shared/record/index.ts';
import { useRead } from '../../platform/query.ts';
import { ActProblem, FormHead, useAct, useSectionForm, type SectionForm } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import {
  look,
  ActionBar,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  Notice,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  PersonName,
  Secret,
  useNamed,
  LineButton,
} from '../../platform/ui/index.ts';
import { FormFields } from '../../record/index.ts';
import { useApplicationNow, useRefreshReception } from '../queries.ts';
import { useDay } from '../today.ts';

type Staff = readonly { readonly staffId: string; readonly name: string }[];

/** «Citas»: who is expected on a day, and booking. */
export function VisitsScreen() {
  const may = useMay('appointment.read');
  const today = useDay();
  const [day, setDay] = useState<string | null>(today);
  return (
    <>
      <PageTitle>Citas</PageTitle>
      {may ? (
        <>
          <DateField words={{ label: 'Día' }} value={day} onChange={setDay} />
          <Day day={day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? day : today} onBooked={setDay} />
        </>
      ) : (
        <EmptyState>Su función no ve citas.</EmptyState>
      )}
    </>
  );
}

type DayProps = { readonly day: string; readonly onBooked: (day: string) => void };

function Day({ day, onBooked }: DayProps) {
  const visits = useRead(['reception', 'visits', day], (client) => client.listVisits({ day }), { staleTime: 0 });
  return (
    <QueryState query={visits}>
      {(read) => (
        <div className={look.stack}>
          <VisitTable visits={read.visits} saidNow={read.now} />
          <Booking key={day} day={day} staff={read.staff} onBooked={onBooked} />
        </div>
      )}
    </QueryState>
  );
}

function VisitTable({ visits, saidNow }: { readonly visits: readonly VisitLine[]; readonly saidNow: string }) {
  const now = useApplicationNow(saidNow);
  const { settle, act } = useSettle();
  const columns: readonly Column<VisitLine>[] = [
    { title: 'Hora', cell: (visit) => visit.time },
    {
      title: 'Persona',
      cell: ({ name }) => (name === null ? 'No visible para usted' : <PersonName>{name}</PersonName>),
    },
    {
      title: 'Para',
      cell: (visit) =>
        [visit.service === null ? null : serviceLabels[visit.service], visit.staffName, visit.withName]
          .filter((part) => part !== null)
          .join(' · ') || '—',
    },
    { title: 'Nota', cell: (visit) => <Secret instead="—">{visit.note ?? '—'}</Secret> },
    {
      title: 'Estado',
      cell: (visit) => (
        <StateBadge tone={visit.state === 'arrived' ? 'done' : 'neutral'}>{visitStateLabels[visit.state]}</StateBadge>
      ),
    },
    {
      title: 'Acciones',
      cell: (visit) => <VisitActs visit={visit} now={now} onSettle={settle} />,
    },
  ];
  if (visits.length === 0) return <EmptyState>No hay citas para este día.</EmptyState>;
  return (
    <>
      <DataTable
        caption={visits.length === 1 ? '1 cita, por hora' : `${visits.length} citas, por hora`}
        columns={columns}
        rows={visits}
        keyOf={(visit) => visit.visitId}
      />
      <ActProblem act={act} />
    </>
  );
}

type Settle = (visit: VisitLine, what: 'cancelVisit' | 'missVisit', words: string) => unknown;

type ActsProps = { readonly visit: VisitLine; readonly now: string; readonly onSettle: Settle };

/** «No vino» leads on: the call stands in «Llamadas», and another visit is booked below. */
function VisitActs({ visit, now, onSettle }: ActsProps) {
  const mayCall = useMay('call.read');
  const { time, state, name, hasCase } = visit;
  if (state === 'missed' && hasCase && mayCall) return <a href={hrefOf('/llamadas')}>Llamar</a>;
  if (state !== 'expected' || name === null) return null;
  return (
    <div className={look.row}>
      {hasCome(visit, now) && (
        <LineButton
          label="No vino"
          of={`cita de las ${time}`}
          onClick={() =>
            void onSettle(visit, 'missVisit', 'no vino. Queda en «Lo que sigue» hasta ubicarla o darle otra')
          }
        />
      )}
      <LineButton
        label="Anular"
        of={`cita de las ${time}`}
        onClick={() => void onSettle(visit, 'cancelVisit', 'anulada')}
      />
    </div>
  );
}

function useSettle() {
  const refresh = useRefreshReception();
  const act = useAct({ refresh });
  const settle: Settle = ({ visitId, version, time }, what, words) =>
    act.run((client) => client[what]({ visitId, version }), {
      of: visitId,
      words: `Cita de las ${time}: ${words}.`,
      refused: refresh,
    });
  return { settle, act };
}

const fields = { ...bookingFields, ...jointFields } as const;
const blank = (day: string) => ({ ...blankValues(fields), day }) as BookingForm;

/** Afterwards the list shows the day of what was booked. */
function Booking({ day, staff, onBooked }: DayProps & { readonly staff: Staff }) {
  const named = useNamed();
  const cases = useOwnCases().data?.cases ?? [];
  const form = useSectionForm<BookingForm>({
    ...{ schema: bookingSchema, defaultValues: blank(day), id: 'booking', refresh: useRefreshReception() },
  });
  const persons = staff.map(({ staffId, name }) => ({ code: staffId, label: name }));
  const book = () =>
    form.send((values, client) => client.bookVisit(values), {
      words: 'Cita registrada.',
      toTitle: true,
      done: () => {
        const booked = form.getValues('day');
        form.reset(blank(booked));
        onBooked(booked);
      },
    });
  return (
    <>
      <Panel title="Nueva cita">
        <FormHead form={form} order={Object.keys(fields)} byBar />
        <FormFields
          fields={fields}
          form={form}
          choices={{
            caseId: cases.map((one) => ({ code: one.caseId, label: `${one.number} · ${named(one.userName)}` })),
            staffId: persons,
            withStaffId: persons,
          }}
        />
      </Panel>
      <ActionBar main={{ label: 'Registrar cita', onClick: () => void book(), busy: form.busy, byControlEnter: true }}>
        <ClashWords form={form} />
      </ActionBar>
    </>
  );
}

/** What whoever is named could not attend beside it, before it is saved and in sight of the button. */
function ClashWords({ form }: { readonly form: SectionForm<BookingForm> }) {
  const [day, time, staffId, withStaffId, place, minutes] = useWatch({
    control: form.control,
    name: ['day', 'time', 'staffId', 'withStaffId', 'place', 'travelMinutes'],
  });
  const staffIds = [staffId, withStaffId].filter((id) => id !== null);
  const asked = { on: day, time, staffIds, travelMinutes: place === 'home' ? (minutes ?? 0) : 0 };
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(day) && /^\d\d:\d\d$/.test(time) && staffIds.length > 0;
  const found = useRead(['day', 'clashes', asked], (client) => client.findAgendaClashes(asked), {
    ...{ enabled: isWhole, staleTime: 0 },
  });
  if (!isWhole || found.data === undefined) return null;
  const words = found.data.clashes.map(
    ({ kind, what, time: at, person }) =>
      `${person} tiene una ${what === 'visit' ? 'cita' : 'audiencia'} a las ${at}: ${kind === 'clash' ? 'se cruzan' : 'no alcanza el tiempo de viaje'}.`,
  );
  return words.length === 0 ? null : <Notice tone="warning">{words.join(' ')}</Notice>;
}

/** Own fichas, or those of today: only these can be named here. */
const useOwnCases = () => useRead(['intake', 'list'], (client) => client.listMyCases({}), { staleTime: 0 });
