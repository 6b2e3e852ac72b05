/** Words of the intake domain that are not official labels (es-PE). */

/** What each reason of an expected failure says. */
export const intakeReasons = {
  'arrival-closed': 'Con esta llegada no se puede abrir una ficha. Consulte con Coordinación.',
  'same-person': 'La persona usuaria y la presunta persona agresora no pueden ser la misma.',
  'nothing-to-settle': 'Esta ficha no tiene ninguna identidad por resolver.',
  'case-closed': 'La ficha está cerrada: solo lectura.',
  'draft-unseen': 'Ya tenía otro borrador de esto: ciérrelo y ábralo otra vez para verlo.',
  'change-needs-reason': 'El caso ya fue validado: elija el motivo del cambio.',
  'section-rules': 'Revise los datos marcados.',
  'condition-undecided': 'Faltan datos para proponer la condición. Respóndalos o elija una condición con su motivo.',
  'condition-undecidable': 'Faltan datos para proponer la condición del caso. Complételos y vuelva a intentar.',
  'condition-needs-reason': 'La condición confirmada no es la propuesta. Elija un motivo.',
  'section-b-whose':
    'La Sección B la registra quien atiende: Psicología, Trabajo social, Servicio legal o Coordinación.',
  'section-b-there': 'La ficha ya tiene su Sección B. Corríjala en el programa.',
  'section-incomplete': 'Faltan respuestas obligatorias. Complételas para validar el caso.',
  'person-unsettled':
    'La validación espera que se diga si es la misma persona. En «¿Es la misma persona?» está quién puede decirlo.',
  'settle-needs-coordination':
    'Esa persona está en una ficha cerrada para usted: quién es lo dice quien puede abrirla. En «Validar» está a quién se pidió.',
  'account-locked': 'El relato está bloqueado. Agregue una ampliación con lo nuevo.',
  'account-emptied': 'El relato ya está registrado y no se puede borrar. Corríjalo, o vuelva a escribirlo.',
  'account-quoted-from': 'El hecho y el relato son de la ficha enlazada. Cámbielos allí, o agregue una ampliación.',
  'no-account': 'Todavía no hay relato: escríbalo en la Sección B.',
  'ficha-number-taken': 'Ese número oficial ya es de otra ficha. Revise el número.',
  'ficha-number-set': 'El número oficial ya está registrado. Corríjalo en «Registro central», con su motivo.',
  'paper-unknown': 'No se imprimió ninguna ficha en blanco con ese número.',
  'paper-voided': 'Ese formulario figura como anulado. Revise el número con Coordinación.',
  'paper-used': 'Ese formulario en papel ya se registró en otra ficha. Revise el número.',
  'participant-known': 'Esta persona ya tiene esa participación en la ficha.',
  'participant-is-user': 'Es la persona usuaria de esta ficha: no se agrega otra vez.',
  'same-victim': 'Es la persona usuaria de esta ficha. Busque a la otra víctima.',
  'same-aggressor':
    'Esa persona ya figura como presunta agresora en una ficha de este hecho. Busque a la otra persona agresora.',
  'annul-needs-second': 'El caso ya fue validado: su anulación necesita la aprobación de otra persona profesional.',
  'annul-handed-over': 'La ficha ya pasó a otro servicio: la anula quien la atiende o Coordinación. Avíseles por qué.',
  'annul-needs-one': 'La ficha todavía no fue validada: puede anularla sin aprobación.',
  'annulment-proposed': 'Ya se propuso anular esta ficha. Espera la decisión en «Aprobaciones».',
  'same-ficha': 'Es la misma ficha. Escriba el número de la otra.',
  'nothing-to-move': 'Esa sección no tiene respuestas guardadas.',
  'section-filled': 'La otra ficha ya tiene respuestas en esa sección. No se mezclan: corríjalas allí a mano.',
  'move-validated':
    'Un caso validado no puede perder ni recibir la Sección B. Si la ficha entera es de otra persona, anúlela.',
  'move-in-paper':
    'Un documento ya emitido en esta ficha puede citar este dato, y lo emitido no se borra. Consulte con Coordinación.',
  'event-shared': 'Otra ficha del mismo hecho cita el relato: no puede moverse.',
  'ficha-not-own': 'No existe una ficha con ese número o no la abrió usted.',
  'correction-decided': 'Esa corrección ya se decidió.',
  'case-not-draft': 'El caso ya fue validado.',
  'case-not-validated': 'El caso todavía no se validó: confirme su condición al validarlo.',
  'not-alike': 'Quienes se parecen ya no son los mismos. Vuelva a abrir la página.',
  'link-needs-reason': 'El programa no propuso a esa persona: elija por qué es la misma.',
  'link-contradicts':
    'El documento, la edad, el sexo, el nombre o el papel en la ficha no son los de esa persona. Nada cambió. Vuelva a elegirla, lea en qué difieren y confirme solo si está segura.',
  'unlink-validated':
    'El caso ya fue validado: Coordinación separa los dos registros en «Uniones de personas». Nada cambió.',
  'relink-validated':
    'El caso ya fue validado con esa persona. Cambiarla lo propone Coordinación (separar o unir los registros, en «Uniones de personas») y lo aprueba otra persona. Nada cambió.',
  'nothing-to-unlink': 'Esa persona de la ficha no está vinculada con otra del registro. Vuelva a abrir la página.',
  'link-other-role': 'Es la otra persona de esta ficha. Revise a quién eligió.',
  'nobody-to-rule-out': 'No hay a quién descartar: nadie del registro se parece.',
} as const satisfies Readonly<Record<string, string>>;
