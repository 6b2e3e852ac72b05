import { useWatch } from 'react-hook-form';
import { healthServiceLabels, healthServices, urgencies, urgencyLabels } from '../../../shared/referrals/index.ts';
import {
  ChoiceControl,
  DateControl,
  LongTextControl,
  NumberControl,
  TicksControl,
  YesNoControl,
} from '../../papers/index.ts';
import { TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { Panel } from '../../platform/ui/index.ts';
import css from '../referrals.module.css';
import type { ReferralDraft } from './referral-draft.ts';

type Props = { readonly form: SectionForm<ReferralDraft> };

const serviceTicks = healthServices.map((name) => ({ name, label: healthServiceLabels[name] }));
const urgencyOptions = urgencies.map((code) => ({ code, label: urgencyLabels[code] }));

export function ReceiverFields({ form }: Props) {
  return (
    <Panel title="Establecimiento que recibe">
      <TextControl form={form} name="establishment" words={{ label: 'Establecimiento de salud' }} />
      <TextControl
        form={form}
        name="post"
        words={{ label: 'Cargo o área', hint: 'A quién se dirige, sin nombre de persona: «Jefatura de Emergencia».' }}
      />
    </Panel>
  );
}

function Asked({ form }: Props) {
  const services = useWatch({ control: form.control, name: 'services' });
  return (
    <Panel title="Qué se pide">
      <TicksControl form={form} name="services" words={{ label: 'Servicios' }} ticks={serviceTicks} />
      {services.includes('other') && (
        <TextControl form={form} name="otherService" width="medium" words={{ label: 'Cuál es el otro servicio' }} />
      )}
      <ChoiceControl form={form} name="urgency" words={{ label: 'Urgencia' }} options={urgencyOptions} />
      <LongTextControl
        form={form}
        name="reason"
        words={{ label: 'Motivo', hint: 'Una o dos frases. El relato no va en la derivación.' }}
      />
    </Panel>
  );
}

function Health({ form }: Props) {
  return (
    <Panel title="Salud">
      <LongTextControl form={form} name="treatments" rows={1} words={{ label: 'Tratamientos', optional: true }} />
      <LongTextControl form={form} name="allergies" rows={1} words={{ label: 'Alergias', optional: true }} />
      <YesNoControl
        form={form}
        name="includePregnancy"
        words={{ label: 'Imprimir la gestación', hint: 'Solo si es motivo de la derivación y ella está de acuerdo.' }}
      />
    </Panel>
  );
}

function Journey({ form }: Props) {
  return (
    <Panel title="Traslado y contacto">
      <div className={css.pair}>
        <TextControl
          form={form}
          name="companion"
          width="medium"
          words={{ label: 'Quién la acompaña', optional: true }}
        />
        <NumberControl
          form={form}
          name="childrenPresent"
          words={{ label: 'Niñas, niños y adolescentes que van con ella' }}
        />
      </div>
      <TextControl form={form} name="transport" words={{ label: 'Transporte', optional: true }} />
      <YesNoControl
        form={form}
        name="mustCall"
        words={{
          label: 'El establecimiento debe llamarla',
          hint: 'Solo entonces se imprime el contacto seguro.',
        }}
      />
      <YesNoControl form={form} name="hasProtectionMeasures" words={{ label: 'Cuenta con medidas de protección' }} />
    </Panel>
  );
}

/** The letter after its receiver and the consent. */
export function ReferralFields({ form }: Props) {
  return (
    <>
      <Asked form={form} />
      <Health form={form} />
      <Journey form={form} />
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
