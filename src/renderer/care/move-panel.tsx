import { useState } from 'react';
import { fichaNumberText, moveReasonLabels, type Movable } from '../../shared/care/index.ts';
import { wordsFit } from '../../shared/intake/index.ts';
import { cleanedText } from '../../shared/platform/text.ts';
import { oneOf, z } from '../../shared/platform/zod.ts';
import type { Output } from '../platform/client.ts';
import { Choice, FormHead, TextControl, useAct, useSectionForm } from '../platform/forms/index.ts';
import { Dialog, Panel, useNamed, ButtonRow } from '../platform/ui/index.ts';
import { AskedFields, reasonFields } from '../record/index.ts';
import { useRefreshCare } from './queries.ts';

type Listed = Output<'listMovable'>['records'][number];
type Target = Output<'findMoveTarget'>;

const moveFormSchema = z
  .strictObject({
    record: z.string().min(1, { error: 'Elija lo que se escribió en la ficha equivocada.' }),
    number: fichaNumberText,
    reason: oneOf(moveReasonLabels, { error: 'Elija un motivo.' }),
    words: cleanedText(300).nullable(),
  })
  .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' });
type Values = z.input<typeof moveFormSchema>;

const blank: Values = { record: '', number: '', reason: '' as Values['reason'], words: null };
const order = ['record', 'number', 'reason', 'words'];

const whyFields = reasonFields(moveReasonLabels);

const codeOf = (record: Movable) =>
  record.kind === 'section' ? `section ${record.section}` : `${record.kind} ${record.id}`;

type Props = { readonly caseId: string; readonly records: readonly Listed[] };
type Asked = { readonly listed: Listed; readonly target: Target; readonly values: Values };

/** What, to which ficha, why; before it moves, whose ficha that is. */
export function MovePanel({ caseId, records }: Props) {
  const form = useSectionForm<Values>({ schema: moveFormSchema, defaultValues: blank, id: 'move' });
  const [asked, setAsked] = useState<Asked | null>(null);
  const named = useNamed();
  const act = useAct({ refresh: useRefreshCare() });
  const seek = () =>
    form.send(async (values, client) => {
      const listed = records.find((one) => codeOf(one.record) === values.record);
      if (listed === undefined) return;
      setAsked({ listed, values, target: await client.findMoveTarget({ caseId, number: values.number }) });
    });
  const move = ({ listed, target: { toCaseId, number }, values }: Asked) => {
    const words = values.reason === 'other' ? values.words : null;
    const input = { caseId, toCaseId, record: listed.record, reason: values.reason, words };
    void act.run((client) => client.moveRecord(input), {
      words: `Se movió a la ficha ${number}.`,
      done: () => {
        setAsked(null);
        form.reset(blank);
      },
      refused: (failure) => {
        setAsked(null);
        form.showFailure(failure);
      },
    });
  };
  return (
    <Panel title="Mover a otra ficha">
      <p>
        Lo que se escribió aquí por error pasa entero a la ficha correcta. En esta queda solo que algo se movió y
        cuándo.
      </p>
      <FormHead form={form} order={order} />
      <Choice
        form={form}
        name="record"
        label="Qué se mueve"
        options={records.map(({ record, label }) => ({ code: codeOf(record), label }))}
      />
      <TextControl
        form={form}
        name="number"
        width="narrow"
        label="Número de la ficha correcta"
        hint="Por ejemplo 2026-0005."
      />
      <AskedFields form={form} fields={whyFields} />
      <ButtonRow busy={form.busy} label="Mover…" onClick={() => void seek()} />
      {asked !== null && (
        <Dialog
          title={`¿Mover a la ficha ${asked.target.number}, de ${named(asked.target.userName)}?`}
          confirm={{ label: `Mover a la ficha ${asked.target.number}`, onClick: () => move(asked) }}
          cancel={{ label: 'No mover', onClick: () => setAsked(null) }}
        >
          <p>{asked.listed.label}</p>
        </Dialog>
      )}
    </Panel>
  );
}
