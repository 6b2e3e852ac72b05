import { useCallback, useEffect, useState } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import {
  blankLines,
  mostPhones,
  safetyPlanFormSchema,
  safetyPresentLabels,
  safetyTopicHints,
  safetyTopicLabels,
  safetyTopics,
  type SafetyPlanForm,
  type SafetyPlanVersion,
  type SafetyTopic,
} from '../../shared/safety/index.ts';
import { readDraft, RecoveredNotice, useDraftSaving, type Draft } from '../intake/index.ts';
import {
  Choice,
  DateControl,
  FormHead,
  TextControl,
  useSectionForm,
  YesNoControl,
  type AnyForm,
} from '../platform/forms/index.ts';
import { inLima } from '../platform/times.ts';
import {
  ActionBar,
  ConfirmMark,
  focusField,
  focusOpened,
  look,
  Notice,
  optionsOf,
  Panel,
  PlainButton,
  SecretFields,
  SheetForm,
  ButtonRow,
} from '../platform/ui/index.ts';
import { CardPreview } from './card-preview.tsx';
import { Comparison } from './comparison.tsx';
import { useRefreshSafety, type Plan } from './queries.ts';
import { Told } from './told.tsx';
import { Version } from './version.tsx';
import css from './safety.module.css';

type Props = {
  readonly caseId: string;
  readonly opened: Draft;
  readonly data: Plan;
  readonly onDone: () => void;
};

type Values = Omit<SafetyPlanForm, 'carriesCard' | 'present'> & {
  readonly carriesCard: boolean | null;
  readonly present: SafetyPlanForm['present'] | null;
};

const order = [
  ...safetyTopics.flatMap((topic) => [`lines.${topic}.words`, `lines.${topic}.card`]),
  'phones',
  ...['carriesCard', 'rereadOn', 'present'],
];

/** What it goes over: the version in sight when it was typed, as its draft remembers; and a newer one kept since. */
function useBase(versions: readonly SafetyPlanVersion[], draft: { readonly version: number } | null) {
  const newest = versions.at(0)?.number ?? 0;
  const [base, setBase] = useState(draft?.version ?? newest);
  return {
    over: versions.find((one) => one.number === base)?.id ?? null,
    newer: versions.find((one) => one.number === newest && newest > base) ?? null,
    number: newest + 1,
    version: useCallback(() => base, [base]),
    see: () => setBase(newest),
  };
}

/** Her plan, part by part, and beside it the card that follows from it. */
export function PlanForm({ caseId, opened, data: { versions, rereadOn, told }, onDone }: Props) {
  const newest = versions[0] ?? null;
  const [isCompared, setCompared] = useState(false);
  const blank: Values = { lines: blankLines(), phones: [], carriesCard: null, rereadOn, present: null };
  const [recovered, setRecovered] = useState(() => readDraft<Values>(opened.body, blank));
  // Who was there, and whether it is safe to carry, is said each time anew.
  const start: Values = newest === null ? blank : { ...newest.plan, rereadOn, carriesCard: null, present: null };
  const refresh = useRefreshSafety(caseId);
  const form = useSectionForm<SafetyPlanForm>({
    schema: safetyPlanFormSchema,
    defaultValues: recovered?.values ?? start,
    ...{ id: 'safety-plan', sentAs: 'plan', refresh },
  });
  const { over, newer, number, version, see } = useBase(versions, recovered);
  const draft = useDraftSaving({ form, kind: 'safety-plan', caseId, draftId: opened.draftId, version });
  const first = form.fieldId('lines.arrival.words');
  useEffect(() => void focusOpened(document.getElementById(first)), [first]);
  const discard = async () => {
    await draft.discard();
    form.untyped.reset(start);
    see();
    setRecovered(null);
  };
  const save = () =>
    form.send(
      async (plan, client) => {
        await client.keepSafetyPlan({ caseId, plan, over });
        draft.leave();
      },
      {
        words: `Plan de seguridad guardado: versión ${number}.`,
        done: onDone,
        // The newer version stands beside from now on.
        refused: ({ code }) => (code === 'conflict' ? refresh() : undefined),
      },
    );
  return (
    <>
      <RecoveredNotice recoveredAt={recovered && opened.savedAt && inLima(opened.savedAt)} discard={discard} />
      <FormHead form={form} order={order} byBar />
      {newer !== null && <Newer version={newer} onSeen={see} />}
      <SecretFields className={css.halves}>
        <SheetForm aria-label="Plan de seguridad" onBlur={() => void draft.saveNow()} onSend={save}>
          <Topics form={form} told={told} />
          <Phones form={form} />
          <Panel title="Con ella">
            <div className={look.fields}>
              <YesNoControl form={form} name="carriesCard" label="¿Es seguro que lleve la tarjeta?" />
              <DateControl form={form} name="rereadOn" label="Se relee" empty="" />
              <Choice form={form} name="present" label="Estuvo presente" options={optionsOf(safetyPresentLabels)} />
            </div>
          </Panel>
        </SheetForm>
        <div className={css.beside}>
          {newer !== null && <Version version={newer} />}
          {isCompared && newest !== null && (
            <Compared form={form} version={newest} onClose={() => setCompared(false)} />
          )}
          <Preview form={form} />
        </div>
      </SecretFields>
      <ActionBar
        main={{
          label: `Guardar la versión ${number}`,
          onClick: () => void save(),
          busy: form.busy,
          byControlEnter: true,
        }}
        saved={draft.state}
      >
        {newest !== null && (
          <>
            <PlainButton onClick={() => setCompared(true)}>{`Comparar con la versión ${newest.number}`}</PlainButton>
            <PlainButton quiet onClick={onDone}>
              Dejarlo para después
            </PlainButton>
          </>
        )}
        <span className={look.secondary}>Lo leen Psicología, Social y Legal. No sale en ningún oficio.</span>
      </ActionBar>
    </>
  );
}

type NewerProps = { readonly version: SafetyPlanVersion; readonly onSeen: () => void };

/** Somebody kept another one since this was typed: nothing goes over it unseen. */
function Newer({ version: { number, madeBy, madeAt }, onSeen }: NewerProps) {
  return (
    <Notice tone="warning" action={{ label: 'Ya la leí: seguir con lo mío', onClick: onSeen }}>
      {`Lo que está aquí se escribió antes de la versión ${number}, que guardó ${madeBy} el ${inLima(madeAt)}. Léala al lado y pase aquí lo que falte: al guardar rige lo de esta página.`}
    </Notice>
  );
}

type FormProps = { readonly form: AnyForm };
type ToldProps = { readonly told: Plan['told'] };

function Topics({ form, told }: FormProps & ToldProps) {
  const carriesCard = useWatch({ control: form.untyped.control, name: 'carriesCard' }) as boolean | null;
  return (
    <Panel title="Lo que acordó, con sus palabras">
      <p className={look.secondary}>
        Las partes son una propuesta del programa <ConfirmMark />
      </p>
      {safetyTopics.map((topic) => (
        <Topic
          key={topic}
          form={form}
          topic={topic}
          told={told.filter((one) => one.topic === topic)}
          isOnCard={carriesCard !== false}
        />
      ))}
    </Panel>
  );
}

type TopicProps = FormProps & ToldProps & { readonly topic: SafetyTopic; readonly isOnCard: boolean };

function Topic({ form, topic, told, isOnCard }: TopicProps) {
  const words = (useWatch({ control: form.untyped.control, name: `lines.${topic}.words` }) as string | null) ?? '';
  const add = (text: string) => {
    form.untyped.setValue(`lines.${topic}.words`, words === '' ? text : `${words}\n${text}`, { shouldDirty: true });
    focusField(form.fieldId(`lines.${topic}.words`));
  };
  return (
    <div className={css.topic} data-alone={!isOnCard || undefined}>
      <div className={css.told}>
        <Told told={told} inPlan={words} onAdd={add} />
      </div>
      <TextControl
        form={form}
        name={`lines.${topic}.words`}
        label={safetyTopicLabels[topic]}
        hint={safetyTopicHints[topic]}
        nullable
        optional
        lines={2}
      />
      {isOnCard && (
        <TextControl
          form={form}
          name={`lines.${topic}.card`}
          label={`En la tarjeta se lee: ${safetyTopicLabels[topic].toLocaleLowerCase('es')}`}
          short="En la tarjeta se lee"
          nullable
          optional
        />
      )}
    </div>
  );
}

function Phones({ form }: FormProps) {
  const { fields, append, remove } = useFieldArray({ control: form.untyped.control, name: 'phones' });
  return (
    <Panel title="A quién llama">
      {fields.map(({ id }, at) => (
        <div key={id} className={look.fields}>
          <TextControl form={form} name={`phones.${at}.name`} label="Cómo se lee en la tarjeta" />
          <TextControl form={form} name={`phones.${at}.number`} label="Número" inputMode="tel" width="narrow" />
          <PlainButton small aria-label={`Quitar el número ${at + 1}`} onClick={() => remove(at)}>
            Quitar
          </PlainButton>
        </div>
      ))}
      {fields.length < mostPhones && (
        <ButtonRow plain label="Agregar un número" onClick={() => append({ name: '', number: '' })}>
          <span className={look.secondary}>Pregúntele si esa persona acepta que la llamen.</span>
        </ButtonRow>
      )}
    </Panel>
  );
}

function Preview({ form }: FormProps) {
  const { lines, phones, carriesCard } = useWatch({ control: form.untyped.control }) as Values;
  return <CardPreview plan={{ lines, phones }} carriesCard={carriesCard} />;
}

type ComparedProps = FormProps & { readonly version: SafetyPlanVersion; readonly onClose: () => void };

/** What is typed now beside the version that stands. */
function Compared({ form, version: { number, plan }, onClose }: ComparedProps) {
  const typed = useWatch({ control: form.untyped.control }) as Values;
  // What was not said yet was not taken out.
  const { carriesCard, present } = {
    carriesCard: typed.carriesCard ?? plan.carriesCard,
    present: typed.present ?? plan.present,
  };
  return (
    <Comparison
      title={`Lo escrito, comparado con la versión ${number}`}
      before={plan}
      after={{ ...typed, carriesCard, present }}
      onClose={onClose}
    />
  );
}
