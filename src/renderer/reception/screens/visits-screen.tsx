import { useState } from 'react';
import { serviceLabels } from '../../../shared/access/index.ts';
import {
  bookingFields,
  bookingSchema,
  type Booking as BookingForm,
  visitStateLabels,
  type VisitLine,
} from '../../../shared/reception/index.ts';
import { blankValues } from '../../../shared/record/index.ts';
import { useRead } from '../../platform/query.ts';
import { ActProblem, FormHead, useAct, useSectionForm } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import {
  PlainButton,
  look,
  ActionBar,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  PersonName,
  Secret,
  useNamed,
} from '../../platform/ui/index.ts';
import { FormFields } from '../../record/index.ts';
import { useRefreshReception, useVisits } from '../queries.ts';
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
          <Day day={day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? day : today} />
        </>
      ) : (
        <EmptyState>Su función no ve citas.</EmptyState>
      )}
    </>
  );
}

function Day({ day }: { readonly day: string }) {
  const visits = useVisits(day);
  return (
    <QueryState query={visits}>
      {(read) => (
        <div className={look.stack}>
          <VisitTable visits={read.visits} />
          <Booking key={day} day={day} staff={read.staff} />
        </div>
      )}
    </QueryState>
  );
}

function VisitTable({ visits }: { readonly visits: readonly VisitLine[] }) {
  const { cancel, act } = useCancel();
  const columns: readonly Column<VisitLine>[] = [
    { title: 'Hora', cell: (visit) => visit.time },
    {
      title: 'Persona',
      cell: ({ name }) => (name === null ? 'No visible para usted' : <PersonName>{name}</PersonName>),
    },
    {
      title: 'Para',
      cell: (visit) =>
        [visit.service === null ? null : serviceLabels[visit.service], visit.staffName]
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
      cell: (visit) =>
        visit.state === 'expected' && visit.name !== null ? (
          <PlainButton small aria-label={`Anular: cita de las ${visit.time}`} onClick={() => void cancel(visit)}>
            Anular
          </PlainButton>
        ) : null,
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

function useCancel() {
  const refresh = useRefreshReception();
  const act = useAct({ refresh });
  const cancel = ({ visitId, version, time }: VisitLine) =>
    act.run((client) => client.cancelVisit({ visitId, version }), {
      of: visitId,
      words: `Cita de las ${time} anulada.`,
      refused: refresh,
    });
  return { cancel, act };
}

const blank = (day: string) => ({ ...blankValues(bookingFields), day }) as BookingForm;

function Booking({ day, staff }: { readonly day: string; readonly staff: Staff }) {
  const named = useNamed();
  const cases = useOwnCases().data?.cases ?? [];
  const form = useSectionForm<BookingForm>({
    ...{ schema: bookingSchema, defaultValues: blank(day), id: 'booking', refresh: useRefreshReception() },
  });
  const book = () =>
    form.send((values, client) => client.bookVisit(values), {
      words: 'Cita registrada.',
      done: () => form.reset(blank(day)),
    });
  return (
    <>
      <Panel title="Nueva cita">
        <FormHead form={form} order={Object.keys(bookingFields)} />
        <FormFields
          fields={bookingFields}
          form={form}
          choices={{
            caseId: cases.map((one) => ({ code: one.caseId, label: `${one.number} · ${named(one.userName)}` })),
            staffId: staff.map(({ staffId, name }) => ({ code: staffId, label: name })),
          }}
        />
      </Panel>
      <ActionBar main={{ label: 'Registrar cita', onClick: () => void book(), busy: form.busy }} />
    </>
  );
}

/** Own fichas, or those of today: only these can be named here. */
const useOwnCases = () => useRead(['intake', 'list'], (client) => client.listMyCases({}), { staleTime: 0 });
