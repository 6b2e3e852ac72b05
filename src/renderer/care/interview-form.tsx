import { Button } from '@mantine/core';
import type { FieldValues } from 'react-hook-form';
import { serviceLabels, type Service } from '../../shared/access/index.ts';
import { interviewFormSchema, interviewModalityLabels } from '../../shared/care/index.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import type { z } from '../../shared/platform/zod.ts';
import { withFailure } from '../platform/failure-words.ts';
import {
  Choice,
  Controlled,
  FormHead,
  type SectionForm,
  TextControl,
  useSectionForm,
  YesNoControl,
} from '../platform/forms/index.ts';
import { DateField, optionsOf, Panel, TicksField, TimeField } from '../platform/ui/index.ts';
import css from './care.module.css';
import { useRefreshCare } from './queries.ts';

type Values = z.input<typeof interviewFormSchema>;
type Present = Values['present'][number];

export type Professional = { readonly staffId: string; readonly name: string; readonly services: readonly Service[] };

const order = ['on', 'started', 'ended', 'modality', 'place', 'present', 'toldStory'];

const markOf = ({ staffId, service }: { readonly staffId: string; readonly service: Service }) =>
  `${service} ${staffId}`;

function presentOf(mark: string): Present {
  const [service = '', staffId = ''] = mark.split(' ');
  return { service: service as Service, staffId: staffId };
}

/** Who was there is told at their list, whichever of them is wrong. */
function atFields(failure: Failure): Failure {
  const issues = failure.issues.map((issue) => {
    const path = issue.path.replace(/^interview\./, '');
    return { ...issue, path: path.startsWith('present.') ? 'present' : path };
  });
  return { ...failure, issues };
}

type Props = {
  readonly caseId: string;
  readonly professionals: readonly Professional[];
  /** The person at the screen, ticked at first. */
  readonly own: readonly Present[];
  readonly today: string;
};

/** One interview, however many professionals were there: she tells it once, each writes the own part afterwards. */
export function NewInterview({ caseId, professionals, own, today }: Props) {
  const start: Values = {
    ...{ on: today, started: '', ended: null, modality: 'centre', place: null },
    // Empty is not No: whether she told it is answered each time.
    toldStory: null as unknown as boolean,
    present: [...own],
  };
  const form = useSectionForm<Values>({
    ...{ schema: interviewFormSchema, defaultValues: start, id: 'interview', refresh: useRefreshCare() },
  });
  const record = () =>
    form.send((interview, client) => withFailure(client.recordInterview({ caseId, interview }), atFields), {
      words: 'Entrevista registrada. Cada profesional escribe y firma su parte.',
      done: () => form.reset(start),
    });
  const drawn = form as unknown as SectionForm<FieldValues>;
  return (
    <Panel title="Registrar una entrevista">
      <FormHead form={drawn} order={order} />
      <div className={css.columns}>
        <Controlled form={drawn} name="on" words={{ label: 'Fecha' }}>
          {({ value, ...field }) => <DateField {...field} value={value as string | null} />}
        </Controlled>
        <Times form={drawn} name="started" label="Hora de inicio" />
        <Times form={drawn} name="ended" label="Hora de término" optional />
      </div>
      <Choice
        inline
        form={drawn}
        name="modality"
        words={{ label: 'Dónde fue' }}
        options={optionsOf(interviewModalityLabels)}
      />
      <TextControl form={form} name="place" nullable words={{ label: 'Lugar', optional: true }} />
      <Who form={drawn} professionals={professionals} />
      <YesNoControl
        form={drawn}
        name="toldStory"
        words={{
          label: '¿Contó lo que le pasó?',
          hint: 'Cuenta como una sola vez, aunque haya estado más de un profesional.',
        }}
      />
      <div className={css.row}>
        <Button aria-disabled={form.busy} onClick={() => void record()}>
          Registrar entrevista
        </Button>
      </div>
    </Panel>
  );
}

type TimesProps = {
  readonly form: SectionForm<FieldValues>;
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
};

function Times({ form, name, label, optional = false }: TimesProps) {
  return (
    <Controlled form={form} name={name} words={{ label, optional }}>
      {({ words, value, onChange, onBlur }) => (
        <TimeField
          words={words}
          value={value === '' ? null : (value as string | null)}
          onChange={(next) => onChange(next ?? (optional ? null : ''))}
          onBlur={onBlur}
        />
      )}
    </Controlled>
  );
}

function Who({ form, professionals }: Pick<Props, 'professionals'> & { readonly form: SectionForm<FieldValues> }) {
  const ticks = professionals.flatMap(({ staffId, name, services }) =>
    services.map((service) => ({ name: markOf({ staffId, service }), label: `${name} (${serviceLabels[service]})` })),
  );
  return (
    <Controlled form={form} name="present" words={{ label: 'Quiénes estuvieron' }}>
      {({ words, value, onChange, onBlur }) => {
        const marks = (value as Present[]).map(markOf);
        return (
          <TicksField
            words={words}
            ticks={ticks}
            value={marks}
            onChange={(next) => onChange((next ?? []).map(presentOf))}
            onBlur={onBlur}
          />
        );
      }}
    </Controlled>
  );
}
