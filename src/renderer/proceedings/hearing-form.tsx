import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import {
  hearingFormSchema,
  hearingKindLabels,
  hearingModeLabels,
  type Clash,
  type EventForm,
  type HearingForm,
  type HearingView,
} from '../../shared/proceedings/index.ts';
import type { z } from '../../shared/platform/zod.ts';
import {
  ChoiceControl,
  type AnyForm,
  Choice,
  FormHead,
  TextControl,
  useSectionForm,
  YesNoControl,
} from '../platform/forms/index.ts';
import { PlainButton, look, Notice, optionsOf, Panel } from '../platform/ui/index.ts';
import { Day, Hour } from './moment-fields.tsx';
import { OfficeField } from './office-field.tsx';
import { useRefreshProceedings } from './queries.ts';

type Values = z.input<typeof hearingFormSchema>;
type Person = { readonly id: string; readonly name: string };

const order = [
  ...['kind', 'on', 'time', 'mode', 'authorityId', 'office', 'district', 'room', 'link', 'bring'],
  ...['attendsId', 'substituteId', 'userAttends', 'note'],
];

const cardHint = 'Sale en la tarjeta que ella lleva: sin nombrar al centro, la autoridad ni el motivo.';

const blank: Values = {
  kind: '' as HearingForm['kind'],
  on: '',
  time: '',
  mode: 'room',
  ...{ authorityId: null, office: '', district: null, room: null, link: null, bring: null },
  ...{ attendsId: null, substituteId: null, userAttends: true, note: null },
};

type Props = {
  readonly caseId: string;
  readonly professionals: readonly Person[];
  readonly line: HearingView | null;
  /** Day and hour of a new one that a notice calls. */
  readonly at?: EventForm['at'] | null;
  readonly onDone: () => void;
};

/** A hearing to come; before it is kept, who goes is looked up in the others of that day. */
export function HearingFormPanel({ caseId, professionals, line, at = null, onDone }: Props) {
  const refresh = useRefreshProceedings();
  const form = useSectionForm<Values>({
    schema: hearingFormSchema,
    defaultValues: line?.hearing ?? (at === null ? blank : { ...blank, on: at.on, time: at.time ?? '' }),
    id: 'hearing',
  });
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const mode = useWatch({ control: form.control, name: 'mode' });
  const save = (despite: boolean) =>
    form.send(
      async (hearing, client) => {
        const hearingId = line?.id ?? null;
        const found = despite ? [] : (await client.findClashes({ caseId, hearingId, hearing })).clashes;
        setClashes(found);
        if (found.length > 0) return false;
        await client.saveHearing({ caseId, hearingId, version: line?.version ?? null, hearing });
        await refresh();
        return true;
      },
      {
        words: (isSaved) => (isSaved ? 'Audiencia guardada.' : ''),
        done: (isSaved) => {
          if (isSaved) onDone();
        },
      },
    );
  return (
    <Panel title={line === null ? 'Programar una audiencia' : 'Cambiar la audiencia'}>
      <FormHead form={form} order={order} />
      <Choice form={form} name="kind" label="Audiencia" options={optionsOf(hearingKindLabels)} />
      <div className={look.columns}>
        <Day form={form} name="on" label="Día" />
        <Hour form={form} name="time" />
        <Choice inline form={form} name="mode" label="Modalidad" options={optionsOf(hearingModeLabels)} />
      </div>
      <OfficeField form={form} within="" />
      {mode === 'video' ? (
        <TextControl form={form} name="link" nullable label="Enlace o cómo se entra" />
      ) : (
        <TextControl form={form} name="room" nullable label="Sala y dirección" optional hint={cardHint} />
      )}
      <TextControl form={form} name="bring" nullable lines={2} label="Qué llevar" optional hint={cardHint} />
      <div className={look.columns}>
        <Who form={form} name="attendsId" label="Quién asiste por el centro" people={professionals} />
        <Who form={form} name="substituteId" label="Suplencia" people={professionals} />
      </div>
      <YesNoControl form={form} name="userAttends" label="¿Asiste la persona usuaria?" unanswered={false} />
      <TextControl form={form} name="note" nullable lines={2} label="Nota del servicio legal" optional />
      {clashes.length > 0 && (
        <Notice tone="warning">
          <div role="alert">
            {clashes.map((clash) => (
              <p key={`${clash.time} ${clash.person} ${clash.number ?? ''}`}>{clashWords(clash)}</p>
            ))}
          </div>
        </Notice>
      )}
      <div className={look.row}>
        <Button aria-disabled={form.busy} onClick={() => void save(clashes.length > 0)}>
          {clashes.length > 0 ? 'Guardar de todos modos' : 'Guardar audiencia'}
        </Button>
        <PlainButton onClick={onDone}>Cancelar</PlainButton>
      </div>
    </Panel>
  );
}

function clashWords({ kind, time, person, number }: Clash): string {
  const other = number === null ? 'otra audiencia' : `la audiencia de la ficha ${number}`;
  return kind === 'clash'
    ? `${person} tiene ${other} a las ${time}: no podría estar en las dos.`
    : `${person} tiene ${other} a las ${time} en otro lugar: revise el tiempo de viaje o la suplencia.`;
}

type WhoProps = {
  readonly form: AnyForm;
  readonly name: string;
  readonly label: string;
  readonly people: readonly Person[];
};

function Who({ form, name, label, people }: WhoProps) {
  const options = people.map(({ id, name: words }) => ({ code: id, label: words }));
  return <ChoiceControl form={form} name={name} label={label} optional options={options} />;
}
