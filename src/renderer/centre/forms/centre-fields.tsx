import centres from '../../../../resources/places/centres.json';
import { centreFields } from '../../../shared/centre/index.ts';
import { FieldSuggestions, type AnyForm } from '../../platform/forms/index.ts';
import { FormFields } from '../../record/index.ts';

const smallWords = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'el']);

/** The ministry's list is in capitals without accents; offered as a name is written, to be corrected by hand. */
function asWritten(name: string): string {
  return name
    .toLowerCase()
    .replace(/\p{L}+/gu, (word, at: number) =>
      at > 0 && smallWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}

const known = new Map([['name', centres.map(([, name]) => asWritten(String(name)))]]);

/** Names of the centre as they stand on the papers and in the monthly report. */
export function CentreFields({ form }: { readonly form: AnyForm }) {
  return (
    <FieldSuggestions value={known}>
      <FormFields fields={centreFields} form={form} />
    </FieldSuggestions>
  );
}
