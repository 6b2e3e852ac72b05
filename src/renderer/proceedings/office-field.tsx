import { useWatch } from 'react-hook-form';
import type { Office, OfficeId } from '../../shared/directory/index.ts';
import { DirectoryField } from '../directory/index.ts';
import { PlaceControl, type AnyForm, Controlled, TextControl } from '../platform/forms/index.ts';
import css from './proceedings.module.css';

type Props = {
  readonly form: AnyForm;
  /** Where the three fields stand in the form: `event.` or nothing. */
  readonly within: '' | 'event.';
  readonly optional?: true;
};

/**
 * The office of an act or a hearing: from the directory, or by name where the directory lacks it. A choice writes name and
 * district as they are today, so that the act says the same after the directory changes.
 */
export function OfficeField({ form, within, optional }: Props) {
  const chosen = useWatch({ control: form.untyped.control, name: `${within}authorityId` }) as OfficeId | null;
  const isOptional = optional === true ? { optional } : {};
  const take = (authority: Office | null) => {
    // A choice taken back leaves what stands there, to be written on.
    if (authority === null) return;
    form.untyped.setValue(`${within}office`, authority.name, { shouldDirty: true });
    form.untyped.setValue(`${within}district`, authority.districtCode, { shouldDirty: true });
  };
  return (
    <div className={css.officeField}>
      <Controlled form={form} name={`${within}authorityId`} label="Órgano del directorio" optional>
        {({ words, value, onChange, onBlur }) => (
          <DirectoryField
            words={words}
            value={value as OfficeId | null}
            onChange={(id, authority) => {
              onChange(id);
              take(authority);
            }}
            onBlur={onBlur}
          />
        )}
      </Controlled>
      {chosen === null && (
        <div className={css.office}>
          <TextControl
            form={form}
            name={`${within}office`}
            nullable
            label="Órgano"
            hint="Como se llama, si no está en el directorio."
            {...isOptional}
          />
          <PlaceControl form={form} name={`${within}district`} label="Distrito del órgano" optional />
        </div>
      )}
    </div>
  );
}
