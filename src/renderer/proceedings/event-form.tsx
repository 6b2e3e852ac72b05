import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import {
  actWords,
  eventChangeReasonLabels,
  eventFormSchema,
  eventKindRules,
  eventKinds,
  proposalOf,
  type EventForm,
  type EventKind,
  type EventKindRule,
  type EventView,
  type MeasureView,
  type Proposal,
} from '../../shared/proceedings/index.ts';
import type { Fields } from '../../shared/record/index.ts';
import { cleanedText } from '../../shared/platform/text.ts';
import { oneOf, z } from '../../shared/platform/zod.ts';
import { sendFile } from '../attachments/index.ts';
import { DraftedAtOnce, RecoveredNotice, useDraftedForm, type Draft } from '../intake/index.ts';
import type { Output } from '../platform/client.ts';
import { wordsOfError } from '../platform/failure-words.ts';
import {
  DateControl,
  type AnyForm,
  type ActClient,
  Choice,
  Controlled,
  FormHead,
  LeaveQuestion,
  type SectionForm,
  TextControl,
  TimeControl,
} from '../platform/forms/index.ts';
import { PlainButton, look, Panel, saveWords, TickField, ButtonRow } from '../platform/ui/index.ts';
import { AskedFields, reasonFields } from '../record/index.ts';
import { JudgmentFields } from './judgment-fields.tsx';
import { MeasureChoices } from './measure-choices.tsx';
import { NoticeField, type NoticeAnswer } from './notice-field.tsx';
import { Notification } from './notification-fields.tsx';
import { OfficeField } from './office-field.tsx';
import { useRefreshProceedings } from './queries.ts';
import { TermsToStart } from './terms-to-start.tsx';

/** The event as it is typed, and for a correction why. */
const formSchema = z.strictObject({
  event: eventFormSchema,
  isWithdrawn: z.boolean(),
  reason: oneOf(eventChangeReasonLabels, { error: 'Elija un motivo.' }),
  words: cleanedText(300).nullable(),
});
type Values = z.input<typeof formSchema>;

const order = [
  ...['kind', 'act', 'at.on', 'at.time', 'authorityId', 'office', 'district', 'fileNumber', 'document', 'source'],
  ...['notification.form', 'notification.entry.on', 'notification.entry.time', 'notification.effectOn'],
  ...['fixedOn', 'favours', 'instance', 'measures', 'words', 'note'],
].map((name) => `event.${name}`);
const correctionOrder = [...order, 'isWithdrawn', 'reason', 'words'];

const correctionFields = {
  isWithdrawn: {
    ...{ kind: 'tick', isQuestion: true, label: '¿Se registró por error?' },
    hint: 'Si es así, sigue a la vista y no inicia plazos.',
  },
  ...reasonFields(eventChangeReasonLabels, { label: 'Motivo de la corrección' }),
} as const satisfies Fields;

function blank(today: string): Values['event'] {
  return {
    kind: '' as EventKind,
    act: null,
    at: { on: today, time: null },
    ...{ authorityId: null, office: null, district: null, fileNumber: null, document: null, source: null },
    notification: null,
    measures: [],
    ...{ fixedOn: null, favours: null, instance: null },
    words: null,
    note: null,
  };
}

type Props = {
  readonly caseId: string;
  readonly today: string;
  readonly measures: readonly MeasureView[];
  /** Names of acts that the table of terms knows beside the kinds. */
  readonly ownActs: readonly string[];
  /** Null for a new one. */
  readonly line: EventView | null;
  readonly onDone: () => void;
  /** A new act is kept: what follows from it. */
  readonly onRecorded?: (recorded: Recorded) => void;
};

export type Recorded = {
  readonly eventId: string;
  readonly started: Output<'recordEvent'>['started'];
  /** What the notice says that no act holds: a hearing to come. */
  readonly hearing: EventForm['at'] | null;
};

/** A new act, or the correction of one; `version` is that of the act that is corrected, 0 for a new one. */
function wayOf(line: EventView | null, today: string) {
  if (line === null) {
    // A new act has no reason; the schema of the panel is one.
    const start: Values = { event: blank(today), isWithdrawn: false, reason: 'addedDetail', words: null };
    return { kind: 'event' as const, version: 0, start, order, title: 'Registrar un acto', label: 'Registrar acto' };
  }
  const { event, isWithdrawn, id, version } = line;
  return {
    ...{ kind: `event-${id}` as const, version, order: correctionOrder },
    start: { event, isWithdrawn, reason: '' as Values['reason'], words: null },
    ...{ title: `Corregir: ${actWords(event)}`, label: 'Guardar corrección' },
  };
}

/** What opens another form in the place of this one. */
export const actPlace = 'act';
const replacing = {
  place: actPlace,
  words:
    'El archivo de la notificación y la audiencia que señala no van en el borrador: al volver habrá que ponerla otra vez. Lo escrito queda como borrador.',
};

/** What happened in the proceeding, over its draft; a correction keeps what stood before. */
export function EventFormPanel(props: Props) {
  const way = wayOf(props.line, props.today);
  return (
    <DraftedAtOnce of={way.kind} caseId={props.caseId}>
      {(draft) => <EventPanel {...props} way={way} draft={draft} />}
    </DraftedAtOnce>
  );
}

type Over = { readonly way: ReturnType<typeof wayOf>; readonly draft: Draft | null };

function EventPanel({ caseId, today, measures, ownActs, line, way, draft, onDone, onRecorded }: Props & Over) {
  const isNew = line === null;
  const kept = useDraftedForm<Values>({
    ...{ kind: way.kind, version: way.version, start: way.start, caseId, draft },
    ...{ schema: formSchema, id: 'event', refresh: useRefreshProceedings() },
  });
  const { form, saving } = kept;
  const notice = useNotice(form, today);
  const send = async (values: Values, client: ActClient): Promise<{ said: string; recorded: Recorded | null }> => {
    const { event } = values;
    if (isNew) {
      const { eventId, started } = await client.recordEvent({ caseId, event });
      const said = `Acto registrado.${startedWords(started.length)}${await notice.keepFile(client, caseId, event.document)}`;
      // Only now: what is typed while the file is sent is of the act that is recorded.
      saving.leave();
      return { said, recorded: { eventId, started, hearing: notice.hearing } };
    }
    const change = { ...values, words: values.reason === 'other' ? values.words : null };
    await client.correctEvent({ caseId, eventId: line.id, version: line.version, ...change });
    saving.leave();
    return { said: 'Corrección guardada.', recorded: null };
  };
  const save = () =>
    kept.send(send, {
      words: ({ said }) => said,
      done: ({ recorded }) => {
        onDone();
        if (recorded !== null) onRecorded?.(recorded);
      },
    });
  return (
    <Panel title={way.title}>
      <RecoveredNotice {...kept}>
        {isNew &&
          ' El archivo de una notificación y la audiencia que señala no van en él: si puso una, póngala otra vez.'}
      </RecoveredNotice>
      <FormHead form={form} order={way.order} />
      <LeaveQuestion
        isFile
        isDirty={notice.file !== null}
        busy={form.busy}
        attempt={form.attempt}
        replacing={replacing}
      />
      {isNew && <NoticeField caseId={caseId} onRead={notice.take} onFile={notice.setFile} />}
      <EventFields form={form} measures={measures} ownActs={namesOf(ownActs, line)} />
      {!isNew && <AskedFields form={form} fields={correctionFields} />}
      <TermsToStart caseId={caseId} control={form.untyped.control} named={notice.term} />
      <KeptFile {...notice} />
      <ButtonRow busy={form.busy} label={way.label} onClick={() => void save()}>
        <PlainButton onClick={() => void kept.leave(onDone)}>Dejarlo para después</PlainButton>
        <span className={look.secondary}>{saveWords(saving.state)}</span>
        {notice.file !== null && <span className={look.secondary}>El archivo no queda en el borrador.</span>}
      </ButtonRow>
    </Panel>
  );
}

const proposed = [
  ...(['kind', 'at.on', 'at.time', 'authorityId', 'office'] as const),
  ...(['district', 'fileNumber', 'document', 'notification', 'fixedOn'] as const),
] satisfies (keyof Proposal)[];

type Told = NonNullable<NoticeAnswer['reading']['term']>;
const toldOf = (read: Told) => (read.kind === 'found' ? [read.value] : read.values.map(({ value }) => value));

/** What a notice proposed and the file it came in; what she typed herself is never replaced. */
function useNotice(form: SectionForm<Values>, today: string) {
  const [file, setFile] = useState<File | null>(null);
  const [keeps, setKeeps] = useState(true);
  const [hearing, setHearing] = useState<EventForm['at'] | null>(null);
  const [term, setTerm] = useState<string | null>(null);
  const before = useRef<Readonly<Record<string, unknown>>>({ ...blank(today), 'at.on': today, 'at.time': null });
  const take = ({ reading, authority }: NoticeAnswer) => {
    const proposal = proposalOf(reading, authority);
    for (const name of proposed) {
      const path = `event.${name}` as const;
      const isOwn = JSON.stringify(form.getValues(path)) !== JSON.stringify(before.current[name]);
      if (!isOwn) form.untyped.setValue(path, proposal[name]);
    }
    before.current = proposal;
    setTerm(reading.term === null ? null : toldOf(reading.term).join('» o «'));
    const isFixed = proposal.fixedOn !== null;
    setHearing(reading.hearing?.kind === 'found' && !isFixed ? reading.hearing.value : null);
  };
  const keepFile = async (client: ActClient, caseId: string, document: string | null): Promise<string> => {
    if (file === null || !keeps) return '';
    const facts = {
      kind: 'notification',
      area: 'legal',
      description: document ?? 'Notificación',
      receivedFrom: null,
    } as const;
    try {
      const fileId = await sendFile(client, file, {
        onProgress: () => undefined,
        signal: new AbortController().signal,
      });
      await client.addAttachment({ caseId, fileId, fileName: file.name, facts });
      return ' Archivo guardado.';
    } catch (error) {
      // The act stands: that its file does not is said, and nothing is registered a second time.
      return ` El archivo no se guardó: ${wordsOfError(error)}`;
    }
  };
  return { file, setFile, keeps, setKeeps, hearing, term, take, keepFile };
}

const startedWords = (count: number) => (count === 0 ? '' : ` Plazos iniciados: ${count}.`);

type KeptFileProps = Pick<ReturnType<typeof useNotice>, 'file' | 'keeps' | 'setKeeps'>;

/** The file of the notice, which is kept in the ficha with the act unless she says no. */
function KeptFile({ file, keeps, setKeeps }: KeptFileProps) {
  if (file === null) return null;
  const words = { label: `Guardar también «${file.name}» en la ficha`, id: 'event-keeps-file' };
  return <TickField words={words} value={keeps} onChange={setKeeps} onBlur={() => undefined} />;
}

/** A name that the table has no more stays on the act that has it. */
function namesOf(ownActs: readonly string[], line: EventView | null): string[] {
  const own = line?.event.act ?? null;
  return [...new Set([...ownActs, ...(own === null ? [] : [own])])];
}

const kindOptions = eventKinds.map((code) => ({ code, label: eventKindRules[code].label }));

const documentWords = {
  label: 'Documento que lo dice',
  optional: true,
  hint: 'Por ejemplo: Resolución 1 del 12/06/2026.',
};

/** A request of a report is told by its document: the report that answers it names it. */
const requestWords = {
  on: 'Día en que llegó',
  document: {
    label: 'Documento con que lo piden',
    hint: 'Por ejemplo: Oficio N.º 120-2026. El informe lo nombra igual.',
  },
  words: {
    label: 'Qué informe piden',
    optional: true,
    hint: 'Psicológico, social, de seguimiento o de supervisión. Si piden dos, registre un acto por cada uno.',
  },
};

const fixedWords = {
  label: 'Plazo que fijó la autoridad: último día',
  hint: 'Vacío: el que dice la tabla; si la tabla no tiene, queda en la lista sin fecha hasta que lo anote.',
};

/** Only of an act that fixes a day. */
function FixedDay({ form, rule }: { readonly form: AnyForm; readonly rule: EventKindRule | null }) {
  if (rule?.fixesDate !== true) return null;
  return <DateControl form={form} name="event.fixedOn" {...fixedWords} optional />;
}

/** What the act itself asks of the form; a field that its kind does not have is emptied. */
function useOnlyItsFields(rule: EventKindRule | null, { untyped: { setValue } }: AnyForm): void {
  useEffect(() => {
    if (rule === null) return;
    if (!rule.isNotified) setValue('event.notification', null);
    if (rule.step === null) setValue('event.measures', []);
    if (!rule.fixesDate) setValue('event.fixedOn', null);
    if (!rule.isJudgment) for (const name of ['favours', 'instance']) setValue(`event.${name}`, null);
    if (rule !== eventKindRules.other) setValue('event.act', null);
  }, [rule, setValue]);
}

type OwnActProps = { readonly form: AnyForm; readonly kind: EventKind | '' | null; readonly names: readonly string[] };

/** Which of the acts that the centre named; nothing of another act, and while it named none. */
function OwnAct({ form, kind, names }: OwnActProps) {
  if (kind !== 'other' || names.length === 0) return null;
  return (
    <Choice
      form={form}
      name="event.act"
      label="Cuál"
      optional
      hint="Los que el centro agregó en «Tablas y reglas › Plazos»."
      options={names.map((name) => ({ code: name, label: name }))}
    />
  );
}

type FieldsProps = {
  readonly form: AnyForm;
  readonly measures: readonly MeasureView[];
  readonly ownActs: readonly string[];
};

function EventFields({ form, measures, ownActs }: FieldsProps) {
  const kind = useWatch({ control: form.untyped.control, name: 'event.kind' }) as EventKind | '' | null;
  const rule = kind === '' || kind === null ? null : eventKindRules[kind];
  const isRequest = kind === 'reportRequested';
  useOnlyItsFields(rule, form);
  return (
    <>
      <Choice form={form} name="event.kind" label="Qué pasó" options={kindOptions} />
      <OwnAct form={form} kind={kind} names={ownActs} />
      <div className={look.columns}>
        <DateControl form={form} name="event.at.on" label={isRequest ? requestWords.on : 'Fecha'} />
        <TimeControl
          form={form}
          name="event.at.time"
          label="Hora"
          optional
          hint="Los plazos en horas corren desde aquí."
        />
      </div>
      <JudgmentFields form={form} rule={rule} />
      <OfficeField form={form} within="event." optional />
      <div className={look.fields}>
        <TextControl form={form} name="event.fileNumber" nullable label="Expediente, carpeta o informe" optional />
        <TextControl
          form={form}
          name="event.document"
          nullable
          {...(isRequest ? requestWords.document : documentWords)}
        />
      </div>
      <TextControl form={form} name="event.source" nullable label="Quién informó, si no hay documento" optional />
      {rule?.isNotified === true && <Notification form={form} />}
      <FixedDay form={form} rule={rule} />
      {kind !== '' && kind !== null && rule !== null && rule.step !== null && (
        <Controlled form={form} name="event.measures" label="Medidas" optional={rule.step === 'breached'}>
          {({ words, value, onChange }) => (
            <MeasureChoices
              words={words}
              kind={kind}
              known={measures}
              value={value as EventForm['measures']}
              onChange={onChange}
            />
          )}
        </Controlled>
      )}
      <TextControl
        form={form}
        name="event.words"
        nullable
        lines={2}
        {...(isRequest ? requestWords.words : { label: 'Lo que debe saber el equipo', optional: true })}
      />
      <TextControl
        form={form}
        name="event.note"
        nullable
        lines={2}
        label="Nota del servicio legal"
        optional
        hint="Solo la leen el servicio legal y Coordinación."
      />
    </>
  );
}
