/** Why a datum is not handed over, each reason with its norm: law as dated data, shown and confirmed like every other. */
import { cleanedText } from '../platform/text.ts';
import type { CivilDate } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { rowOn, shippedRow, type DatedRow, type RuleTable } from '../rulebook/index.ts';

export const basisLabels = {
  reserve: 'Reserva de la víctima',
  third: 'Es de otra persona',
  child: 'Es de una niña, niño o adolescente',
  shelter: 'Dirección de un lugar de acogida',
  informant: 'Quien informó o es testigo',
  defence: 'Estrategia de la defensa',
  notes: 'Notas de trabajo del servicio',
  staff: 'Es del personal del centro',
  safety: 'Por su seguridad',
  proof: 'El dato es prueba o consta en un documento ya emitido',
  identity: 'No se pudo verificar quién pide',
} as const;
export type BasisCode = keyof typeof basisLabels;

const basisSchema = z.strictObject({ words: cleanedText(300), norm: cleanedText(200) });
export type BasisValue = z.infer<typeof basisSchema>;

const row = (
  code: BasisCode,
  words: string,
  norm: string,
  confirmation: 'secondary' | 'toConfirm' = 'toConfirm',
): DatedRow<BasisValue> =>
  shippedRow(code, { value: { words, norm }, validFrom: '2018-09-06', source: norm, confirmation });

const law = 'Ley 29733, de protección de datos personales';
const rules = 'Reglamento de la Ley 30364 (DS 009-2016-MIMP), art. 9';

export const basisTable: RuleTable<BasisValue> = {
  id: 'data-basis',
  title: 'Datos que no se entregan',
  about: 'Motivo y norma de lo que se reserva en la copia de los datos de una persona y de un pedido que se deniega.',
  value: basisSchema,
  fields: [
    { name: 'words', label: 'Motivo', kind: 'longText' },
    { name: 'norm', label: 'Norma', kind: 'text' },
  ],
  needsTwoEyes: true,
  shipped: [
    row('reserve', 'La identidad y los datos de la víctima están en reserva.', rules, 'secondary'),
    row('third', 'Son datos de otra persona, que no dio su consentimiento.', `${law}, art. 13`),
    row(
      'child',
      'Son datos de una niña, niño o adolescente.',
      'Código de los Niños y Adolescentes, art. 6',
      'secondary',
    ),
    row('shelter', 'La ubicación de los lugares de acogida es reservada.', rules, 'secondary'),
    row('informant', 'La identidad de quien informa o es testigo está en reserva.', rules, 'secondary'),
    row('defence', 'La preparación de la defensa es secreto profesional.', 'Código de Ética del Abogado'),
    row('notes', 'Son notas de trabajo de quien atiende, no el registro de la atención.', 'Criterio del centro'),
    row('staff', 'Son datos personales de quien trabaja en el centro.', `${law}, art. 13`),
    row('safety', 'En un papel que otra persona puede encontrar la pondría en peligro: se le lee en el centro.', rules),
    row('proof', 'El dato consta en un documento ya emitido: se corrige con una nota, no se borra.', law),
    row('identity', 'No se verificó la identidad de quien pide.', law),
  ],
  label: ({ words }) => words,
};

/** As it holds on a day; a row that was ended says itself by its name alone. */
export function basisOn(rows: readonly DatedRow<BasisValue>[], code: BasisCode, on: CivilDate) {
  const found = rowOn(rows, code, on);
  if (found === null) return { words: basisLabels[code], norm: 'Por confirmar', isToConfirm: true };
  return { ...found.value, isToConfirm: found.confirmation === 'toConfirm' };
}
