/** What each action of the audit is called on screen. */
export const actionLabels = {
  'alert.acknowledged': 'Atendió un aviso',
  'alert.listed': 'Leyó los avisos de sus casos',
  'alert.read': 'Leyó los avisos de un caso',
  'arrival.closed': 'Cerró una llegada',
  'arrival.opened': 'Registró una llegada',
  'audit.ownRead': 'Leyó su propia bitácora',
  'audit.read': 'Leyó la bitácora',
  'audit.segmentStarted': 'Inició la bitácora',
  'audit.verified': 'Revisó el registro completo',
  'backup.folderChosen': 'Eligió la carpeta de las copias',
  'backup.made': 'Hizo una copia verificada',
  'backup.restored': 'Recuperó el registro desde una copia',
  'case.conditionProposed': 'Consultó la condición de un caso',
  'case.handedOver': 'Derivó un caso a un servicio',
  'case.listed': 'Listó casos',
  'case.opened': 'Abrió un caso nuevo',
  'case.personSettled': 'Resolvió la identidad de una persona',
  'case.read': 'Leyó un caso',
  'case.readSectionA': 'Leyó la Sección A',
  'case.readSectionB': 'Leyó la Sección B',
  'case.sectionASaved': 'Guardó la Sección A',
  'case.sectionBSaved': 'Guardó la Sección B',
  'case.validated': 'Validó un caso',
  'centre.changed': 'Cambió los datos del centro',
  'centre.founded': 'Creó el registro del centro',
  'consent.read': 'Leyó los consentimientos',
  'consent.recorded': 'Registró un consentimiento',
  'document.copyReleased': 'Entregó una copia de un documento',
  'document.listed': 'Listó los documentos de un caso',
  'document.viewed': 'Leyó un documento',
  'draft.discarded': 'Descartó un borrador',
  'draft.opened': 'Abrió un borrador',
  'filing.issued': 'Emitió un escrito',
  'filing.previewed': 'Leyó el borrador de un escrito',
  'filing.started': 'Empezó un escrito',
  'person.searched': 'Buscó una persona',
  'proposal.declined': 'No aprobó una propuesta',
  'proposal.listed': 'Listó las propuestas',
  'recovery.asked': 'Consultó los grupos de la clave de recuperación',
  'recovery.confirmed': 'Confirmó la clave de recuperación',
  'recovery.sheetPrinted': 'Preparó la hoja de la clave de recuperación',
  'referral.issued': 'Emitió una derivación',
  'referral.previewed': 'Leyó el borrador de una derivación',
  'referral.started': 'Empezó una derivación',
  'report.closingProposed': 'Propuso cerrar un mes',
  'report.exported': 'Exportó el reporte de un mes cerrado',
  'report.listed': 'Listó los meses',
  'report.monthClosed': 'Aprobó y cerró un mes',
  'report.previewed': 'Leyó el borrador del reporte de un mes',
  'report.qualityRead': 'Leyó la calidad de datos de un mes',
  'risk.assessed': 'Guardó la ficha de riesgo de pareja',
  'risk.read': 'Leyó la ficha de riesgo de pareja',
  'session.lock': 'Cerró su sesión',
  'session.start': 'Entró al registro',
  'staff.changeApproved': 'Aprobó un cambio de personal',
  'staff.changeProposed': 'Propuso un cambio de personal',
  'staff.created': 'Registró a una persona del personal',
  'staff.disabled': 'Deshabilitó a una persona del personal',
  'staff.listed': 'Listó el personal',
  'staff.passphraseChanged': 'Cambió su contraseña',
} as const satisfies Record<string, string>;

const settled = '.settled';

/** Words of an action, with those that say how a delivery ended; «Otra acción» for one without words. */
export function actionWords(action: string): string {
  const isSettled = action.endsWith(settled);
  const name = isSettled ? action.slice(0, -settled.length) : action;
  if (!Object.hasOwn(actionLabels, name)) return 'Otra acción';
  const words = actionLabels[name as keyof typeof actionLabels];
  return isSettled ? `${words}: resultado` : words;
}
