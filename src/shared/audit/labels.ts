/** Words of the audit domain on screen. */
export const auditReasons = {
  'record-seal': 'Este registro no coincide con su sello. No se muestra su contenido; avise a Coordinación.',
  'start-key': 'La clave inicial de la bitácora tiene 64 letras y números. Revise el papel.',
} as const;

const kindWords: Readonly<Record<string, string>> = {
  staff_member: 'Personal',
  centre: 'Datos del centro',
  proposal: 'Propuesta',
  arrival: 'Llegada',
  alert: 'Aviso',
  queue_entry: 'Llegada registrada',
  queue_wait: 'Espera',
  expected_visit: 'Cita',
  staff_presence: 'Disponibilidad',
  person_inquiry: 'Consulta por otra persona',
  institution: 'Institución del directorio',
  institution_call: 'Llamada de una institución',
  person: 'Persona',
  person_extra: 'Más datos de una persona',
  case_file: 'Caso',
  case_pair: 'Persona usuaria y presunta agresora',
  incident: 'Hecho',
  incident_account: 'Relato',
  account_supplement: 'Ampliación del relato',
  account_quote: 'Cita del relato',
  case_grant: 'Acceso a un caso',
  case_participant: 'Participación en un caso',
  conflict_declaration: 'Declaración de vínculo',
  conflict_dismissal: 'Conflicto descartado',
  section_a: 'Sección A',
  section_b: 'Sección B',
  section_c: 'Sección C',
  section_d: 'Sección D',
  section_e: 'Sección E',
  section_f: 'Secciones F a H',
  appraisal: 'Apreciación profesional',
  change_set: 'Cambio de datos',
  partner_risk_form: 'Ficha de riesgo de pareja',
  consent: 'Consentimiento',
  attention: 'Atención',
  follow_up_action: 'Acción de seguimiento',
  interview: 'Entrevista',
  interview_part: 'Parte de una entrevista',
  issued_document: 'Documento',
  document_copy: 'Copia de documento',
  filing: 'Escrito',
  referral: 'Derivación',
  central_registration: 'Registro central',
  blank_paper: 'Formulario en blanco',
  frozen_report: 'Reporte mensual',
  list_import: 'Lista importada',
};

/** What a kind of record is called; «Registro» for one without words. */
export function recordKindWords(kind: string): string {
  return kindWords[kind] ?? 'Registro';
}
