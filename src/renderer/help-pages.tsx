/** Which page of the manual tells of which screen. A test fails for a screen without one. */
import { useStatus } from './access/index.ts';
import { useIsCounterpart } from './counterparts/index.ts';
import { under } from '../shared/platform/codes-of.ts';
import { Help, type Place } from './platform/help/index.ts';

/** What stands before the screens. */
export type Door = 'sign-in' | 'moved' | 'first-run' | 'recover' | 'take-over' | 'must-change';

const doors: Readonly<Record<Door, string>> = {
  'sign-in': 'entrar-y-bloquear',
  moved: 'se-dano.md#si-la-computadora-dañada-vuelve',
  'first-run': 'primera-vez-y-clave-de-recuperación',
  recover: 'olvidamos.md',
  'take-over': 'se-dano.md#esta-computadora-guardará-el-registro',
  'must-change': 'entrar-y-bloquear',
};

/** By the path of a screen: a file of docs/manual, or a chapter of docs/manual.md; after `#` where in the file. */
export const pages: Readonly<Record<string, string>> = {
  '/': 'mi-dia.md',
  '/casos': 'dónde-está-cada-cosa',
  '/casos/$caseId': 'ficha.md',
  '/llegada': 'llegadas.md#registrar-una-llegada-altn',
  '/llegada/datos': 'llegadas.md#registrar-una-llegada-altn',
  '/llegada/ficha': 'llegada-y-búsqueda',
  '/llegadas': 'llegadas.md#la-orden-de-llegada',
  '/llegadas/$arrivalId': 'llegadas.md#registrar-una-llegada-altn',
  '/llegadas/$arrivalId/ficha': 'llegada-y-búsqueda',
  '/cerrar-dia': 'llegadas.md#cerrar-el-día',
  '/puesta-en-marcha': 'primera-vez-y-clave-de-recuperación',
  '/citas': 'llegadas.md#citas',
  '/llamadas': 'llamadas.md',
  '/semana': 'llegadas.md#la-semana',
  '/consulta-por-persona': 'llegadas.md#preguntan-por-otra-persona',
  '/instituciones': 'llegadas.md#llama-una-institución',
  '/espera': 'llegadas.md#espera-coordinación',
  '/buscar': 'busqueda.md',
  '/buscar/acceso-excepcional': 'reserva.md#acceso-excepcional',
  '/accesos-excepcionales': 'reserva.md#revisar-los-accesos-excepcionales',
  '/casos/$caseId/seccion-a': 'sección-a-y-sección-b',
  '/casos/$caseId/seccion-b': 'sección-a-y-sección-b',
  '/casos/$caseId/seccion-c': 'secciones.md#sección-c-social',
  '/casos/$caseId/seccion-d': 'secciones.md#sección-d-legal',
  '/casos/$caseId/seccion-e': 'secciones.md#sección-e-plan-de-atención',
  '/casos/$caseId/seccion-f': 'secciones.md#secciones-f-a-h-resumen-del-seguimiento',
  '/casos/$caseId/riesgo': 'riesgo.md',
  '/casos/$caseId/quien-abrio': 'copia-de-sus-datos.md#quién-abrió-este-caso',
  '/casos/$caseId/sus-datos': 'copia-de-sus-datos.md',
  '/casos/$caseId/plan': 'plan-de-atencion.md',
  '/casos/$caseId/plan-de-seguridad': 'plan-de-seguridad.md',
  '/casos/$caseId/insercion': 'insercion.md',
  '/casos/$caseId/mapa-corporal': 'mapa-corporal.md',
  '/casos/$caseId/cierre': 'cerrar-la-ficha.md',
  '/casos/$caseId/validar': 'validar-el-caso',
  '/casos/$caseId/historial': 'secciones.md#cambiar-una-respuesta-de-un-caso-validado',
  '/casos/$caseId/relato': 'atenciones.md#un-solo-relato',
  '/casos/$caseId/entrevistas': 'atenciones.md#entrevistas',
  '/casos/$caseId/atenciones': 'atenciones.md#atenciones',
  '/casos/$caseId/personas': 'personas.md',
  '/casos/$caseId/personas/$personId': 'personas.md#los-datos-de-una-persona',
  '/casos/$caseId/otra-victima': 'corregir.md#también-es-víctima',
  '/casos/$caseId/otra-persona-agresora': 'corregir.md#otra-persona-agresora',
  '/casos/$caseId/corregir': 'corregir.md',
  '/correcciones': 'corregir.md#pedir-una-corrección',
  '/casos/$caseId/antecedentes': 'condicion.md#fichas-y-hechos-anteriores',
  '/casos/$caseId/persona-agresora': 'condicion.md#la-presunta-persona-agresora-en-otras-fichas-coordinación',
  '/hechos-repetidos/parejas': 'condicion.md#hechos-que-se-repiten-coordinación',
  '/hechos-repetidos/personas-denunciadas': 'condicion.md#hechos-que-se-repiten-coordinación',
  '/hechos-repetidos/mujeres': 'condicion.md#hechos-que-se-repiten-coordinación',
  '/casos/$caseId/reserva': 'reserva.md#reservar-una-ficha',
  '/personas/uniones': 'personas.md#unir-dos-registros-de-una-persona-coordinación',
  '/personas/unir/$personId': 'personas.md#unir-dos-registros-de-una-persona-coordinación',
  '/personas/unir/$personId/$otherId': 'personas.md#unir-dos-registros-de-una-persona-coordinación',
  '/aprobaciones/union/$proposalId': 'personas.md#unir-dos-registros-de-una-persona-coordinación',
  '/casos/$caseId/proceso': 'proceso.md',
  '/plazos': 'plazos.md',
  '/casos/$caseId/documentos': 'documentos',
  '/casos/$caseId/documentos/medidas': 'escritos.md',
  '/casos/$caseId/documentos/escritos': 'escritos.md',
  '/casos/$caseId/documentos/escrito/$kind': 'escritos.md',
  '/casos/$caseId/documentos/escrito/$kind/acto/$eventId': 'escritos.md',
  '/casos/$caseId/documentos/ver/$documentId': 'imprimir.md',
  '/casos/$caseId/documentos/emitido/$documentId': 'imprimir.md',
  '/casos/$caseId/presentar': 'presentar.md',
  '/casos/$caseId/presentar/$filingId': 'presentar.md',
  '/cargos': 'presentar.md',
  '/casos/$caseId/derivaciones': 'derivaciones.md',
  '/casos/$caseId/entregar/$side': 'contrapartes.md#entregar',
  '/casos/$caseId/derivar-urgente': 'derivaciones.md#con-urgencia',
  '/casos/$caseId/derivar-varias': 'derivaciones.md#varias-a-la-vez',
  '/casos/$caseId/derivar/$kind': 'derivaciones.md#hacer-una',
  '/derivaciones': 'derivaciones.md#la-respuesta',
  '/casos/$caseId/actas-de-recepcion': 'actas-de-recepcion.md',
  '/casos/$caseId/archivos': 'archivos.md',
  '/casos/$caseId/archivos/$attachmentId': 'archivos.md',
  '/registro-central': 'registro-central.md#lo-que-falta-digitar',
  '/casos/$caseId/registro-central': 'registro-central.md#la-hoja-copiar-respuesta-por-respuesta',
  '/papeles-en-blanco': 'registro-central.md#papeles-en-blanco',
  '/registro-de-impresiones': 'imprimir.md',
  '/verificar': 'verificar.md',
  '/directorio': 'directorio.md',
  '/prevencion': 'prevencion.md',
  '/reporte': 'cerrar-el-mes.md',
  '/reporte/$month': 'cerrar-el-mes.md',
  '/aprobaciones/cierre/$proposalId': 'cerrar-el-mes.md#aprobar-un-cierre',
  '/monitoreo': 'monitoreo.md',
  '/serie-anual': 'monitoreo.md#serie-anual',
  '/tablas': 'leer-el-reporte.md',
  '/tablas/$period': 'leer-el-reporte.md',
  '/tablas/$period/$table': 'leer-el-reporte.md',
  '/aprobaciones': 'personal-y-aprobaciones',
  '/personal': 'personal-y-aprobaciones',
  '/personal/nuevo': 'personal-y-aprobaciones',
  '/personal/reemplazo': 'personal.md#vacaciones-licencia-salida-reemplazo',
  '/personal/encargatura': 'personal.md#encargatura-de-coordinación',
  '/personal/$staffId': 'personal-y-aprobaciones',
  '/conflictos': 'vinculos.md#revisar-coordinación',
  '/importar': 'importar.md',
  '/importar/$importId': 'importar.md',
  '/auditoria': 'bitácora',
  '/auditoria/solo-lectura': 'solo-lectura.md',
  '/ajustes': 'dónde-está-cada-cosa',
  '/ajustes/contrasena': 'pausa.md',
  '/ajustes/vinculos': 'vinculos.md#declarar-todo-el-personal',
  '/ajustes/copias': 'copias.md',
  '/ajustes/computadoras': 'computadoras.md',
  '/ajustes/llave': 'personal.md#cambiar-la-llave-del-archivo',
  '/ajustes/datos': 'datos-personales.md',
  '/ajustes/tablas': 'tablas.md',
  '/ajustes/tablas/$tableId': 'tablas.md',
  '/ajustes/tablas/$tableId/$rowId': 'tablas.md',
  '/ajustes/acerca': 'actualizar.md',
};

type Props = {
  readonly screen: Door | (string & {});
  /** Asked for by name. */
  readonly place?: Place | undefined;
  readonly onClose: () => void;
};

/** Help of a screen by the path it was declared with, or of a door. */
export function ScreenHelp({ screen, place, onClose }: Props) {
  const isOfOthers = useIsCounterpart();
  const isMoved = useStatus().status?.blocked === 'keeper-moved';
  // Nobody signs in at a computer that keeps the record no more: its page says what to do in place of it.
  const shown = isMoved && screen === 'sign-in' ? 'moved' : screen;
  return <Help place={place ?? placeOfScreen(shown, isOfOthers)} onClose={onClose} />;
}

/** Null where the manual has no page of it: the list of pages is shown. */
export function placeOfScreen(screen: string, isCounterpart = false): Place | null {
  // Of another institution: its one screen is no «Mi día» of the centre.
  if (isCounterpart && screen === '/') return { page: 'contrapartes.md', anchor: 'con-la-cuenta-de-una-contraparte' };
  const place = under<string>(doors, screen) ?? pages[screen];
  if (place === undefined) return null;
  const [page = '', anchor = null] = place.split('#');
  return { page, anchor };
}
