import type { FieldValues } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import {
  questionsOf,
  referralRules,
  serviceLabels,
  urgencies,
  urgencyLabels,
  type ReferralKind,
} from '../../../shared/referrals/index.ts';
import {
  ChoiceControl,
  DateControl,
  LongTextControl,
  TicksControl,
  TimeControl,
  YesNoControl,
} from '../../papers/index.ts';
import { QuestionFields, TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { Panel } from '../../platform/ui/index.ts';
import css from '../referrals.module.css';
import type { ReferralDraft } from './referral-draft.ts';

type Props = { readonly form: SectionForm<ReferralDraft>; readonly kind: ReferralKind };

export type ChildOption = { readonly id: string; readonly label: string };

const urgencyOptions = urgencies.map((code) => ({ code, label: urgencyLabels[code] }));

export function ReceiverFields({ form, kind, children }: Props & { readonly children: readonly ChildOption[] }) {
  const isAboutChild = referralRules[kind].subject === 'child' && children.length > 0;
  return (
    <>
      {isAboutChild && (
        <Panel title="De quién trata">
          <ChoiceControl
            form={form}
            name="childId"
            words={{
              label: 'Niña, niño o adolescente',
              optional: true,
              hint: 'Vacío: la persona usuaria de la ficha.',
            }}
            options={children.map(({ id, label }) => ({ code: id, label }))}
          />
        </Panel>
      )}
      <Panel title="Quién recibe">
        <TextControl form={form} name="establishment" words={{ label: 'Institución que recibe' }} />
        <TextControl
          form={form}
          name="post"
          words={{ label: 'Cargo o área', hint: 'A quién se dirige, sin nombre de persona: «Jefatura de Emergencia».' }}
        />
      </Panel>
    </>
  );
}

function Asked({ form, kind }: Props) {
  const services = useWatch({ control: form.control, name: 'services' });
  const rule = referralRules[kind];
  return (
    <Panel title="Qué se pide">
      <TicksControl
        form={form}
        name="services"
        words={{ label: 'Servicios' }}
        ticks={rule.services.map((name) => ({ name, label: serviceLabels[name] }))}
      />
      {services.includes('other') && (
        <TextControl form={form} name="otherService" width="medium" words={{ label: 'Cuál es el otro servicio' }} />
      )}
      <ChoiceControl form={form} name="urgency" words={{ label: 'Urgencia' }} options={urgencyOptions} />
      <TimeControl
        form={form}
        name="calledAt"
        words={{
          label: 'Hora en que llamó a quien recibe',
          optional: true,
          hint: 'hh:mm. En una emergencia, llame antes que el papel.',
        }}
      />
      {rule.asksReason && (
        <LongTextControl
          form={form}
          name="reason"
          words={{ label: 'Motivo', hint: 'Una o dos frases. El relato no va en la derivación.' }}
        />
      )}
    </Panel>
  );
}

/** What is printed only when it is asked for here. */
function Printed({ form, kind }: Props) {
  const { facts, mayCall } = referralRules[kind];
  const hasMeasures = facts.includes('protection');
  const hasPregnancy = facts.includes('pregnancy');
  if (!hasMeasures && !hasPregnancy && !mayCall) return null;
  return (
    <Panel title="Solo si hace falta">
      {hasPregnancy && (
        <YesNoControl
          form={form}
          name="includePregnancy"
          words={{ label: 'Imprimir la gestación', hint: 'Solo si es motivo de la derivación y ella está de acuerdo.' }}
        />
      )}
      {mayCall && (
        <YesNoControl
          form={form}
          name="mustCall"
          words={{ label: 'Quien recibe debe llamarla', hint: 'Solo entonces se imprime el contacto seguro.' }}
        />
      )}
      {hasMeasures && (
        <YesNoControl form={form} name="hasProtectionMeasures" words={{ label: 'Cuenta con medidas de protección' }} />
      )}
    </Panel>
  );
}

function Card({ form, kind }: Props) {
  const hasCard = useWatch({ control: form.control, name: 'hasCard' });
  if (!referralRules[kind].hasCard) return null;
  return (
    <Panel title="Tarjeta para ella">
      <YesNoControl
        form={form}
        name="hasCard"
        words={{ label: 'Imprimir una tarjeta de cita', hint: 'Neutra: no nombra al centro ni el motivo.' }}
      />
      {hasCard === 1 && (
        <>
          <div className={css.pair}>
            <TextControl
              form={form}
              name="cardPlace"
              width="medium"
              words={{ label: 'Lugar de la cita', optional: true, hint: 'Vacío: la institución que recibe.' }}
            />
            <TextControl
              form={form}
              name="cardAskFor"
              width="medium"
              words={{ label: 'Preguntar por', optional: true }}
            />
          </div>
          <div className={css.pair}>
            <DateControl form={form} name="cardOn" words={{ label: 'Día de la cita', optional: true }} />
            <TimeControl form={form} name="cardTime" words={{ label: 'Hora de la cita', optional: true }} />
          </div>
        </>
      )}
    </Panel>
  );
}

/** The letter after its receiver and the consent. */
export function ReferralFields({ form, kind }: Props) {
  return (
    <>
      <Asked form={form} kind={kind} />
      <QuestionFields section={questionsOf(kind)} form={form as unknown as SectionForm<FieldValues>} at="answers" />
      <Printed form={form} kind={kind} />
      <Card form={form} kind={kind} />
      <Panel title="Firma">
        <div className={css.pair}>
          <TextControl form={form} name="names" width="medium" words={{ label: 'Profesional que firma' }} />
          <TextControl form={form} name="profession" width="medium" words={{ label: 'Profesión' }} />
        </div>
        <TextControl form={form} name="college" words={{ label: 'Colegio y número', optional: true }} />
        <div className={css.pair}>
          <TextControl form={form} name="place" width="medium" words={{ label: 'Lugar' }} />
          <DateControl form={form} name="signedOn" words={{ label: 'Fecha' }} />
        </div>
      </Panel>
    </>
  );
}
