/** An invented family court of the directory of which only its name, its place and its kind are known. */
import { office, type OfficeForm } from '../../src/shared/directory/index.ts';
import { blankValues } from '../../src/shared/record/index.ts';

export function anOffice(known: Partial<OfficeForm> = {}): OfficeForm {
  const named = { kind: 'familyCourt', name: 'Juzgado Inventado', districtCode: '150132' } as const;
  return { ...(blankValues(office.fields) as OfficeForm), ...named, ...known };
}
