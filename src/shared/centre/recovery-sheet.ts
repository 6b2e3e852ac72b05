/** The sheet with the recovery key: two copies, two sealed envelopes, one of them outside the centre. */
import type { Paper } from '../papers/blocks.ts';
import { bold, heading, paragraph, type SheetHead, sheetHead, signatures, steps } from '../papers/text.ts';
import { leavingName } from '../platform/file-names.ts';
import { formatLongDate } from '../platform/typed-date.ts';
import type { CivilDate } from '../platform/dates.ts';

/** Also the window's, where the host hands the bytes back. */
export const recoverySheetName = leavingName(['clave de recuperación'], 'pdf');

export function recoverySheet(
  centre: SheetHead,
  /** Start key and fingerprint of the signing key stand on the sheet of the founding; null on one made later. */
  keys: {
    readonly groups: readonly string[];
    readonly auditStartKey: string | null;
    readonly fingerprint: string | null;
  },
  today: CivilDate,
): Paper {
  const rows = Array.from({ length: 7 }, (_, row) => [row, row + 7]).map((pair) =>
    pair.flatMap((index) => [String(index + 1), keys.groups[index] ?? '']),
  );
  return {
    title: 'Clave de recuperación del registro',
    ...sheetHead(centre),
    blocks: [
      heading(1, 'CLAVE DE RECUPERACIÓN DEL REGISTRO'),
      paragraph(
        `Hecha el ${formatLongDate(today)}. Con esta hoja y una copia de la carpeta de datos se abre el registro del centro. Quien la tenga puede leerlo todo: no la fotografíe, no la envíe por correo y no la guarde junto a la computadora.`,
      ),
      { kind: 'table', head: ['N.º', 'Grupo', 'N.º', 'Grupo'], rows, widths: [40, '*', 40, '*'] },
      steps(
        'Guarde dos hojas en dos sobres cerrados y numerados, uno de ellos fuera del centro.',
        'Pruebe la clave una vez al año con el ensayo de recuperación.',
        'Si alguien ajeno vio esta hoja, cambie la clave ese mismo día.',
      ),
      ...(keys.auditStartKey === null ? [] : startKeyBlocks(keys.auditStartKey)),
      ...(keys.fingerprint === null ? [] : fingerprintBlocks(keys.fingerprint)),
      signatures(['Coordinación', 'Nombre, firma y fecha'], ['Persona testigo', 'Nombre, firma y fecha']),
    ],
  };
}

function fingerprintBlocks(fingerprint: string): Paper['blocks'] {
  return [
    heading(2, 'Huella de la clave con que el centro firma sus reportes'),
    paragraph(
      'No es secreta. Quien recibe un reporte la compara con la que lleva al pie: si no es esta, no es de este centro.',
    ),
    paragraph([bold(fingerprint)], 'center'),
  ];
}

function startKeyBlocks(startKey: string): Paper['blocks'] {
  return [
    heading(2, 'Clave inicial de la bitácora'),
    paragraph('La usa quien audita para comprobar que la bitácora no fue reescrita. No abre el registro.'),
    paragraph([bold((startKey.match(/.{1,8}/g) ?? []).join(' '))], 'center'),
  ];
}
