/** The 63 acts of violence of Section B.2: official variables and labels, by main type. */
import { ticksOf } from './builders.ts';

export const economicActs = ticksOf({
  possessionDisturbed: ['PERTURBACION_POSESION', 'Perturbación de la posesión'],
  assetsImpaired: ['MENOSCABO_TENENCIA_BIENES', 'Menoscabo de la tenencia o propiedad de sus bienes'],
  propertyLost: [
    'PERDIDA_DERECHOS_PATRIMONIALES',
    'Pérdida de instrumento de trabajo, documentos personales, bienes y derechos patrimoniales',
  ],
  resourcesLimited: [
    'LIMITACION_RECURSOS_ECONOMICOS',
    'Limitación de los recursos económicos destinados a satisfacer sus necesidades',
  ],
  essentialsDenied: [
    'PRIVACION_MEDIOS_INDISPENSABLES',
    'Privación de los medios indispensables para vivir una vida digna',
  ],
  foodDutyEvaded: [
    'INCUMPLIMIENTO_OBLIGACION_ALIMENTARIA',
    'Evasión del cumplimiento de sus obligaciones alimentarias',
  ],
  incomeControlled: ['CONTROL_DE_INGRESOS', 'Limitación o control de sus ingresos'],
  lowerPay: [
    'PERCEPCION_SALARIO_MENOR',
    'Percepción de un salario menor por igual tarea dentro de un mismo lugar de trabajo',
  ],
  careerForbidden: ['PROHIBIR_DES_LABORAL', 'Prohibir, limitar o condicionar el desarrollo profesional o laboral'],
  incomeTaken: ['SUSTRAER_INGRESOS', 'Sustraer los ingresos'],
  resourcesFractioned: ['FRACCION_RECURSOS_NEC', 'Proveer en forma diminuta o fraccionada los recursos necesarios'],
  foodDutyConditioned: ['OBLIGACION_ALIMENTOS', 'Condicionar el cumplimiento de la obligación de alimentos'],
  workToolsDestroyed: [
    'DESTRUIR_INST_TRABAJO',
    'Dañar, sustraer, destruir bienes destinados al alquiler, venta o instrumentos de trabajo',
  ],
  personalPropertyDestroyed: ['DESTRUIR_BIEN_PERSONAL', 'Dañar, sustraer, destruir los bienes personales'],
  other: ['OTRA_VECON_PATRIM', 'Otro tipo'],
});

export const psychologicalActs = ticksOf({
  shoutsAndInsults: ['GRITOS_INSULTOS', 'Gritos e insultos'],
  racialInsult: ['VIOLENCIA_RACIAL', 'Violencia racial o insulto étnico-racial'],
  indifference: ['INDIFERENCIA', 'Indiferencia'],
  orientationDiscrimination: ['DISCR_ORIENTACION_SEXUAL', 'Discriminación por orientación sexual'],
  genderDiscrimination: ['DISCR_GENERO', 'Discriminación por género'],
  identityDiscrimination: ['DISCR_IDENTIDAD_GENERO', 'Discriminación por identidad de género'],
  rejection: ['RECHAZO', 'Rechazo'],
  humiliation: ['DESVALORIZACION_HUMILLACION', 'Desvalorización y humillación'],
  threatToTakeChildren: ['AMENAZA_QUITAR_HIJOS', 'Amenaza de quitar a los hijos/as'],
  otherThreats: ['OTRAS_AMENAZAS', 'Otras amenazas diversas'],
  visitsForbidden: ['PROHIBE_RECIBIR_VISITAS', 'Impide / prohíbe recibir visitas'],
  outingsForbidden: ['PROHIBE_ESTUDIAR_TRABAJAR_SALIR', 'Impide / prohíbe estudiar, trabajar o salir'],
  thingsBroken: ['ROMPE_DESTRUYE_COSAS', 'Rompe o destruye cosas en la casa'],
  surveillance: ['VIGILANCIA_CONTINUA_PERSECUCION', 'Vigilancia continua / persecución'],
  thrownOut: ['BOTAR_CASA', 'Botar de la casa'],
  deathThreat: ['AMENAZA_DE_MUERTE', 'Amenazas de daño o muerte de la víctima'],
  abandonment: ['ABANDONO', 'Abandono'],
  other: ['OTRA_VPSI', 'Otro tipo'],
});

export const physicalActs = ticksOf({
  kicks: ['PUNTAPIES_PATADAS', 'Puntapiés o patadas'],
  punches: ['PUÑETAZOS', 'Puñetazos'],
  slaps: ['BOFETADAS', 'Bofetadas'],
  hairPulling: ['JALONES_CABELLO', 'Jalones de cabello'],
  bites: ['MORDEDURA', 'Mordeduras'],
  otherAggressions: ['OTRAS_AGRESIONES', 'Otras agresiones (arañazos, rodillazos, cabezazos, pisotones, etc.)'],
  shoves: ['EMPUJONES', 'Empujones, tirar al suelo'],
  blowsWithSticks: ['GOLPES_CON_PALOS', 'Golpes con palos'],
  whipping: ['LATIGAZO', 'Latigazo, correazo, pegar con sogas'],
  strangulation: ['AHORCAMIENTO', 'Ahorcamiento, estrangulamiento o intento de asfixia'],
  weaponWounds: ['HERIDAS_CON_ARMAS', 'Heridas con arma punzo cortante o arma de fuego'],
  blowsWithObjects: [
    'GOLPES_CON_OBJETOS_CONTUNDENTES',
    'Golpes con otros objetos contundentes (piedras, fierros, botellas, herramientas, etc.)',
  ],
  negligence: ['NEGLIGENCIA', 'Negligencia'],
  burns: ['QUEMADURA', 'Quemaduras'],
  other: ['OTRA_VFIS', 'Otro tipo'],
});

export const sexualActs = ticksOf({
  harassment: ['HOSTIGAMIENTO_SEXUAL', 'Hostigamiento sexual'],
  streetHarassment: ['ACOSO_SEX_ESP_PUB', 'Acoso sexual en espacios públicos'],
  rape: ['VIOLACION', 'Violación sexual'],
  sexTrafficking: ['TRATA_CON_FINES_EXPLOTACION_SEXUAL', 'Trata de personas con fines de explotación sexual'],
  sexualExploitation: ['EXPLOTACION_SEXUAL', 'Explotación sexual'],
  pornography: ['PORNOGRAFIA', 'Pornografía'],
  rapeByDeceit: ['VIOLACION_SEXUAL_ENGANO', 'Violación sexual mediante engaño'],
  obsceneExhibition: ['EXHIBICION_OBSCENIDAD', 'Exhibiciones y publicaciones obscenas'],
  onlineGrooming: ['PROP_NNA_MED_TEC', 'Proposiciones a NNA con fines sexuales por medios tecnológicos'],
  sexualPestering: ['ACOSO_SEXUAL', 'Acoso sexual'],
  sexualBlackmail: ['CHANTAJE_SEXUAL', 'Chantaje sexual'],
  intimateImagesShared: [
    'DIF_IMAGEN_CONT_SEX',
    'Difusión de imágenes, materiales audiovisuales o audios con contenido sexual',
  ],
  touchingWithoutConsent: [
    'TOCAMIENTO_SIN_CONSENTIMIENTO',
    'Tocamientos, actos de connotación sexual o actos libidinosos sin consentimiento',
  ],
  touchingOfMinor: [
    'TOCAMIENTO_AGRAVIO_MENORES',
    'Tocamientos, actos de connotación sexual o actos libidinosos en agravio de menores',
  ],
  other: ['OTRA_VSEX', 'Otro tipo'],
});
