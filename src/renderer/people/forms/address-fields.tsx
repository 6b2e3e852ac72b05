import { useWatch } from 'react-hook-form';
import { streetKindLabels } from '../../../shared/people/index.ts';
import { PlaceControl, ChoiceControl, TextControl, TickControl } from '../../platform/forms/index.ts';
import { optionsOf } from '../../platform/ui/index.ts';
import { type PersonFieldsProps } from './fields.ts';

const streetKinds = optionsOf(streetKindLabels);

type Props = PersonFieldsProps & {
  /** Whose home may have to stay hidden: only the user's and the informant's. */
  readonly reservable?: boolean;
  /** False where the district is a question of the form itself: asked once. */
  readonly asksDistrict?: boolean;
};

export function AddressFields({ form, at, reservable = false, asksDistrict = false }: Props) {
  const name = (field: string) => `${at}.address.${field}`;
  return (
    <>
      {asksDistrict && (
        <PlaceControl form={form} name={name('districtCode')} label="Distrito del domicilio" optional columns={4} />
      )}
      <ChoiceControl
        form={form}
        name={name('streetKind')}
        label="Tipo de vía"
        optional
        columns={6}
        inline
        options={streetKinds}
      />
      <TextControl
        form={form}
        name={name('text')}
        nullable
        label="Dirección"
        hint="Nombre de la vía y número, manzana y lote."
        optional
        columns={6}
      />
      <TextControl
        form={form}
        name={name('settlement')}
        nullable
        label="Centro poblado o urbanización"
        optional
        columns={6}
      />
      <TextControl form={form} name={name('reference')} nullable label="Referencia" optional columns={6} />
      {reservable && <ReserveFields form={form} at={at} />}
    </>
  );
}

function ReserveFields({ form, at }: PersonFieldsProps) {
  const isReserved = useWatch({ control: form.untyped.control, name: `${at}.address.isReserved` }) as boolean;
  return (
    <>
      <TickControl
        form={form}
        name={`${at}.address.isReserved`}
        label="Domicilio en reserva"
        columns={6}
        hint="No se imprime en ningún documento que salga del centro."
      />
      {isReserved && (
        <TextControl
          form={form}
          name={`${at}.address.reservedReason`}
          nullable
          label="Motivo de la reserva"
          optional
          columns={6}
        />
      )}
    </>
  );
}
