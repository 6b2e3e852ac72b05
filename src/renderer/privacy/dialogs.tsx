import { useWatch } from 'react-hook-form';
import {
  accessReviewFormSchema,
  dataIncidentFormSchema,
  incidentEndSchema,
  type DataIncidentView,
  type IncidentEnd,
} from '../../shared/privacy/index.ts';
import { z } from '../../shared/platform/zod.ts';
import { useCentreDay } from '../intake/index.ts';
import {
  DateControl,
  TimeControl,
  type AnyForm,
  Choice,
  FormHead,
  TextControl,
  useSectionForm,
} from '../platform/forms/index.ts';
import { look, Dialog } from '../platform/ui/index.ts';
import { useRefreshPrivacy } from './queries.ts';

function Moment({ form, name, label }: { readonly form: AnyForm; readonly name: string; readonly label: string }) {
  return (
    <div className={look.columns}>
      <DateControl form={form} name={`${name}.on`} label={label} />
      <TimeControl form={form} name={`${name}.time`} label="Hora" />
    </div>
  );
}

type Props = { readonly onDone: () => void };

/** «Registrar un incidente»: when it was known and what happened, never of whom. */
export function IncidentDialog({ onDone }: Props) {
  const today = useCentreDay().day;
  const refresh = useRefreshPrivacy();
  const form = useSectionForm<z.input<typeof dataIncidentFormSchema>>({
    schema: dataIncidentFormSchema,
    defaultValues: { known: { on: today, time: null }, words: '' },
    id: 'data-incident',
    sentAs: 'incident',
    refresh,
  });
  const save = () =>
    form.send((incident, client) => client.recordDataIncident({ incident }), {
      words: 'Incidente registrado.',
      done: onDone,
    });
  return (
    <Dialog
      opened
      isWide
      title="Registrar un incidente con datos personales"
      confirm={{ label: 'Registrar', onClick: () => void save() }}
      cancel={{ label: 'Cancelar', onClick: onDone }}
    >
      <div className={look.stack}>
        <FormHead form={form} order={['known.on', 'known.time', 'words']} />
        <Moment form={form} name="known" label="Día en que se conoció" />
        <TextControl
          form={form}
          name="words"
          lines={4}
          label="Qué pasó"
          hint="En general: sin nombres, documentos ni números de ficha. Por ejemplo: «Se perdió una memoria USB con copias de oficios»."
        />
      </div>
    </Dialog>
  );
}

const ends = [
  { code: 'told', label: 'Se avisó a la autoridad' },
  { code: 'notApplicable', label: 'No corresponde avisar' },
];

/** A form in which nothing is chosen has both halves; the schema keeps the one that counts. */
type EndDraft = {
  state: IncidentEnd['state'] | '';
  at: { on: string; time: string | null };
  entryNumber: string;
  reason: string;
};

function endOf({ state, at, entryNumber, reason }: EndDraft): unknown {
  if (state === 'told') return { state, at, entryNumber };
  return state === 'notApplicable' ? { state, reason } : { state };
}

/** «Cerrar»: when the authority was told and under which number, or why it need not be. */
export function CloseIncidentDialog({ incident, onDone }: Props & { readonly incident: DataIncidentView }) {
  const today = useCentreDay().day;
  const refresh = useRefreshPrivacy();
  const form = useSectionForm<EndDraft>({
    schema: z.preprocess((draft) => endOf(draft as EndDraft), incidentEndSchema) as never,
    defaultValues: { state: '', at: { on: today, time: null }, entryNumber: '', reason: '' },
    id: 'incident-end',
    sentAs: 'end',
    refresh,
  });
  const state = useWatch({ control: form.control, name: 'state' });
  const target = { incidentId: incident.id, version: incident.version };
  const save = () =>
    form.send((end, client) => client.closeDataIncident({ ...target, end: end as never }), {
      words: 'Incidente cerrado.',
      done: onDone,
      refused: refresh,
    });
  return (
    <Dialog
      opened
      isWide
      title="Cerrar el incidente"
      confirm={{ label: 'Cerrar incidente', onClick: () => void save() }}
      cancel={{ label: 'Cancelar', onClick: onDone }}
    >
      <div className={look.stack}>
        <FormHead form={form} order={['state', 'at.on', 'at.time', 'entryNumber', 'reason']} />
        <Choice inline form={form} name="state" label="Cómo queda" options={ends} />
        {state === 'told' && (
          <>
            <Moment form={form} name="at" label="Día del aviso" />
            <TextControl
              form={form}
              name="entryNumber"
              width="medium"
              label="Número de ingreso"
              hint="El que dio la mesa de partes de la autoridad."
            />
          </>
        )}
        {state === 'notApplicable' && (
          <TextControl form={form} name="reason" lines={2} label="Por qué no corresponde" />
        )}
      </div>
    </Dialog>
  );
}

/** «Registrar revisión»: the day on which somebody looked at who may enter where. */
export function ReviewDialog({ onDone }: Props) {
  const today = useCentreDay().day;
  const refresh = useRefreshPrivacy();
  const form = useSectionForm<z.input<typeof accessReviewFormSchema>>({
    schema: accessReviewFormSchema,
    defaultValues: { on: today, words: null },
    id: 'access-review',
    sentAs: 'review',
    refresh,
  });
  const save = () =>
    form.send((review, client) => client.recordAccessReview({ review }), {
      words: 'Revisión registrada.',
      done: onDone,
    });
  return (
    <Dialog
      opened
      title="Registrar una revisión de permisos"
      confirm={{ label: 'Registrar', onClick: () => void save() }}
      cancel={{ label: 'Cancelar', onClick: onDone }}
    >
      <div className={look.stack}>
        <FormHead form={form} order={['on', 'words']} />
        <DateControl form={form} name="on" label="Día de la revisión" />
        <TextControl form={form} name="words" nullable lines={2} label="Qué se encontró o cambió" optional />
      </div>
    </Dialog>
  );
}
