import { useState } from 'react';
import { serviceLabels } from '../../../shared/access/index.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { visitStateLabels, bookingSchema, type VisitLine } from '../../../shared/reception/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { useRead } from '../../platform/query.ts';
import {
  DateControl,
  TimeControl,
  ChoiceControl,
  type AnyForm,
  ActProblem,
  FormHead,
  type SectionForm,
  TextControl,
  useAct,
  useSectionForm,
  YesNoControl,
} from '../../platform/forms/index.ts';
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
} from '../../platform/ui/index.ts';
import { useRefreshReception, useVisits } from '../queries.ts';
import { useDay } from '../today.ts';

type Values = z.input<typeof bookingSchema>;
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
    { title: 'Persona', cell: (visit) => visit.name ?? 'No visible para usted' },
    {
      title: 'Para',
      cell: (visit) =>
        [visit.service === null ? null : serviceLabels[visit.service], visit.staffName]
          .filter((part) => part !== null)
          .join(' · ') || '—',
    },
    { title: 'Nota', cell: (visit) => visit.note ?? '—' },
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

const order = ['caseId', 'saidName', 'day', 'time', 'service', 'staffId', 'note', 'mustCall'];

function blank(day: string): Values {
  const nothing = { caseId: null, saidName: null, service: null, staffId: null, note: null, mustCall: false };
  return { ...nothing, day, time: '' };
}

function Booking({ day, staff }: { readonly day: string; readonly staff: Staff }) {
  const form = useSectionForm<Values>({
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
        <FormHead form={form} order={order} />
        <BookingFields form={form} staff={staff} />
      </Panel>
      <ActionBar main={{ label: 'Registrar cita', onClick: () => void book(), busy: form.busy }} />
    </>
  );
}

/** Own fichas, or those of today: only these can be named here. */
const useOwnCases = () => useRead(['intake', 'list'], (client) => client.listMyCases({}), { staleTime: 0 });

function BookingFields({ form, staff }: { readonly form: SectionForm<Values>; readonly staff: Staff }) {
  const cases = useOwnCases().data?.cases ?? [];
  return (
    <div className={look.grid}>
      {cases.length > 0 && (
        <Choice
          form={form}
          name="caseId"
          label="Ficha"
          options={cases.map((one) => ({ code: one.caseId, label: `${one.number} · ${one.userName}` }))}
        />
      )}
      <TextControl form={form} name="saidName" label="Nombre, si no tiene ficha" optional nullable />
      <DateControl form={form} name="day" label="Fecha" />
      <TimeControl form={form} name="time" label="Hora" empty="" />
      <Choice form={form} name="service" label="Servicio" options={optionsOf(serviceLabels)} />
      <Choice
        form={form}
        name="staffId"
        label="Profesional"
        options={staff.map(({ staffId, name }) => ({ code: staffId, label: name }))}
      />
      <TextControl
        form={form}
        name="note"
        label="Nota"
        optional
        hint="La ve la recepción: sin motivo ni detalles del caso."
        nullable
      />
      <YesNoControl form={form} name="mustCall" label="¿Llamar a Coordinación cuando llegue?" unanswered={false} />
    </div>
  );
}

type ChoiceProps = {
  readonly form: AnyForm;
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly code: string; readonly label: string }[];
};

function Choice({ form, name, label, options }: ChoiceProps) {
  return <ChoiceControl form={form} name={name} label={label} optional options={options} />;
}
