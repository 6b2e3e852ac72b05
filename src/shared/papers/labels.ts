/** Words of the papers domain. */
import type { CopyState, DocumentKind } from './codes.ts';

export const documentKindLabels = {
  filing: 'Escrito',
  'reserved-sheet': 'Anexo reservado',
  referral: 'Ficha de derivación',
  'monthly-report': 'Reporte mensual',
  'register-sheet': 'Hoja para el registro central',
} as const satisfies Record<DocumentKind, string>;

export const copyStateLabels = {
  requested: 'Registrada, sin enviar',
  sent: 'Enviada',
  confirmed: 'Entregada',
  failed: 'No salió',
} as const satisfies Record<CopyState, string>;

export const papersReasons = {
  'reserved-place-in-text':
    'En el texto hay un dato en reserva (domicilio, teléfono, correo o albergue). No se emitió. Quítelo de donde está escrito.',
  'not-printable':
    'Hay un carácter que las letras del programa no pueden imprimir. No se hizo el documento; lo escrito se conserva.',
  'number-taken': 'Otra persona emitió un documento al mismo tiempo. No se emitió nada: vuelva a emitir.',
  'copy-not-delivered': 'No se pudo guardar la copia. Quedó registrada como no entregada.',
  'document-damaged': 'El documento guardado no coincide con su código. Avise a Coordinación.',
} as const;
