import { useController } from 'react-hook-form';
import { centreFields } from '../../../shared/centre/index.ts';
import { FormHead, messageOf, type SectionForm } from '../../platform/forms/index.ts';
import { PlainButton, OneOfField, Panel, ButtonRow, optionsOf } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import type { NewCentreDraft } from '../forms/centre-draft.ts';
import { CentreFields } from '../forms/centre-fields.tsx';
import { SetupPage } from './setup-page.tsx';

const order = ['isPractice', ...Object.keys(centreFields)];
const kinds = optionsOf({ real: 'Centro real', practice: 'Centro de práctica, con datos inventados' });

type Props = {
  /** The place decides between real and practice: nobody is asked. */
  readonly isDecided: boolean;
  readonly form: SectionForm<NewCentreDraft>;
  readonly practice: boolean;
  readonly onBack: () => void;
  readonly onNext: () => void;
};

export function CentreStep({ form, practice, isDecided, onBack, onNext }: Props) {
  const mark = useController({ name: 'isPractice', control: form.control });
  const next = async () => {
    if (await form.send(() => Promise.resolve())) onNext();
  };
  const value = mark.field.value as boolean | null;
  const kind = (
    <Panel>
      <OneOfField
        inline
        words={{
          label: 'Qué registro va a crear',
          hint: 'Un centro de práctica sirve para aprender: lleva un marco y la palabra PRÁCTICA en cada pantalla y papel, y nunca se convierte en real.',
          id: form.fieldId('isPractice'),
          error: messageOf(mark.fieldState.error),
        }}
        options={kinds}
        value={value === null ? null : value ? 'practice' : 'real'}
        onChange={(chosen) => mark.field.onChange(chosen === 'practice')}
        onBlur={mark.field.onBlur}
      />
    </Panel>
  );
  return (
    <SetupPage step="centre" title="Datos del centro" practice={practice}>
      <FormHead form={form} order={order} />
      <form className={css.main} noValidate onSubmit={(event) => event.preventDefault()}>
        {!isDecided && kind}
        <Panel>
          <CentreFields form={form} />
        </Panel>
        <ButtonRow label="Continuar" onClick={next}>
          <PlainButton onClick={onBack}>Volver</PlainButton>
        </ButtonRow>
      </form>
    </SetupPage>
  );
}
