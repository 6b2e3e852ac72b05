/** What is in the copy of one person's data and what is withheld: a declared list, printed on its cover (decision 0091). */
import type { Action } from '../access/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import type { BasisCode } from '../privacy/index.ts';

/** Parts of the copy in their order, each with the row of the permission table that lets its reader have it. */
export const copyParts = {
  identity: { title: 'Quién es', may: 'person.readIdentity' },
  contact: { title: 'Cómo ubicarla', may: 'person.readIdentity' },
  answers: { title: 'Lo que respondió en la ficha', may: 'registerForm.readA' },
  account: { title: 'Lo que contó', may: 'account.read' },
  attentions: { title: 'Entrevistas y atenciones', may: 'attention.read' },
  calls: { title: 'Llamadas que se le hicieron', may: 'call.read' },
  injuries: { title: 'Lo que se anotó de su cuerpo', may: 'injury.read' },
  reintegration: { title: 'Inserción, reintegración y visitas', may: 'reintegration.read' },
  valuations: { title: 'Valoraciones del riesgo', may: 'risk.read' },
  plan: { title: 'Plan de atención', may: 'plan.read' },
  referrals: { title: 'Derivaciones', may: 'referral.record' },
  measures: { title: 'Medidas y audiencias', may: 'legalFile.read' },
  papers: { title: 'Documentos emitidos', may: 'document.list' },
  files: { title: 'Archivos guardados', may: 'attachment.read' },
  consents: { title: 'Lo que aceptó o no aceptó', may: 'consent.read' },
  opened: { title: 'Quién abrió su registro', may: 'audit.readCaseAccess' },
} as const satisfies Record<string, { readonly title: string; readonly may: Action }>;
export type CopyPart = keyof typeof copyParts;
export const copyPartCodes = codesOf(copyParts);

/** What stays out, each with the row of the table of reasons. */
export const withheldParts = {
  passages: { title: 'Frases que nombran a otra persona', basis: 'third' },
  aggressor: { title: 'Datos de la persona denunciada, salvo lo que usted contó', basis: 'third' },
  informant: { title: 'Quien informó y testigos', basis: 'informant' },
  children: { title: 'Datos de niñas, niños y adolescentes', basis: 'child' },
  others: { title: 'Datos de familiares y otras personas, y sus teléfonos', basis: 'third' },
  network: { title: 'Nombres de su red de apoyo, escritos por el centro', basis: 'third' },
  shelters: { title: 'Lugares de acogida', basis: 'shelter' },
  unsafe: {
    title: 'Sus teléfonos y su correo que no son seguros, y las frases que los llevan: se le leen en el centro',
    basis: 'safety',
  },
  address: { title: 'Su domicilio, en reserva: se le lee en el centro', basis: 'safety' },
  safety: { title: 'Su plan de seguridad: se relee con usted', basis: 'safety' },
  notes: { title: 'Notas de entrevista y apreciaciones de los servicios', basis: 'notes' },
  defence: { title: 'Preparación de su defensa', basis: 'defence' },
  staff: { title: 'Nombres y datos del personal (van por función)', basis: 'staff' },
} as const satisfies Record<string, { readonly title: string; readonly basis: BasisCode }>;
export type WithheldPart = keyof typeof withheldParts;
export const withheldPartCodes = codesOf(withheldParts);

/** Why a sentence that names somebody else stands all the same. */
export const releaseReasonLabels = {
  told: 'Lo contó ella: ya lo sabe',
  agreed: 'Esa persona aceptó por escrito',
  nobody: 'No nombra a esa persona: es otra palabra',
  public: 'Es una autoridad o institución',
} as const;
export type ReleaseReason = keyof typeof releaseReasonLabels;

export const findingLabels = {
  name: 'nombra',
  maybe: 'parece nombrar a alguien que no está en la ficha',
  start: 'empieza con una palabra que puede ser el nombre de alguien: decida',
  number: 'un número de documento o teléfono que no es de ella',
  mail: 'un correo que no es de ella',
  place: 'una dirección',
  datum: 'un dato de otra persona: no puede salir',
  unsafe: 'un dato de ella que por seguridad no se imprime',
  school: 'el centro de estudios de una niña o niño: no puede salir',
} as const;
export type FindingKind = keyof typeof findingLabels;

/** Template of the copy: it is made anew from what holds today. */
export { ownCopyTemplate } from '../papers/index.ts';

export const subjectReasons = {
  'own-copy-other-right': 'Esa solicitud no pide acceso: no hay copia que entregar.',
  'own-copy-passage-gone': 'Esa frase ya cambió en la ficha. Revise otra vez lo que se reserva.',
  'own-copy-passage-closed': 'Esa frase lleva un dato de otra persona que nunca sale: no se puede soltar.',
  'own-copy-undecided':
    'Hay frases por decidir: el programa no sabe si nombran a alguien. Diga de cada una si se reserva o se deja.',
  'own-copy-asked-already': 'Esa copia ya espera la aprobación de otra persona.',
  'own-copy-not-approved': 'Otra persona tiene que aprobar esta copia antes. La aprobación sirve un día.',
  'own-copy-changed': 'La ficha o lo que se reserva cambió desde que se aprobó. Pida la aprobación otra vez.',
} as const;
