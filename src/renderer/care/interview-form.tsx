import { serviceLabels, type Service } from '../../shared/access/index.ts';
import { interviewFields, interviewFormSchema } from '../../shared/care/index.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import type { z } from '../../shared/platform/zod.ts';
import { blankForm } from '../../shared/record/index.ts';
import { withFailure } from '../platform/failure-words.ts';
import { type AnyForm, Controlled, FormHead, LeaveGuard, useSectionForm } from '../platform/forms/index.ts';
import { Panel, TicksField, ButtonRow } from '../platform/ui/index.ts';
import { FormFields } from '../record/index.ts';
import { useRefreshCare } from './queries.ts';

type Values = z.input<typeof interviewFormSchema>;
type Present = Values['present'][number];

export type Professional = { readonly staffId: string; readonly name: string; readonly services: readonly Service[] };

const order = Object.keys(interviewFields).toSpliced(-1, 0, 'present');

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
  const start = blankForm<Values>(interviewFields, { on: today, modality: 'centre', present: [...own] });
  const form = useSectionForm<Values>({
    ...{ schema: interviewFormSchema, defaultValues: start, id: 'interview', refresh: useRefreshCare() },
  });
  const record = () =>
    form.send((interview, client) => withFailure(client.recordInterview({ caseId, interview }), atFields), {
      words: 'Entrevista registrada. Cada profesional escribe y firma su parte.',
      done: () => form.reset(start),
    });
  return (
    <Panel title="Registrar una entrevista">
      <LeaveGuard form={form} />
      <FormHead form={form} order={order} />
      <FormFields
        fields={interviewFields}
        form={form}
        before={{ toldStory: <Who form={form} professionals={professionals} /> }}
      />
      <ButtonRow busy={form.busy} label="Registrar entrevista" onClick={() => void record()} />
    </Panel>
  );
}

function Who({ form, professionals }: Pick<Props, 'professionals'> & { readonly form: AnyForm }) {
  const ticks = professionals.flatMap(({ staffId, name, services }) =>
    services.map((service) => ({ name: markOf({ staffId, service }), label: `${name} (${serviceLabels[service]})` })),
  );
  return (
    <Controlled form={form} name="present" label="Quiénes estuvieron">
      {({ words, value, onChange, onBlur }) => {
        const marks = (value as Present[]).map(markOf);
        return (
          <TicksField
            words={words}
            ticks={ticks}
            asksNone={false}
            value={marks}
            onChange={(next) => onChange((next ?? []).map(presentOf))}
            onBlur={onBlur}
          />
        );
      }}
    </Controlled>
  );
}
