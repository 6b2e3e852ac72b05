import { useWatch, type Path } from 'react-hook-form';
import { serviceLabels } from '../../../shared/access/index.ts';
import {
  channelLabels,
  languageLabels,
  purposeLabels,
  signLabels,
  urgencySigns,
} from '../../../shared/reception/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import {
  ChoiceControl,
  NumberControl,
  DateControl,
  TimeControl,
  Controlled,
  TextControl,
  YesNoControl,
  type SectionForm,
} from '../../platform/forms/index.ts';
import { look, Panel, TicksField } from '../../platform/ui/index.ts';
import type { FactsValues } from './arrival-facts-form.tsx';

/** In the order of the page, for the error summary. */
export const arrivalFieldNames = [
  ...['personId', 'saidName', 'documentNumber', 'purpose', 'channel', 'signs', 'service'],
  ...['companion', 'children', 'childrenWith', 'language', 'needsInterpreter'],
  ...['isFromPaper', 'arrivedOn', 'arrivedTime'],
];

type Props = { readonly form: SectionForm<FactsValues> };

export function ArrivalFields({ form }: Props) {
  return (
    <>
      <Panel title="Para qué y con qué urgencia">
        <div className={look.grid}>
          <Choice form={form} name="purpose" label="Motivo" options={optionsOf(purposeLabels)} />
          <Choice
            form={form}
            name="service"
            label="Espera a"
            hint="Si aún no se sabe, queda en Admisión."
            options={optionsOf(serviceLabels)}
          />
          <Choice form={form} name="channel" label="Cómo llega" fixed options={optionsOf(channelLabels)} />
        </div>
        <Signs form={form} />
      </Panel>
      <Panel title="Con quién viene y cómo habla">
        <CompanyFields form={form} />
      </Panel>
      <Panel title="Registro desde papel">
        <PaperFields form={form} />
      </Panel>
    </>
  );
}

type ChoiceProps = Props & {
  readonly name: Path<FactsValues>;
  readonly label: string;
  readonly hint?: string;
  readonly fixed?: boolean;
  readonly options: readonly { readonly code: string; readonly label: string }[];
};

function Choice({ form, name, label, hint, fixed, options }: ChoiceProps) {
  return (
    <ChoiceControl form={form} name={name} label={label} hint={hint} options={options} clearable={fixed !== true} />
  );
}

function Signs({ form }: Props) {
  const ticks = urgencySigns.map((name) => ({ name, label: signLabels[name] }));
  return (
    <Controlled
      form={form}
      name="signs"
      label="Señales que se ven o que ella dice"
      hint="Con una basta para pasar primero. No es un diagnóstico."
      toConfirm
    >
      {({ words, value, onChange, onBlur }) => {
        const signs = value as string[];
        return (
          <TicksField
            words={words}
            ticks={ticks}
            value={signs.length === 0 ? null : signs}
            onChange={(next) => onChange(next ?? [])}
            onBlur={onBlur}
          />
        );
      }}
    </Controlled>
  );
}

function CompanyFields({ form }: Props) {
  const children = useWatch({ control: form.control, name: 'children' });
  const hasChildren = typeof children === 'number' && children > 0;
  return (
    <div className={look.grid}>
      <TextControl form={form} name="companion" label="Acompañante" optional nullable />
      <NumberControl form={form} name="children" label="Niñas y niños presentes" optional />
      {hasChildren && <TextControl form={form} name="childrenWith" label="Quién los cuida" optional nullable />}
      <Choice form={form} name="language" label="Lengua en que habla" options={optionsOf(languageLabels)} />
      <YesNo form={form} name="needsInterpreter" label="¿Necesita intérprete?" />
    </div>
  );
}

function YesNo({
  form,
  name,
  label,
}: Props & { readonly name: 'needsInterpreter' | 'isFromPaper'; readonly label: string }) {
  return <YesNoControl form={form} name={name} label={label} unanswered={name === 'isFromPaper' ? false : null} />;
}

function PaperFields({ form }: Props) {
  const isFromPaper = useWatch({ control: form.control, name: 'isFromPaper' });
  return (
    <>
      <YesNo form={form} name="isFromPaper" label="¿Se anotó antes en papel?" />
      {isFromPaper && (
        <div className={look.grid}>
          <DateControl form={form} name="arrivedOn" label="Día en que llegó" />
          <TimeControl form={form} name="arrivedTime" label="Hora en que llegó" />
        </div>
      )}
    </>
  );
}
