import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { optionsOf } from '../../../shared/record/index.ts';
import {
  asksForKit,
  questionsOf,
  referralRules,
  serviceLabels,
  urgencyLabels,
  type ReferralKind,
} from '../../../shared/referrals/index.ts';
import { DirectoryControl } from '../../directory/index.ts';
import {
  ChoiceControl,
  DateControl,
  TicksControl,
  TimeControl,
  AnswerControl,
  FormBlock,
  QuestionFields,
  Said,
  TextControl,
  TickControl,
  type SectionForm,
} from '../../platform/forms/index.ts';
import type { Office } from '../../../shared/directory/index.ts';
import { timeInLima } from '../../platform/times.ts';
import { PlainButton, look, QuestionGrid } from '../../platform/ui/index.ts';
import type { ReferralDraft } from './referral-draft.ts';

type Props = {
  readonly form: SectionForm<ReferralDraft>;
  readonly kind: ReferralKind;
  /** Stands behind the title of each part where several letters are on one page. */
  readonly about?: string | undefined;
  /** The letter does not go out before the call, whatever urgency is chosen. */
  readonly isCallDemanded?: boolean;
};

/** What the ficha says against the kit; null: nothing. */
type Doubted = { readonly kitQuestion: string | null };

const titled = (title: string, about: string | undefined) => (about === undefined ? title : `${title}: ${about}`);

const receiverWords = ({ establishment, post }: ReferralDraft) =>
  establishment === '' ? '' : [establishment, post].filter(Boolean).join(' · ');

const signerWords = ({ names, profession, place }: ReferralDraft) =>
  [names, profession, place].filter(Boolean).join(' · ');

export type ChildOption = { readonly id: string; readonly label: string };

const urgencyOptions = optionsOf(urgencyLabels);

type ReceiverProps = Props & {
  readonly start: { readonly children: readonly ChildOption[]; readonly post: string };
};

export function ReceiverFields({ form, kind, about, start }: ReceiverProps) {
  const { children, post } = start;
  const isAboutChild = referralRules[kind].subject === 'child' && children.length > 0;
  return (
    <>
      {isAboutChild && (
        <FormBlock title={titled('De quién trata', about)} isOpen>
          <ChoiceControl
            form={form}
            name="childId"
            label="Niña, niño o adolescente"
            optional
            hint="Vacío: la persona usuaria de la ficha."
            options={children.map(({ id, label }) => ({ code: id, label }))}
          />
        </FormBlock>
      )}
      <FormBlock
        title={titled('Quién recibe', about)}
        said={<Said form={form} words={receiverWords} />}
        isOpen={form.getValues('establishment') === ''}
      >
        <FromDirectory form={form} kind={kind} post={post} />
        <TextControl form={form} name="establishment" label="Institución que recibe" />
        <TextControl
          form={form}
          name="post"
          label="Cargo o área"
          hint="A quién se dirige, sin nombre de persona: «Jefatura de Emergencia»."
        />
      </FormBlock>
    </>
  );
}

/** Fills the two fields below, which stay open to be written by hand; the telephone is there to call first. */
function FromDirectory({ form, kind, post }: Props & { readonly post: string }) {
  const [phone, setPhone] = useState<string | null>(null);
  const take = (office: Office | null) => {
    setPhone(office?.phone ?? null);
    if (office === null) return;
    if (form.getValues('post').trim() === '') form.setValue('post', post);
    form.clearErrors('post');
  };
  return (
    <>
      <DirectoryControl form={form} fills="establishment" kinds={referralRules[kind].receivers} onChosen={take} />
      {phone !== null && <p className={look.secondary}>{`Teléfono: ${phone}`}</p>}
    </>
  );
}

export function CallFields({ form, isDemanded }: Pick<Props, 'form'> & { readonly isDemanded: boolean }) {
  const [urgency, calledAt] = useWatch({ control: form.control, name: ['urgency', 'calledAt'] });
  return (
    <div className={look.stack}>
      <div className={look.fields}>
        <TimeControl
          form={form}
          name="calledAt"
          label="Hora en que llamó a quien recibe"
          optional
          hint="hh:mm. En una emergencia, llame antes que el papel."
        />
        <PlainButton
          onClick={() => {
            form.setValue('calledAt', timeInLima(Date.now()));
            form.clearErrors('calledAt');
          }}
        >
          Llamé ahora
        </PlainButton>
      </div>
      {(urgency === 'emergency' || isDemanded) && calledAt === null && (
        <TickControl form={form} name="isUnanswered" label="Llamé y no contestaron" />
      )}
    </div>
  );
}

function Asked({ form, kind, about, kitQuestion, isCallDemanded = false }: Props & Doubted) {
  const services = useWatch({ control: form.control, name: 'services' });
  const rule = referralRules[kind];
  return (
    <FormBlock title={titled('Qué se pide', about)} isOpen>
      <TicksControl
        form={form}
        name="services"
        label="Servicios"
        ticks={rule.services.map((name) => ({ name, label: serviceLabels[name] }))}
      />
      {services.includes('other') && (
        <TextControl form={form} name="otherService" width="medium" label="Cuál es el otro servicio" />
      )}
      {kitQuestion !== null && asksForKit(kind, { services }) && (
        <AnswerControl form={form} name="isKitDecided" label={kitQuestion} />
      )}
      <ChoiceControl form={form} name="urgency" label="Urgencia" options={urgencyOptions} />
      <CallFields form={form} isDemanded={isCallDemanded} />
      {rule.asksReason && (
        <TextControl
          lines={2}
          form={form}
          name="reason"
          label="Motivo"
          hint="Una o dos frases. El relato no va en la derivación."
        />
      )}
    </FormBlock>
  );
}

/** What is printed only when it is asked for here. */
function Printed({ form, kind, about }: Props) {
  const { facts, mayCall } = referralRules[kind];
  const hasMeasures = facts.includes('protection');
  const hasPregnancy = facts.includes('pregnancy');
  const hasInjuries = facts.includes('injuries');
  if (!hasMeasures && !hasPregnancy && !hasInjuries && !mayCall) return null;
  return (
    <FormBlock title={titled('Solo si hace falta', about)} isOpen>
      {hasPregnancy && (
        <AnswerControl
          form={form}
          name="includePregnancy"
          label="Imprimir la gestación"
          hint="Solo si es motivo de la derivación y ella está de acuerdo."
        />
      )}
      {hasInjuries && (
        <AnswerControl
          form={form}
          name="includeInjuries"
          label="Decir las lesiones anotadas en el mapa corporal"
          hint="Solo si ella aceptó que se digan: qué, dónde, qué día y quién lo anotó."
        />
      )}
      {mayCall && (
        <AnswerControl
          form={form}
          name="mustCall"
          label="Quien recibe debe llamarla"
          hint="Solo entonces se imprime el contacto seguro."
        />
      )}
      {hasMeasures && (
        <AnswerControl form={form} name="hasProtectionMeasures" label="Cuenta con medidas de protección" />
      )}
    </FormBlock>
  );
}

function Card({ form, kind, about }: Props) {
  const hasCard = useWatch({ control: form.control, name: 'hasCard' });
  if (!referralRules[kind].hasCard) return null;
  return (
    <FormBlock title={titled('Tarjeta para ella', about)} isOpen>
      <AnswerControl
        form={form}
        name="hasCard"
        label="Imprimir una tarjeta de cita"
        hint="Neutra: no nombra al centro ni el motivo."
      />
      {hasCard === 1 && (
        <>
          <QuestionGrid>
            <TextControl
              form={form}
              name="cardPlace"
              columns={3}
              label="Lugar de la cita"
              optional
              hint="Vacío: la institución que recibe."
            />
            <TextControl form={form} name="cardAskFor" columns={3} label="Preguntar por" optional />
            <DateControl form={form} name="cardOn" columns={3} label="Día de la cita" optional />
            <TimeControl form={form} name="cardTime" columns={3} label="Hora de la cita" optional />
          </QuestionGrid>
        </>
      )}
    </FormBlock>
  );
}

function Signature({ form, about }: Pick<Props, 'form' | 'about'>) {
  const { names, profession } = form.getValues();
  return (
    <FormBlock
      title={titled('Firma', about)}
      said={<Said form={form} words={signerWords} />}
      isOpen={names === '' || profession === ''}
    >
      <QuestionGrid>
        <TextControl form={form} name="names" columns={3} label="Profesional que firma" />
        <TextControl form={form} name="profession" columns={3} label="Profesión" />
        <TextControl form={form} name="college" label="Colegio y número" optional />
        <TextControl form={form} name="place" columns={3} label="Lugar" />
        <DateControl form={form} name="signedOn" columns={3} label="Fecha" />
      </QuestionGrid>
    </FormBlock>
  );
}

export function ReferralFields({ form, kind, about, kitQuestion }: Props & Doubted) {
  return (
    <>
      <Asked form={form} kind={kind} about={about} kitQuestion={kitQuestion} />
      <Rest form={form} kind={kind} about={about} />
    </>
  );
}

function titledSection(kind: ReferralKind, about: string | undefined) {
  const section = questionsOf(kind);
  return { ...section, blocks: section.blocks.map((block) => ({ ...block, title: titled(block.title, about) })) };
}

function Rest({ form, kind, about }: Props) {
  return (
    <>
      <QuestionFields section={titledSection(kind, about)} form={form} at="answers" />
      <Printed form={form} kind={kind} about={about} />
      <Card form={form} kind={kind} about={about} />
      <Signature form={form} about={about} />
    </>
  );
}

/** What must be said first; the rest is filled from the record and stays folded unless the kind asks for more. */
export function BriefFields({ isOpen, ...props }: Props & Doubted & { readonly isOpen: boolean }) {
  return (
    <>
      <Asked {...props} />
      <details className={look.stack} open={isOpen}>
        <summary>Más datos de esta derivación</summary>
        <Rest form={props.form} kind={props.kind} about={props.about} />
      </details>
    </>
  );
}
