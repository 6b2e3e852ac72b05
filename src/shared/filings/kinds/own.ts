/** What every kind of the centre is before its row says which: a writ of the lawyer that names nobody who must not be named. */
import { ownKind } from '../codes.ts';
import { briefUses, lawyersWrit } from './base.ts';
import { form, type KindDefinition } from './kind.ts';

export const ownBase: KindDefinition = {
  ...lawyersWrit,
  kind: ownKind,
  label: 'Modelo propio del centro',
  purpose: 'Lo que dice su fila de «Modelos propios».',
  group: 'own',
  form: form('Datos de este escrito', []),
  uses: briefUses,
  facts: { required: [], recommended: [] },
};
