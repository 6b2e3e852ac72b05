import { streetKindLabels } from '../../../shared/people/index.ts';
import { optionsOf, type Fields } from '../../../shared/record/index.ts';
import { AskedFields } from '../../record/index.ts';
import { type PersonFieldsProps } from './fields.ts';

const district = {
  districtCode: { kind: 'place', label: 'Distrito del domicilio', columns: 4 },
} as const satisfies Fields;

const text = { kind: 'text', columns: 6 } as const;
const home = {
  streetKind: { kind: 'choice', label: 'Tipo de vía', options: optionsOf(streetKindLabels), inline: true, columns: 6 },
  text: { ...text, label: 'Dirección', hint: 'Nombre de la vía y número, manzana y lote.', max: 200 },
  settlement: { ...text, label: 'Centro poblado o urbanización', max: 120 },
  reference: { ...text, label: 'Referencia', max: 200 },
} as const satisfies Fields;

const reserve = {
  isReserved: {
    ...{ kind: 'tick', label: 'Domicilio en reserva', columns: 6 },
    hint: 'No se imprime en ningún documento que salga del centro.',
  },
  reservedReason: {
    ...{ ...text, label: 'Motivo de la reserva', max: 300 },
    askedWhen: { question: 'isReserved', is: [true] },
  },
} as const satisfies Fields;

type Props = PersonFieldsProps & {
  /** Whose home may have to stay hidden: only the user's and the informant's. */
  readonly reservable?: boolean;
  /** False where the district is a question of the form itself: asked once. */
  readonly asksDistrict?: boolean;
};

export function AddressFields({ form, at, reservable = false, asksDistrict = false }: Props) {
  const fields = { ...(asksDistrict && district), ...home, ...(reservable && reserve) };
  return <AskedFields form={form} at={`${at}.address.`} fields={fields} />;
}
