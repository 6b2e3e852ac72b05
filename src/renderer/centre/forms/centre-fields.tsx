import { useController, type Path } from 'react-hook-form';
import centres from '../../../../resources/places/centres.json';
import { categoryLabels } from '../../../shared/centre/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { messageOf, TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { look, ChoiceField, PlaceField } from '../../platform/ui/index.ts';
import type { CentreDraft } from './centre-draft.ts';

const smallWords = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'el']);

/** The ministry's list is in capitals without accents; offered as a name is written, to be corrected by hand. */
function asWritten(name: string): string {
  return name
    .toLowerCase()
    .replace(/\p{L}+/gu, (word, at: number) =>
      at > 0 && smallWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}

const knownNames = centres.map(([, name]) => asWritten(String(name)));
const categories = optionsOf(categoryLabels);

type Props<Values extends CentreDraft> = { readonly form: SectionForm<Values> };

/** Names of the centre as they stand on the papers and in the monthly report. */
export function CentreFields<Values extends CentreDraft>({ form }: Props<Values>) {
  const named = (name: keyof CentreDraft) => name as Path<Values>;
  const district = useController({ name: named('districtCode'), control: form.control });
  const category = useController({ name: named('category'), control: form.control });
  const chosen: unknown = district.field.value;
  const kind: unknown = category.field.value;
  const listId = form.fieldId('known-names');
  return (
    <div className={look.stack}>
      <datalist id={listId}>
        {knownNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextControl
        form={form}
        name={named('name')}
        width="medium"
        list={listId}
        label="Nombre del centro"
        hint="Lo que sigue a «CEM». Puede elegirlo de la lista o escribirlo."
      />
      <TextControl
        form={form}
        name={named('code')}
        width="narrow"
        spellCheck={false}
        label="Código del centro"
        hint="El que usa en el reporte mensual: letras, números y guiones."
      />
      <PlaceField
        words={{
          label: 'Distrito',
          id: form.fieldId('districtCode'),
          error: messageOf(district.fieldState.error),
        }}
        value={typeof chosen === 'string' && chosen !== '' ? chosen : null}
        onChange={(code) => district.field.onChange(code ?? '')}
        onBlur={district.field.onBlur}
      />
      <ChoiceField
        inline
        clearable={false}
        words={{ label: 'Categoría', id: form.fieldId('category'), error: messageOf(category.fieldState.error) }}
        options={categories}
        value={categories.find(({ code }) => code === kind)?.code ?? null}
        onChange={category.field.onChange}
        onBlur={category.field.onBlur}
      />
      <TextControl
        form={form}
        name={named('proceduralAddress')}
        label="Domicilio procesal"
        hint="Se imprime en los escritos. Nunca una dirección reservada."
      />
      <TextControl
        form={form}
        name={named('acronym')}
        width="medium"
        nullable
        spellCheck={false}
        label="Siglas"
        hint="Cierran el número de los oficios e informes: 001-2026-SIGLAS."
        optional
      />
      <TextControl form={form} name={named('phone')} width="medium" nullable label="Teléfono" optional />
      <TextControl form={form} name={named('ministry')} label="Ministerio" toConfirm />
      <TextControl form={form} name={named('programme')} lines={2} label="Programa" toConfirm />
      <TextControl
        form={form}
        name={named('yearSlogan')}
        nullable
        label="Lema del año"
        hint="Va bajo el membrete."
        optional
      />
    </div>
  );
}
