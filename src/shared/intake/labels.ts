/** Words of the intake domain that are not official labels (es-PE). */

/** What each reason of an expected failure says. */
export const intakeReasons = {
  'arrival-closed': 'La llegada ya se cerró. Registre otra.',
  'same-person': 'La persona usuaria y la presunta persona agresora no pueden ser la misma.',
  'nothing-to-settle': 'Esta ficha no tiene ninguna identidad por resolver.',
  'case-closed': 'La ficha está cerrada: solo lectura.',
  'change-needs-reason': 'El caso ya fue validado: elija el motivo del cambio.',
  'section-rules': 'Revise los datos marcados.',
  'condition-undecided': 'Faltan datos para proponer la condición. Respóndalos o elija una condición con su motivo.',
  'condition-undecidable': 'Faltan datos para proponer la condición del caso. Complételos y vuelva a intentar.',
  'condition-needs-reason': 'La condición confirmada no es la propuesta. Elija un motivo.',
  'section-incomplete': 'Faltan respuestas obligatorias. Complételas para validar el caso.',
  'person-unsettled': 'Confirme primero si es la misma persona.',
  'account-locked': 'El relato está bloqueado. Agregue una ampliación con lo nuevo.',
  'account-quoted-from': 'El hecho y el relato son de la ficha enlazada. Cámbielos allí, o agregue una ampliación.',
  'no-account': 'Todavía no hay relato: escríbalo en la Sección B.',
  'ficha-number-taken': 'Ese número oficial ya es de otra ficha. Revise el número.',
  'ficha-number-set': 'El número oficial ya está registrado. Corríjalo en «Registro central», con su motivo.',
  'paper-unknown': 'No se imprimió ninguna ficha en blanco con ese número.',
  'paper-voided': 'Ese formulario figura como anulado. Revise el número con Coordinación.',
  'paper-used': 'Ese formulario en papel ya se registró en otra ficha. Revise el número.',
  'participant-known': 'Esta persona ya tiene esa participación en la ficha.',
  'participant-is-user': 'Es la persona usuaria de esta ficha: no se agrega otra vez.',
  'case-not-draft': 'El caso ya fue validado.',
} as const satisfies Readonly<Record<string, string>>;
