/**
 * Code lists of the register form: official labels and codes (data dictionary of the case register, 168 variables).
 * Lists known only by the order of their answers carry the numbers 1..n, 0 for a leading «No» or «Ninguno» (U02).
 */
import type { Option } from '../record/index.ts';

/** The name of the programme (channel 9) is a setting. */
export const intakeChannels = [
  { code: 1, label: 'Persona acude directamente al servicio' },
  { code: 2, label: 'Persona acude al servicio por otro motivo o solicita orientación por otras materias' },
  { code: 3, label: 'Personal de atención detecta e inserta el caso al CEM' },
  { code: 4, label: 'Personal de prevención detecta e inserta el caso al CEM' },
  { code: 5, label: 'Ficha de Notificación de Caso' },
  { code: 6, label: 'Agente comunitario' },
  { code: 7, label: 'Entidad pública (sistema de salud, educativo, servicios sociales)' },
  { code: 8, label: 'Institución privada' },
  { code: 9, label: 'Personal de la Sede Central del Programa Nacional' },
  { code: 10, label: 'Oficio emitido por la UGEL o la DRE' },
  { code: 11, label: 'Ficha de Notificación del Establecimiento de Salud (EE.SS.)' },
  { code: 12, label: 'Ficha de Derivación de la Línea 100' },
  { code: 13, label: 'Unidad del MIMP' },
  { code: 14, label: 'Ficha de Derivación del Chat 100' },
  { code: 15, label: 'Derivado por la PNP' },
  { code: 16, label: 'Derivado por el Ministerio Público' },
  { code: 17, label: 'Derivado por el Poder Judicial' },
  { code: 18, label: 'Derivado por el Servicio de Defensa Pública del MINJUSDH' },
  { code: 19, label: 'Servicio de Atención Urgente (SAU)' },
  { code: 20, label: 'Centro de Atención Institucional (CAI)' },
  { code: 21, label: 'Servicio de Atención Rural (SAR)' },
  { code: 22, label: 'Hogar de Refugio Temporal (HRT)' },
  { code: 23, label: 'Centro Emergencia Mujer (CEM)' },
  { code: 24, label: 'Equipo Itinerante de Urgencia (EIU)' },
] as const satisfies readonly Option[];

export const comesAloneOptions = [
  { code: 0, label: 'No' },
  { code: 1, label: 'Sí' },
  { code: 2, label: 'Ficha aperturada fuera del CEM' },
  { code: 3, label: 'Ficha de condición “Derivado” o “Continuador”' },
] as const satisfies readonly Option[];

export const sexes = [
  { code: 0, label: 'Mujer' },
  { code: 1, label: 'Hombre' },
] as const satisfies readonly Option[];

export const areas = [
  { code: 1, label: 'Urbana' },
  { code: 2, label: 'Rural' },
] as const satisfies readonly Option[];

/** Codes by order, 0 = Ninguno (U02). */
export const awarenessSources = [
  { code: 0, label: 'Ninguno' },
  { code: 1, label: 'Sede Central' },
  { code: 2, label: 'Acciones Preventivas Promocionales' },
  { code: 3, label: 'SAU' },
  { code: 4, label: 'CAI' },
  { code: 5, label: 'SAR' },
  { code: 6, label: 'Línea 100' },
  { code: 7, label: 'Chat 100' },
  { code: 8, label: 'Otro CEM' },
  { code: 9, label: 'PNP' },
  { code: 10, label: 'Ministerio Público' },
  { code: 11, label: 'Poder Judicial' },
  { code: 12, label: 'Otra Institución' },
  { code: 13, label: 'Mesa de trabajo o Red de articulación' },
  { code: 14, label: 'Promotores/as educadores/as' },
  { code: 15, label: 'Facilitadoras/es' },
  { code: 16, label: 'Radio' },
  { code: 17, label: 'Televisión' },
  { code: 18, label: 'Redes sociales / Internet' },
  { code: 19, label: 'Recibo de servicios' },
  { code: 20, label: 'Letreros' },
  { code: 21, label: 'Folletería' },
  { code: 22, label: 'Familiares' },
  { code: 23, label: 'Amistades' },
  { code: 24, label: 'Portal del MIMP' },
  { code: 25, label: 'Universidad / Instituto / Colegio' },
  { code: 26, label: 'Charlas / Ferias / Campañas' },
  { code: 27, label: 'Otro medio' },
] as const satisfies readonly Option[];

export const caseConditions = [
  { code: 1, label: 'Nuevo' },
  { code: 2, label: 'Reingreso' },
  { code: 3, label: 'Reincidente' },
  { code: 4, label: 'Derivado' },
  { code: 5, label: 'Continuador' },
] as const satisfies readonly Option[];

export const motherTongues = [
  { code: 1, label: 'Quechua' },
  { code: 2, label: 'Aimara' },
  { code: 3, label: 'Asháninka' },
  { code: 4, label: 'Awajún / Aguaruna' },
  { code: 5, label: 'Shipibo - Konibo' },
  { code: 6, label: 'Shawi / Chayahuita' },
  { code: 7, label: 'Matsigenka / Machiguenga' },
  { code: 8, label: 'Achuar' },
  { code: 9, label: 'Otra lengua indígena u originaria' },
  { code: 10, label: 'Castellano' },
  { code: 11, label: 'Portugués' },
  { code: 12, label: 'Otra lengua extranjera' },
  { code: 13, label: 'Lengua de señas peruanas' },
  { code: 14, label: 'No escucha/o ni habla/o' },
  { code: 15, label: 'No sabe / no responde' },
] as const satisfies readonly Option[];

export const ethnicities = [
  { code: 1, label: 'Quechua' },
  { code: 2, label: 'Aimara' },
  { code: 3, label: 'Indígena u originario de la Amazonía' },
  { code: 4, label: 'Perteneciente o parte de otro pueblo indígena u originario' },
  { code: 5, label: 'Negro, moreno, zambo, mulato, afrodescendiente o parte del pueblo afroperuano' },
  { code: 6, label: 'Blanco' },
  { code: 7, label: 'Mestizo' },
  { code: 8, label: 'Otro' },
  { code: 9, label: 'No sabe / no responde' },
] as const satisfies readonly Option[];

export const civilStatuses = [
  { code: 1, label: 'Soltero/a' },
  { code: 2, label: 'Casado/a' },
  { code: 3, label: 'Divorciado/a' },
  { code: 4, label: 'Viudo/a' },
] as const satisfies readonly Option[];

export const educationLevels = [
  { code: 1, label: 'Sin nivel' },
  { code: 2, label: 'Inicial' },
  { code: 3, label: 'Primaria Incompleta' },
  { code: 4, label: 'Primaria Completa' },
  { code: 5, label: 'Secundaria Incompleta' },
  { code: 6, label: 'Secundaria Completa' },
  { code: 7, label: 'Superior No Universitaria Incompleta' },
  { code: 8, label: 'Superior No Universitaria Completa' },
  { code: 9, label: 'Superior Universitaria Incompleta' },
  { code: 10, label: 'Superior Universitaria Completa' },
  { code: 11, label: 'Básica Especial' },
  { code: 12, label: 'Maestría / Doctorado' },
] as const satisfies readonly Option[];

export const studyPlaces = [
  { code: 1, label: 'I.E. / Colegio' },
  { code: 2, label: 'Instituto Superior' },
  { code: 3, label: 'Universidad' },
  { code: 4, label: 'Otro' },
] as const satisfies readonly Option[];

export const managementKinds = [
  { code: 1, label: 'Pública' },
  { code: 2, label: 'Privada' },
] as const satisfies readonly Option[];

export const bondGroups = [
  { code: 1, label: 'Con vínculo relacional de pareja' },
  { code: 2, label: 'Con vínculo relacional familiar' },
  { code: 3, label: 'Sin vínculo relacional de pareja ni familiar' },
] as const satisfies readonly Option[];

export const partnerBonds = [
  { code: 1, label: 'Cónyuge' },
  { code: 2, label: 'Ex cónyuge' },
  { code: 3, label: 'Conviviente' },
  { code: 4, label: 'Ex conviviente' },
  { code: 5, label: 'Enamorado/a' },
  { code: 6, label: 'Ex enamorado/a' },
  { code: 7, label: 'Novio/a' },
  { code: 8, label: 'Ex novio/a' },
  { code: 9, label: 'Progenitor/a de su hijo/a (sin convivencia con la pareja)' },
  { code: 10, label: 'Otro tipo de relación sexo-afectiva' },
] as const satisfies readonly Option[];

export const familyBonds = [
  { code: 1, label: 'Padre/Madre' },
  { code: 2, label: 'Padrastro/Madrastra' },
  { code: 3, label: 'Hijo/a' },
  { code: 4, label: 'Hijastro/a' },
  { code: 5, label: 'Abuelo/a' },
  { code: 6, label: 'Hermano/a' },
  { code: 7, label: 'Hermanastro/a' },
  { code: 8, label: 'Nieto/a' },
  { code: 9, label: 'Bisabuelo/a' },
  { code: 10, label: 'Tío/a' },
  { code: 11, label: 'Sobrino/a' },
  { code: 12, label: 'Bisnieto/a' },
  { code: 13, label: 'Tío/a - abuelo/a' },
  { code: 14, label: 'Primo/a' },
  { code: 15, label: 'Sobrino/a – nieto/a' },
  { code: 16, label: 'Suegro/a' },
  { code: 17, label: 'Yerno/Nuera' },
  { code: 18, label: 'Cuñado/a' },
  { code: 19, label: 'Otro familiar' },
] as const satisfies readonly Option[];

export const otherBonds = [
  { code: 1, label: 'Vecino/a' },
  { code: 2, label: 'Concuñado/a' },
  { code: 3, label: 'Docente' },
  { code: 4, label: 'Compañero/a de estudios' },
  { code: 5, label: 'Empleador/a de trabajo' },
  { code: 6, label: 'Compañero/a de trabajo' },
  { code: 7, label: 'Empleado/a de trabajo' },
  { code: 8, label: 'Habita en el mismo hogar (Sin mediar relaciones contractuales o laborales)' },
  { code: 9, label: 'Desconocido/a' },
  { code: 10, label: 'Otro' },
] as const satisfies readonly Option[];

export const livesWithUserOptions = [
  { code: 0, label: 'No' },
  { code: 1, label: 'Sí' },
  { code: 2, label: 'Esporádicamente, va de vez en cuando' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const services = [
  { code: 1, label: 'Psicología' },
  { code: 2, label: 'Social' },
  { code: 3, label: 'Legal' },
] as const satisfies readonly Option[];

export const violenceTypes = [
  { code: 0, label: 'Violencia Económica o Patrimonial' },
  { code: 1, label: 'Violencia Psicológica' },
  { code: 2, label: 'Violencia Física' },
  { code: 3, label: 'Violencia Sexual' },
] as const satisfies readonly Option[];

export const violenceModalities = [
  { code: 0, label: 'Ninguno' },
  { code: 1, label: 'Violencia en los servicios de salud sexual y reproductiva' },
  { code: 2, label: 'Acoso político' },
  { code: 3, label: 'Violencia por orientación sexual' },
  { code: 4, label: 'Violencia contra mujeres migrantes' },
  { code: 5, label: 'Violencia en conflictos sociales' },
  { code: 6, label: 'Violencia en conflicto armado' },
  { code: 7, label: 'Violencia contra mujeres indígenas u originarias' },
  { code: 8, label: 'Violencia contra las mujeres con discapacidad' },
  { code: 9, label: 'Violencia a través de las tecnologías de la información y comunicación' },
  { code: 10, label: 'Violencia en mujeres privadas de libertad' },
  { code: 11, label: 'Violencia contra mujeres afroperuanas' },
  { code: 12, label: 'Violencia contra mujeres con virus de inmunodeficiencia humana' },
  { code: 13, label: 'Acoso a través del proceso judicial' },
  { code: 14, label: 'Desaparición por particulares' },
  { code: 15, label: 'Violencia contra mujeres defensoras de derechos humanos' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const incidentPlaceKinds = [
  { code: 1, label: 'Casa de la persona usuaria' },
  { code: 2, label: 'Casa de la presunta persona agresora' },
  { code: 3, label: 'Casa de ambos' },
  { code: 4, label: 'Casa de un familiar de la persona usuaria' },
  { code: 5, label: 'Centro de labores de la persona usuaria' },
  { code: 6, label: 'Calle – vía pública' },
  { code: 7, label: 'Centro de estudios de la persona usuaria' },
  { code: 8, label: 'Hotel / Hostal' },
  { code: 9, label: 'Centro poblado' },
  { code: 10, label: 'Lugar desolado' },
  { code: 11, label: 'Otro lugar' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const incidentSpheres = [
  { code: 1, label: 'En el ámbito privado' },
  { code: 2, label: 'En el ámbito público' },
  { code: 3, label: 'En el ámbito estatal' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const publicSphereKinds = [
  { code: 1, label: 'En el vecindario' },
  { code: 2, label: 'En el centro de trabajo' },
  { code: 3, label: 'En centros educativos o formativos' },
  { code: 4, label: 'En establecimiento de salud' },
  { code: 5, label: 'En el espacio público / calle' },
  { code: 6, label: 'En espacio político' },
  { code: 7, label: 'En espacio deportivo' },
  { code: 8, label: 'En espacio religioso' },
  { code: 9, label: 'En los medios de comunicación y TIC' },
  { code: 10, label: 'En el contexto rural' },
  { code: 11, label: 'En otro espacio de ámbito público' },
] as const satisfies readonly Option[];

export const frequencies = [
  { code: 1, label: 'Diario' },
  { code: 2, label: 'Semanal' },
  { code: 3, label: 'Quincenal' },
  { code: 4, label: 'Mensual' },
  { code: 5, label: 'Intermitente' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const complaintOffices = [
  { code: 1, label: 'Comisaría' },
  { code: 2, label: 'Fiscalía' },
  { code: 3, label: 'Juzgado' },
] as const satisfies readonly Option[];

export const states = [
  { code: 1, label: 'Sobrio/a' },
  { code: 2, label: 'Efectos de alcohol' },
  { code: 3, label: 'Efectos de drogas' },
  { code: 4, label: 'Ambos (efectos de alcohol y drogas)' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const disappearanceUnits = [
  { code: 1, label: 'Comisaría' },
  { code: 2, label: 'DEPINCRI' },
  { code: 3, label: 'DIVIBPD o la que haga sus veces' },
  { code: 4, label: 'Dependencias autorizadas mediante disposición interna emitida por la Comandancia General' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const disappearanceEnds = [
  { code: 1, label: 'Huyó' },
  { code: 2, label: 'Fue rescatada/o' },
  { code: 3, label: 'Otro' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const likelihoods = [
  { code: 1, label: 'Probabilidad baja' },
  { code: 2, label: 'Probabilidad alta' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const impacts = [
  { code: 1, label: 'Impacto bajo' },
  { code: 2, label: 'Impacto alto' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const timeframes = [
  { code: 1, label: 'Corto plazo' },
  { code: 2, label: 'Largo plazo' },
] as const satisfies readonly Option[];

export const valuationLevels = [
  { code: 1, label: 'Riesgo Leve' },
  { code: 2, label: 'Riesgo Moderado' },
  { code: 3, label: 'Riesgo Severo' },
] as const satisfies readonly Option[];

export const aggressorSituations = [
  { code: 1, label: 'Detenido' },
  { code: 2, label: 'Libre (en investigación)' },
  { code: 3, label: 'Fue asesinado' },
  { code: 4, label: 'Prófugo' },
  { code: 5, label: 'Se suicidó' },
  { code: 6, label: 'Otra situación' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const accompanimentReferrals = [
  { code: 0, label: 'No se deriva el caso a ningún servicio de Acompañamiento' },
  { code: 1, label: 'Acompañamiento básico' },
  { code: 2, label: 'Acompañamiento especializado' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const sexualOrientations = [
  { code: 1, label: 'Heterosexual' },
  { code: 2, label: 'Lesbiana' },
  { code: 3, label: 'Gay' },
  { code: 4, label: 'Bisexual' },
  { code: 5, label: 'Pansexual' },
  { code: 6, label: 'Asexual' },
  { code: 7, label: 'Otro' },
] as const satisfies readonly Option[];

/** Codes by order, 0 = Ninguno (U02). */
export const genderIdentities = [
  { code: 0, label: 'Ninguno' },
  { code: 1, label: 'Cisgénero' },
  { code: 2, label: 'Mujer trans' },
  { code: 3, label: 'Hombre trans' },
  { code: 4, label: 'Género no binario' },
  { code: 5, label: 'Transexual' },
  { code: 6, label: 'Travesti' },
  { code: 7, label: 'Otro' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const intersexOptions = [
  { code: 0, label: 'No intersexual' },
  { code: 1, label: 'Intersexual' },
] as const satisfies readonly Option[];
