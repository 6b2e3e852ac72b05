import { favoursLabels, instanceLabels, type EventKindRule } from '../../shared/proceedings/index.ts';
import { ChoiceControl, type AnyForm } from '../platform/forms/index.ts';
import { optionsOf } from '../platform/ui/index.ts';

const favoursHint = 'Por confirmar: para el registro central solo cuenta «Sí». Vacío: todavía no se sabe.';

type Props = { readonly form: AnyForm; readonly rule: EventKindRule | null };

/** What is asked of a judgment alone. */
export function JudgmentFields({ form, rule }: Props) {
  if (rule?.isJudgment !== true) return null;
  return (
    <>
      <ChoiceControl
        form={form}
        name="event.favours"
        label="¿Es favorable a la persona usuaria?"
        hint={favoursHint}
        optional
        options={optionsOf(favoursLabels)}
      />
      <ChoiceControl form={form} name="event.instance" label="Instancia" optional options={optionsOf(instanceLabels)} />
    </>
  );
}
