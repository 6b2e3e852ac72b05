import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import { carriedAnswers, carriedBlocks, type Carried, type FormerContact } from '../../../shared/intake/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { announce } from '../../platform/announce.ts';
import type { AnyForm } from '../../platform/forms/index.ts';
import { Facts, look, Notice, LineButton } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { fieldLabel, useFieldValue } from './field-words.ts';

type Props = { readonly form: AnyForm; readonly carried: Carried };

function sourceWords({ number, on }: Pick<Carried, 'number' | 'on'>): string {
  return number === null
    ? `su ficha anterior, del ${formatCivilDate(on)}`
    : `la ficha ${number}, del ${formatCivilDate(on)}`;
}

/** What came with her from her last ficha: shown by block, answered by «Confirmar», changed below like any other. */
export function CarriedFacts({ form, carried }: Props) {
  const now = useWatch({ control: form.untyped.control, name: 'answers' }) as Record<string, unknown>;
  const left = carriedAnswers(carried.answers, now);
  const count = Object.keys(left).length;
  if (count === 0) return null;
  return (
    <div className={look.stack} role="group" aria-label="Datos de su ficha anterior, por confirmar">
      <Notice tone="accent">
        {`${count === 1 ? 'Viene con ella: 1 dato' : `Vienen con ella: ${count} datos`} de ${sourceWords(carried)}, por confirmar. El contacto seguro se pregunta otra vez.`}
      </Notice>
      {carriedBlocks.map(({ title, questions }) => {
        const own = questions.filter((name) => name in left);
        return own.length === 0 ? null : <CarriedBlock key={title} form={form} title={title} names={own} left={left} />;
      })}
    </div>
  );
}

type BlockProps = Pick<Props, 'form'> & {
  readonly title: string;
  readonly names: readonly string[];
  readonly left: Readonly<Record<string, unknown>>;
};

function CarriedBlock({ form, title, names, left }: BlockProps) {
  const heading = useId();
  const valueOf = useFieldValue();
  const confirm = () => {
    for (const name of names)
      form.untyped.setValue(`answers.${name}`, left[name], { shouldDirty: true, shouldTouch: true });
    announce(`Confirmado: ${title}.`);
    // What was pressed is gone: the first answer that it gave takes the focus.
    const [first] = names;
    if (first !== undefined) setTimeout(() => document.getElementById(form.fieldId(`answers.${first}`))?.focus());
  };
  return (
    <div className={css.known} role="group" aria-labelledby={heading}>
      <p id={heading} className={look.strong}>
        {title}
      </p>
      <Facts of={names.map((name) => [fieldLabel(`answers.${name}`), valueOf(`answers.${name}`, left[name])])} />
      <div className={look.row}>
        <LineButton label="Confirmar" of={title} onClick={confirm} />
      </div>
    </div>
  );
}

/** A telephone of before, with its source and day: whether it is safe is asked as if nothing were known. */
export function FormerContactNotice({ form, former }: { readonly form: AnyForm; readonly former: FormerContact }) {
  const { phone, email } = former;
  const typed = useWatch({ control: form.untyped.control, name: 'user.contact.phone' }) as string | null;
  const told = [phone, email].filter((one) => one !== null).join(' · ');
  const use = {
    label: 'Usar este número',
    onClick: () => {
      form.untyped.setValue('user.contact.phone', phone, { shouldDirty: true });
      setTimeout(() => document.getElementById(form.fieldId('user.contact.phone'))?.focus());
    },
  };
  return (
    <Notice tone="warning" {...(phone !== null && typed === null ? { action: use } : {})}>
      {`${told === '' ? 'Hay un contacto dicho antes' : `Dicho antes: ${told}`} (${sourceWords(former)}). Pregunte otra vez si es seguro llamar: hoy puede no serlo.`}
    </Notice>
  );
}
