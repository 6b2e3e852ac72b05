/** The 63 acts of violence of Section B.2: official variables and labels, by main type. */
import type { Tick } from '../record/index.ts';

export const economicActs = {
  possessionDisturbed: { variable: 'PERTURBACION_POSESION', label: 'Perturbación de la posesión' },
  assetsImpaired: {
    variable: 'MENOSCABO_TENENCIA_BIENES',
    label: 'Menoscabo de la tenencia o propiedad de sus bienes',
  },
  propertyLost: {
    variable: 'PERDIDA_DERECHOS_PATRIMONIALES',
    label: 'Pérdida de instrumento de trabajo, documentos personales, bienes y derechos patrimoniales',
  },
  resourcesLimited: {
    variable: 'LIMITACION_RECURSOS_ECONOMICOS',
    label: 'Limitación de los recursos económicos destinados a satisfacer sus necesidades',
  },
  essentialsDenied: {
    variable: 'PRIVACION_MEDIOS_INDISPENSABLES',
    label: 'Privación de los medios indispensables para vivir una vida digna',
  },
  foodDutyEvaded: {
    variable: 'INCUMPLIMIENTO_OBLIGACION_ALIMENTARIA',
    label: 'Evasión del cumplimiento de sus obligaciones alimentarias',
  },
  incomeControlled: { variable: 'CONTROL_DE_INGRESOS', label: 'Limitación o control de sus ingresos' },
  lowerPay: {
    variable: 'PERCEPCION_SALARIO_MENOR',
    label: 'Percepción de un salario menor por igual tarea dentro de un mismo lugar de trabajo',
  },
  careerForbidden: {
    variable: 'PROHIBIR_DES_LABORAL',
    label: 'Prohibir, limitar o condicionar el desarrollo profesional o laboral',
  },
  incomeTaken: { variable: 'SUSTRAER_INGRESOS', label: 'Sustraer los ingresos' },
  resourcesFractioned: {
    variable: 'FRACCION_RECURSOS_NEC',
    label: 'Proveer en forma diminuta o fraccionada los recursos necesarios',
  },
  foodDutyConditioned: {
    variable: 'OBLIGACION_ALIMENTOS',
    label: 'Condicionar el cumplimiento de la obligación de alimentos',
  },
  workToolsDestroyed: {
    variable: 'DESTRUIR_INST_TRABAJO',
    label: 'Dañar, sustraer, destruir bienes destinados al alquiler, venta o instrumentos de trabajo',
  },
  personalPropertyDestroyed: {
    variable: 'DESTRUIR_BIEN_PERSONAL',
    label: 'Dañar, sustraer, destruir los bienes personales',
  },
  other: { variable: 'OTRA_VECON_PATRIM', label: 'Otro tipo' },
} as const satisfies Readonly<Record<string, Tick>>;

export const psychologicalActs = {
  shoutsAndInsults: { variable: 'GRITOS_INSULTOS', label: 'Gritos e insultos' },
  racialInsult: { variable: 'VIOLENCIA_RACIAL', label: 'Violencia racial o insulto étnico-racial' },
  indifference: { variable: 'INDIFERENCIA', label: 'Indiferencia' },
  orientationDiscrimination: { variable: 'DISCR_ORIENTACION_SEXUAL', label: 'Discriminación por orientación sexual' },
  genderDiscrimination: { variable: 'DISCR_GENERO', label: 'Discriminación por género' },
  identityDiscrimination: { variable: 'DISCR_IDENTIDAD_GENERO', label: 'Discriminación por identidad de género' },
  rejection: { variable: 'RECHAZO', label: 'Rechazo' },
  humiliation: { variable: 'DESVALORIZACION_HUMILLACION', label: 'Desvalorización y humillación' },
  threatToTakeChildren: { variable: 'AMENAZA_QUITAR_HIJOS', label: 'Amenaza de quitar a los hijos/as' },
  otherThreats: { variable: 'OTRAS_AMENAZAS', label: 'Otras amenazas diversas' },
  visitsForbidden: { variable: 'PROHIBE_RECIBIR_VISITAS', label: 'Impide / prohíbe recibir visitas' },
  outingsForbidden: {
    variable: 'PROHIBE_ESTUDIAR_TRABAJAR_SALIR',
    label: 'Impide / prohíbe estudiar, trabajar o salir',
  },
  thingsBroken: { variable: 'ROMPE_DESTRUYE_COSAS', label: 'Rompe o destruye cosas en la casa' },
  surveillance: { variable: 'VIGILANCIA_CONTINUA_PERSECUCION', label: 'Vigilancia continua / persecución' },
  thrownOut: { variable: 'BOTAR_CASA', label: 'Botar de la casa' },
  deathThreat: { variable: 'AMENAZA_DE_MUERTE', label: 'Amenazas de daño o muerte de la víctima' },
  abandonment: { variable: 'ABANDONO', label: 'Abandono' },
  other: { variable: 'OTRA_VPSI', label: 'Otro tipo' },
} as const satisfies Readonly<Record<string, Tick>>;

export const physicalActs = {
  kicks: { variable: 'PUNTAPIES_PATADAS', label: 'Puntapiés o patadas' },
  punches: { variable: 'PUÑETAZOS', label: 'Puñetazos' },
  slaps: { variable: 'BOFETADAS', label: 'Bofetadas' },
  hairPulling: { variable: 'JALONES_CABELLO', label: 'Jalones de cabello' },
  bites: { variable: 'MORDEDURA', label: 'Mordeduras' },
  otherAggressions: {
    variable: 'OTRAS_AGRESIONES',
    label: 'Otras agresiones (arañazos, rodillazos, cabezazos, pisotones, etc.)',
  },
  shoves: { variable: 'EMPUJONES', label: 'Empujones, tirar al suelo' },
  blowsWithSticks: { variable: 'GOLPES_CON_PALOS', label: 'Golpes con palos' },
  whipping: { variable: 'LATIGAZO', label: 'Latigazo, correazo, pegar con sogas' },
  strangulation: { variable: 'AHORCAMIENTO', label: 'Ahorcamiento, estrangulamiento o intento de asfixia' },
  weaponWounds: { variable: 'HERIDAS_CON_ARMAS', label: 'Heridas con arma punzo cortante o arma de fuego' },
  blowsWithObjects: {
    variable: 'GOLPES_CON_OBJETOS_CONTUNDENTES',
    label: 'Golpes con otros objetos contundentes (piedras, fierros, botellas, herramientas, etc.)',
  },
  negligence: { variable: 'NEGLIGENCIA', label: 'Negligencia' },
  burns: { variable: 'QUEMADURA', label: 'Quemaduras' },
  other: { variable: 'OTRA_VFIS', label: 'Otro tipo' },
} as const satisfies Readonly<Record<string, Tick>>;

export const sexualActs = {
  harassment: { variable: 'HOSTIGAMIENTO_SEXUAL', label: 'Hostigamiento sexual' },
  streetHarassment: { variable: 'ACOSO_SEX_ESP_PUB', label: 'Acoso sexual en espacios públicos' },
  rape: { variable: 'VIOLACION', label: 'Violación sexual' },
  sexTrafficking: {
    variable: 'TRATA_CON_FINES_EXPLOTACION_SEXUAL',
    label: 'Trata de personas con fines de explotación sexual',
  },
  sexualExploitation: { variable: 'EXPLOTACION_SEXUAL', label: 'Explotación sexual' },
  pornography: { variable: 'PORNOGRAFIA', label: 'Pornografía' },
  rapeByDeceit: { variable: 'VIOLACION_SEXUAL_ENGANO', label: 'Violación sexual mediante engaño' },
  obsceneExhibition: { variable: 'EXHIBICION_OBSCENIDAD', label: 'Exhibiciones y publicaciones obscenas' },
  onlineGrooming: {
    variable: 'PROP_NNA_MED_TEC',
    label: 'Proposiciones a NNA con fines sexuales por medios tecnológicos',
  },
  sexualPestering: { variable: 'ACOSO_SEXUAL', label: 'Acoso sexual' },
  sexualBlackmail: { variable: 'CHANTAJE_SEXUAL', label: 'Chantaje sexual' },
  intimateImagesShared: {
    variable: 'DIF_IMAGEN_CONT_SEX',
    label: 'Difusión de imágenes, materiales audiovisuales o audios con contenido sexual',
  },
  touchingWithoutConsent: {
    variable: 'TOCAMIENTO_SIN_CONSENTIMIENTO',
    label: 'Tocamientos, actos de connotación sexual o actos libidinosos sin consentimiento',
  },
  touchingOfMinor: {
    variable: 'TOCAMIENTO_AGRAVIO_MENORES',
    label: 'Tocamientos, actos de connotación sexual o actos libidinosos en agravio de menores',
  },
  other: { variable: 'OTRA_VSEX', label: 'Otro tipo' },
} as const satisfies Readonly<Record<string, Tick>>;
