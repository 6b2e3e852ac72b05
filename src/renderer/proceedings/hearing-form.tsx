import { useState } from 'react';
import {
  hearingFields,
  hearingFormSchema,
  type Clash,
  type EventForm,
  type HearingForm,
  type HearingView,
} from '../../shared/proceedings/index.ts';
import { blankForm } from '../../shared/record/index.ts';
import { DraftedAtOnce, RecoveredNotice, useDraftedForm, type Draft } from '../intake/index.ts';
import { FormHead } from '../platform/forms/index.ts';
import { PlainButton, look, Notice, Panel, saveWords, ButtonRow } from '../platform/ui/index.ts';
import { FormFields } from '../record/index.ts';
import { OfficeField } from './office-field.tsx';
import { useRefreshProceedings } from './queries.ts';
import { momentWords } from './words.ts';

const order = Object.keys(hearingFields);
const blank = blankForm<HearingForm>(hearingFields, { mode: 'room', userAttends: true });

type Props = {
  readonly caseId: string;
  readonly professionals: readonly { readonly id: string; readonly name: string }[];
  readonly line: HearingView | null;
  /** Day and hour of a new one that a notice calls. */
  readonly at?: EventForm['at'] | null;
  readonly onDone: () => void;
};

/** A hearing to come; before it is kept, who goes is looked up in the others of that day. */
export function HearingFormPanel(props: Props) {
  return (
    <DraftedAtOnce of={draftFormOf(props.line)} caseId={props.caseId}>
      {(draft) => <HearingPanel {...props} draft={draft} />}
    </DraftedAtOnce>
  );
}

const draftFormOf = (line: HearingView | null) => (line === null ? 'hearing' : (`hearing-${line.id}` as const));

function HearingPanel({
  caseId,
  professionals,
  line,
  at = null,
  draft,
  onDone,
}: Props & { readonly draft: Draft | null }) {
  const refresh = useRefreshProceedings();
  const start = line?.hearing ?? ({ ...blank, ...at } as HearingForm);
  const kept = useDraftedForm<HearingForm>({
    ...{ kind: draftFormOf(line), caseId, draft, start, version: line?.version ?? 0 },
    ...{ schema: hearingFormSchema, id: 'hearing' },
  });
  const { form, saving } = kept;
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const people = professionals.map(({ id, name }) => ({ code: id, label: name }));
  const save = (despite: boolean) =>
    kept.send(
      async (hearing, client) => {
        const hearingId = line?.id ?? null;
        const found = despite ? [] : (await client.findClashes({ caseId, hearingId, hearing })).clashes;
        setClashes(found);
        if (found.length > 0) return false;
        await client.saveHearing({ caseId, hearingId, version: line?.version ?? null, hearing });
        saving.leave();
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
      <RecoveredNotice {...kept}>
        {at !== null && ` La que acaba de elegir es la del ${momentWords(at)}: si es otra, descarte el borrador.`}
      </RecoveredNotice>
      <FormHead form={form} order={order} />
      <FormFields
        fields={hearingFields}
        form={form}
        given={{ authorityId: <OfficeField key="office" form={form} within="" />, office: null, district: null }}
        choices={{ attendsId: people, substituteId: people }}
      />
      {clashes.length > 0 && (
        <Notice tone="warning">
          <div role="alert">
            {clashes.map((clash) => (
              <p key={`${clash.time} ${clash.person} ${clash.number ?? ''}`}>{clashWords(clash)}</p>
            ))}
          </div>
        </Notice>
      )}
      <ButtonRow
        busy={form.busy}
        label={clashes.length > 0 ? 'Guardar de todos modos' : 'Guardar audiencia'}
        onClick={() => void save(clashes.length > 0)}
      >
        <PlainButton onClick={() => void kept.leave(onDone)}>Dejarlo para después</PlainButton>
        <span className={look.secondary}>{saveWords(saving.state)}</span>
      </ButtonRow>
    </Panel>
  );
}

function clashWords({ kind, time, person, number }: Clash): string {
  const other = number === null ? 'otra audiencia' : `la audiencia de la ficha ${number}`;
  return kind === 'clash'
    ? `${person} tiene ${other} a las ${time}: no podría estar en las dos.`
    : `${person} tiene ${other} a las ${time} en otro lugar: revise el tiempo de viaje o la suplencia.`;
}
