import { useWatch } from 'react-hook-form';
import { cleanedText } from '../../../shared/platform/text.ts';
import { z } from '../../../shared/platform/zod.ts';
import { registerFormSchema, type Registration } from '../../../shared/register/index.ts';
import type { FichaNumber } from '../../../shared/intake/index.ts';
import { FichaNumberField, useCentreDay, useToday } from '../../intake/index.ts';
import {
  DateControl,
  ChoiceControl,
  FormHead,
  type SectionForm,
  TextControl,
  useSectionForm,
} from '../../platform/forms/index.ts';
import { useRefreshSheet } from '../queries.ts';
import { correctionReasons } from '../words.ts';
import { SheetForm, look, ButtonRow } from '../../platform/ui/index.ts';

const chosen = 'Elija el motivo.';

/** What the page holds: the reason as chosen, and its words only for «Otro». */
function formSchema(corrects: boolean) {
  return z
    .strictObject({
      fichaNumber: registerFormSchema.shape.fichaNumber.nullable(),
      registeredOn: registerFormSchema.shape.registeredOn.nullable(),
      reason: z.enum(correctionReasons.map(({ code }) => code)).nullable(),
      reasonWords: cleanedText(300).nullable(),
    })
    .refine(({ fichaNumber }) => fichaNumber !== null, { path: ['fichaNumber'], error: 'Escriba el número.' })
    .refine(({ registeredOn }) => registeredOn !== null, { path: ['registeredOn'], error: 'Escriba la fecha.' })
    .refine(({ reason }) => !corrects || reason !== null, { path: ['reason'], error: chosen })
    .refine(({ reason, reasonWords }) => reason !== 'other' || reasonWords !== null, {
      path: ['reasonWords'],
      error: 'Escriba el motivo.',
    });
}

type Values = z.input<ReturnType<typeof formSchema>>;

const order = ['fichaNumber', 'registeredOn', 'reason', 'reasonWords'];

type Props = {
  readonly caseId: string;
  readonly number: FichaNumber | null;
  /** The registration that stands; null for the first. */
  readonly last: Registration | null;
  /** Answers as they stand on the sheet. */
  readonly seen: readonly { readonly id: string; readonly mark: string }[];
  /** Answers that are not passed yet. */
  readonly left: number;
  readonly onDone: () => void;
};

function reasonOf({ reason, reasonWords }: Values): string | null {
  if (reason === 'other') return reasonWords;
  return correctionReasons.find(({ code }) => code === reason)?.label ?? null;
}

/** Official number and date of a registration, or the correction of either with its reason. */
export function RegistrationForm({ caseId, number, last, seen, left, onDone }: Props) {
  const today = useToday();
  // The day of the application decides: a clock of this window that runs ahead would be refused.
  const { day } = useCentreDay();
  const corrects = last !== null;
  const form = useSectionForm<Values>({
    schema: formSchema(corrects),
    defaultValues: {
      fichaNumber: number,
      registeredOn: last?.registeredOn ?? day,
      reason: null,
      reasonWords: null,
    },
    id: 'registration',
    sentAs: 'form',
    refresh: useRefreshSheet(caseId),
  });
  const send = () =>
    form.send(
      async (values, client) => {
        const { fichaNumber, registeredOn } = values;
        if (fichaNumber === null || registeredOn === null) return;
        const official = { fichaNumber, registeredOn, reason: reasonOf(values) };
        await client.registerCase({ caseId, form: official, lines: [...seen] });
      },
      { words: corrects ? 'Corrección registrada.' : 'Ficha registrada.', done: onDone },
    );
  return (
    <SheetForm onSend={send}>
      <FormHead form={form} order={order} />
      <div className={look.fields}>
        <FichaNumberField form={form} name="fichaNumber" hint="El que dio el registro central." />
        <DateControl
          form={form}
          name="registeredOn"
          label="Fecha de registro"
          range={{ min: '2000-01-01', max: today }}
        />
      </div>
      {(corrects || number !== null) && <ReasonFields form={form} isOptional={!corrects} />}
      {!corrects && left > 0 && (
        <p className={look.secondary}>
          {`Al registrar, las ${left} respuestas que faltan quedan también como pasadas: «Registrada» dice que toda la ficha está digitada.`}
        </p>
      )}
      <ButtonRow plain busy={form.busy} label={corrects ? 'Guardar la corrección' : 'Marcar como registrada'} />
    </SheetForm>
  );
}

type ReasonProps = { readonly form: SectionForm<Values>; readonly isOptional: boolean };

function ReasonFields({ form, isOptional }: ReasonProps) {
  const reason = useWatch({ control: form.control, name: 'reason' });
  const hint = isOptional ? 'Solo si el número es otro que el que ya tenía la ficha.' : undefined;
  return (
    <>
      <ChoiceControl
        form={form}
        name="reason"
        label="Motivo de la corrección"
        optional={isOptional}
        hint={hint}
        options={correctionReasons}
      />
      {reason === 'other' && <TextControl form={form} name="reasonWords" nullable label="Escriba el motivo" />}
    </>
  );
}
