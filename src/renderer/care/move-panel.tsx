import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWatch, type FieldValues } from 'react-hook-form';
import type { Contract } from '../../shared/contract.ts';
import { fichaNumberText, moveReasonLabels, moveReasons, type Movable } from '../../shared/care/index.ts';
import { wordsFit } from '../../shared/intake/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { cleanedText } from '../../shared/platform/text.ts';
import { z } from '../../shared/platform/zod.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf } from '../platform/failure-words.ts';
import { TextControl, useSectionForm, type SectionForm } from '../platform/forms/index.ts';
import { Dialog, optionsOf, Panel } from '../platform/ui/index.ts';
import css from './care.module.css';
import { Choice, FormHead, useOnce } from './form-parts.tsx';
import { useRefreshCare } from './queries.ts';

type Listed = OutputOf<Contract['listMovable']>['records'][number];
type Target = OutputOf<Contract['findMoveTarget']>;

const moveFormSchema = z
  .strictObject({
    record: z.string().min(1, { error: 'Elija lo que se escribió en la ficha equivocada.' }),
    number: fichaNumberText,
    reason: z.enum(moveReasons, { error: 'Elija un motivo.' }),
    words: cleanedText(300).nullable(),
  })
  .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' });
type Values = z.input<typeof moveFormSchema>;

const blank: Values = { record: '', number: '', reason: '' as Values['reason'], words: null };
const order = ['record', 'number', 'reason', 'words'];

const codeOf = (record: Movable) =>
  record.kind === 'section' ? `section ${record.section}` : `${record.kind} ${record.id}`;

type Props = { readonly caseId: string; readonly records: readonly Listed[] };
type Asked = { readonly listed: Listed; readonly target: Target; readonly values: Values };

/** What, to which ficha, why; before it moves, whose ficha that is. */
export function MovePanel({ caseId, records }: Props) {
  const client = useClient();
  const form = useSectionForm<Values>({ schema: moveFormSchema, defaultValues: blank, id: 'move' });
  const drawn = form as unknown as SectionForm<FieldValues>;
  const [asked, setAsked] = useState<Asked | null>(null);
  const { busy, run } = useOnce();
  const reason = useWatch({ control: form.control, name: 'reason' });
  const look = () =>
    run(async () => {
      await form.send(async (values) => {
        const listed = records.find((one) => codeOf(one.record) === values.record);
        if (listed === undefined) return;
        setAsked({ listed, values, target: await client.findMoveTarget({ caseId, number: values.number }) });
      });
    });
  return (
    <Panel title="Mover a otra ficha">
      <p>
        Lo que se escribió aquí por error pasa entero a la ficha correcta. En esta queda solo que algo se movió y
        cuándo.
      </p>
      <FormHead form={drawn} order={order} />
      <Choice
        form={drawn}
        name="record"
        words={{ label: 'Qué se mueve' }}
        options={records.map(({ record, label }) => ({ code: codeOf(record), label }))}
      />
      <TextControl
        form={form}
        name="number"
        width="narrow"
        words={{ label: 'Número de la ficha correcta', hint: 'Por ejemplo 2026-0005.' }}
      />
      <Choice form={drawn} name="reason" words={{ label: 'Motivo' }} options={optionsOf(moveReasonLabels)} />
      {reason === 'other' && <TextControl form={form} name="words" nullable words={{ label: 'Escriba el motivo' }} />}
      <div className={css.row}>
        <Button aria-disabled={busy} onClick={() => void look()}>
          Mover…
        </Button>
      </div>
      {asked !== null && (
        <Confirm
          caseId={caseId}
          asked={asked}
          onFailure={(error) => {
            form.showFailure(failureOf(error));
          }}
          onClose={(moved) => {
            setAsked(null);
            if (moved) form.reset(blank);
          }}
        />
      )}
    </Panel>
  );
}

type ConfirmProps = {
  readonly caseId: string;
  readonly asked: Asked;
  readonly onFailure: (error: unknown) => void;
  readonly onClose: (moved: boolean) => void;
};

function Confirm({ caseId, asked, onFailure, onClose }: ConfirmProps) {
  const client = useClient();
  const refresh = useRefreshCare();
  const { run } = useOnce();
  const { listed, target, values } = asked;
  const move = () =>
    run(async (key) => {
      try {
        const { reason } = values;
        const words = reason === 'other' ? values.words : null;
        await client.moveRecord({ caseId, toCaseId: target.toCaseId, record: listed.record, reason, words }, { key });
        announce(`Se movió a la ficha ${target.number}.`);
        onClose(true);
        await refresh();
      } catch (error) {
        onClose(false);
        onFailure(error);
      }
    });
  return (
    <Dialog
      opened
      title={`¿Mover a la ficha ${target.number}, de ${target.userName}?`}
      confirm={{ label: `Mover a la ficha ${target.number}`, onClick: () => void move() }}
      cancel={{
        label: 'No mover',
        onClick: () => {
          onClose(false);
        },
      }}
    >
      <p>{listed.label}</p>
    </Dialog>
  );
}
