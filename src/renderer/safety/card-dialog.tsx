import { useState } from 'react';
import {
  cardHotlineLabels,
  cardSeemsLabels,
  cardSizeLabels,
  usualLook,
  type CardLook,
  type SafetyPlanVersion,
} from '../../shared/safety/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { WorkingPaperDialog } from '../papers/index.ts';
import { useClient } from '../platform/client.ts';
import { OneOfField, Icon, look as patterns, Notice, optionsOf } from '../platform/ui/index.ts';
import css from './safety.module.css';

type Props = { readonly caseId: string; readonly version: SafetyPlanVersion; readonly onClose: () => void };

const tellsNot = [
  'Ni su nombre ni el de él',
  'Ni el centro, ni sus números, ni un sello',
  'Ninguna dirección de la ficha',
  'El archivo no nombra al programa',
] as const;

type Said = { readonly circled: Parameters<typeof formatCivilDate>[0] | null; readonly doubts: readonly string[] };

/** The card before it is printed: what it looks like, what it does not tell, and both its faces. */
export function CardDialog({ caseId, version, onClose }: Props) {
  const client = useClient();
  const [look, setLook] = useState<CardLook>(usualLook);
  const [said, setSaid] = useState<Said>({ circled: null, doubts: [] });
  const names = version.plan.phones.map(({ name }) => name);
  const make = async () => {
    const card = await client.safetyCard({ caseId, look });
    setSaid(card);
    return card;
  };
  return (
    <WorkingPaperDialog
      title="Tarjeta"
      isFacing
      paper={[version.id, 'safety-card', look.seems, look.hotline, look.size]}
      make={make}
      release={(out, by) => by.releaseSafetyCard({ caseId, look, ...out })}
      onClose={onClose}
    >
      <h3>Antes de imprimir</h3>
      <ul className={css.checked}>
        {tellsNot.map((words) => (
          <li key={words}>
            <Icon name="check" size={16} />
            {words}
          </li>
        ))}
      </ul>
      {names.length > 0 && (
        <p className={patterns.secondary}>{`Pregúntele si aceptan que las llamen: ${names.join(', ')}.`}</p>
      )}
      {said.doubts.map((text) => (
        <Notice key={text} tone="warning">
          {`«${text}» es una de sus palabras para el contacto seguro. Si él la conoce, cámbiela.`}
        </Notice>
      ))}
      <OneOfField
        words={{ label: 'Parece', id: 'card-seems' }}
        options={optionsOf(cardSeemsLabels)}
        value={look.seems}
        onChange={(seems) => setLook({ ...look, seems })}
      />
      <OneOfField
        words={{ label: 'La línea 100', id: 'card-hotline' }}
        options={optionsOf(cardHotlineLabels)}
        value={look.hotline}
        onChange={(hotline) => setLook({ ...look, hotline })}
      />
      <OneOfField
        words={{ label: 'Papel', id: 'card-size' }}
        options={optionsOf(cardSizeLabels)}
        value={look.size}
        onChange={(size) => setLook({ ...look, size })}
      />
      <p className={patterns.secondary}>
        {said.circled === null
          ? 'El mes va sin día marcado: no tiene cita por venir.'
          : `El día con un círculo, sin palabras, es su siguiente cita: ${formatCivilDate(said.circled)}.`}{' '}
        En el registro queda «tarjeta», sin lo escrito. Léala con ella antes de dársela.
      </p>
    </WorkingPaperDialog>
  );
}
