/**
 * Ficha de Valoración de Riesgo en mujeres víctimas de violencia de pareja, RM 328-2019-MIMP, annexes 1 and 2.
 *
 * Trap at item 3: a sentence of the instructive says to mark Sí when she has left him; the form, the bracket in the
 * question and the table of points say the contrary (left = No = 4). The form is followed.
 */
import type { RiskInstrument } from './instrument.ts';

export const partnerRiskLevels = ['mild', 'moderate', 'severe1', 'severe2'] as const;
export type PartnerRiskLevel = (typeof partnerRiskLevels)[number];

const yes = (points: number) => ({ yes: points, no: 0 });
const whenNo = (points: number) => ({ yes: 0, no: points });
const yesNo = [
  { id: 'yes', label: 'Sí' },
  { id: 'no', label: 'No' },
] as const;
const yesNoNotApplicable = [...yesNo, { id: 'notApplicable', label: 'No aplica' }] as const;

export const partnerRisk2019 = {
  id: 'fvr-partner-2019',
  validFrom: '2019-01-01',
  source: 'RM 328-2019-MIMP, anexos 1 y 2 (número por confirmar)',
  title: 'Ficha de Valoración de Riesgo en mujeres víctimas de violencia de pareja',
  minimumAge: { value: 14, confirmation: 'toConfirm' },
  severityScale: [
    { value: 1, label: 'Cachetadas, empujones, jalones de pelo o sin lesiones ni dolor prolongado' },
    { value: 2, label: 'Puñetazos, patadas, moretones, cortes y/o dolor prolongado' },
    { value: 3, label: 'Golpiza, golpes muy fuertes, quemaduras o huesos rotos' },
    { value: 4, label: 'Amenaza de usar un arma, lesiones en la cabeza, lesiones internas, o lesiones permanentes' },
    { value: 5, label: 'Uso de arma, heridas por arma (pistola, cuchillo u otros)' },
  ],
  items: [
    {
      id: 'worse',
      number: '1',
      question: '¿En el último año, la violencia física contra usted ha aumentado en gravedad o frecuencia?',
      points: yes(1),
      hint: 'Basta gravedad o frecuencia, en los últimos 12 meses.',
    },
    {
      id: 'weaponAccess',
      number: '2',
      question: '¿Él tiene algún arma o podría conseguir un arma con facilidad? (pistola, cuchillo, machete, u otros)',
      points: yes(5),
      hint: 'Cualquier arma que pueda hacer daño.',
    },
    {
      id: 'stillTogether',
      number: '3',
      question:
        'Usted me dice que han vivido juntos en el último año. ¿Siguen viviendo juntos o lo ha dejado? [Si siguen viviendo juntos marcar SÍ; si luego de vivir juntos lo ha dejado marcar NO]',
      points: whenNo(4),
      hint: 'Haberlo dejado aumenta el riesgo.',
      skippedWhen: { item: 'livedTogether', is: 'no' },
      buttons: { yes: 'Siguen viviendo juntos', no: 'Ella lo ha dejado' },
    },
    {
      id: 'stableWork',
      number: '4',
      question: '¿Actualmente, él tiene trabajo estable? [si ella no sabe, no marcar nada]',
      points: whenNo(4),
      hint: 'Trabajo estable con ingresos estables. Pregunte aunque ya no tengan contacto.',
    },
    {
      id: 'weaponUse',
      number: '5',
      question: '¿Alguna vez él ha usado o la ha amenazado con un arma (pistola, cuchillo, machete u otros)?',
      points: yes(3),
      hint: 'Cualquier objeto peligroso, también unas tijeras.',
    },
    {
      id: 'threatToKill',
      number: '6',
      question: '¿La ha amenazado con matarla?',
      points: yes(3),
      hint: 'Por cualquier medio.',
    },
    {
      id: 'reportedBefore',
      number: '7',
      question:
        '¿Alguna vez usted lo denunció por violencia familiar (porque él le pegó) ante la comisaría, fiscalía, juzgado o ante alguna autoridad comunal?',
      points: yes(3),
      hint: 'Violencia física o sexual; no cuentan las denuncias sobre los hijos.',
    },
    {
      id: 'forcedSex',
      number: '8',
      question: '¿Él la ha obligado alguna vez a tener relaciones sexuales?',
      points: yes(2),
      hint: 'Basta que no haya habido consentimiento.',
    },
    {
      id: 'strangulation',
      number: '9',
      question: '¿Él ha intentado ahorcarla?',
      points: yes(2),
      hint: 'Con un objeto, con las manos o con los brazos.',
    },
    {
      id: 'drugs',
      number: '10',
      question: '¿Él consume drogas? Por ejemplo, como la marihuana, pasta básica, cocaína u otras.',
      points: yes(1),
      hint: 'Cualquier droga.',
    },
    {
      id: 'alcohol',
      number: '11',
      question: '¿Él es alcohólico o tiene problemas con el alcohol (trago o licor)?',
      points: yes(1),
      hint: 'Cualquier bebida alcohólica.',
    },
    {
      id: 'control',
      number: '12',
      question:
        '¿Le controla la mayoría o todas sus actividades diarias? Por ejemplo, no le deja que vea a sus familiares o amistades, le controla cuánto dinero puede gastar, etc.',
      points: yes(1),
      hint: 'Los ejemplos no son una lista cerrada.',
    },
    {
      id: 'violentJealousy',
      number: '13',
      question:
        '¿Él se pone celoso de forma constante y violenta? Por ejemplo, le dice: "si no eres mía, no serás de nadie" u otras similares.',
      points: yes(1),
      hint: 'Los ejemplos no son una lista cerrada.',
    },
    {
      id: 'hitWhilePregnant',
      number: '14',
      question: '¿Cuándo usted estuvo embarazada, alguna vez él la golpeó?',
      points: yes(1),
      hint: 'Marque si él sabía del embarazo.',
    },
    {
      id: 'hisSuicideThreat',
      number: '15',
      question: '¿Alguna vez él ha amenazado o ha intentado suicidarse?',
      points: yes(1),
      hint: 'Intentos y amenazas directas.',
    },
    {
      id: 'threatToChildren',
      number: '16',
      question: '¿Él la ha amenazado con hacerle daño a sus hijos?',
      points: yes(1),
      hint: 'Cualquier amenaza.',
    },
    {
      id: 'capableOfKilling',
      number: '17',
      question: '¿Cree que él es capaz de matarla?',
      points: yes(1),
      hint: 'Lo que ella piensa.',
    },
    {
      id: 'harassment',
      number: '18',
      question:
        '¿Él realiza alguna de las siguientes acciones?: La llama insistentemente, le deja mensajes en su teléfono o en redes sociales o destruye sus cosas (celular, ropa u otro).',
      points: yes(1),
      hint: 'Hostigamiento; los ejemplos no son una lista cerrada.',
    },
    {
      id: 'herSuicideThreat',
      number: '19',
      question: '¿Alguna vez usted ha intentado o ha amenazado con quitarse la vida?',
      points: yes(1),
      hint: 'Si responde Sí, actúe de inmediato.',
    },
  ],
  informative: [
    {
      id: 'livedTogether',
      number: '2a',
      question: '¿Han vivido juntos durante el último año? [si dice NO, pasar a pregunta 4]',
      kind: 'mark',
    },
    {
      id: 'whichWeapon',
      number: '5a',
      question: 'Si su respuesta fue "SÍ", ¿fue con una pistola o cuchillo?',
      kind: 'text',
      askedWhen: { item: 'weaponUse', is: 'yes' },
    },
    {
      id: 'resistsControl',
      number: '12a',
      question: 'Si él trata de controlarla pero ella no lo permite, márquelo aquí',
      kind: 'tick',
      askedWhen: { item: 'control', isNot: 'yes' },
    },
  ],
  annex: [
    {
      id: 'economicDependence',
      number: '1',
      question: '¿Depende económicamente de su pareja?',
      options: [...yesNo, { id: 'shared', label: 'Compartimos gastos' }],
    },
    {
      id: 'paysSupport',
      number: '2',
      question:
        '¿Su pareja o ex pareja cumple puntualmente con atender los gastos de alimentación suyo y/o de sus hijos/as?',
      options: yesNo,
    },
    {
      id: 'supportClaim',
      number: '3',
      question: '¿Piensa o tuvo que interponerle una demanda de alimentos?',
      options: [
        { id: 'intends', label: 'Sí piensa interponer demanda' },
        { id: 'filed', label: 'Sí, ya interpuso demanda' },
        { id: 'no', label: 'No' },
      ],
      hint: 'Oriéntela sobre alimentos.',
      askedWhen: { item: 'paysSupport', is: 'no' },
    },
    {
      id: 'takesAssets',
      number: '4',
      question:
        '¿Su pareja o expareja ha realizado o realiza acciones para apropiarse de sus bienes (casa, dinero, carro, animales, artefactos, sueldo, negocio u otros bienes)? ¿o le restringe o impide el uso de los mismos?',
      options: [...yesNo, { id: 'notApplicable', label: 'No aplica porque no tiene bienes propios' }],
    },
    {
      id: 'orientationDiscrimination',
      number: '5',
      question:
        '¿Su pareja o expareja le ha agredido, insultado y/o excluye (discriminado) por su orientación sexual? La víctima puede reservarse el derecho de contestar',
      options: [...yesNoNotApplicable, { id: 'noReply', label: 'No responde' }],
      hint: 'Pregunte y acepte el silencio. Heterosexual: «No aplica».',
    },
    {
      id: 'ethnicDiscrimination',
      number: '6',
      question:
        '¿Su pareja o expareja le humilla o excluye (discrimina) por su cosmovisión, lengua, fenotipo, indumentaria e identidad étnica?',
      options: [
        { id: 'hisCommunity', label: 'Sí, en el ámbito étnico de su pareja' },
        { id: 'herCommunity', label: 'Sí, en el ámbito étnico de ella' },
        { id: 'elsewhere', label: 'Sí, en cualquier otro' },
        { id: 'no', label: 'No' },
      ],
      hint: 'Escriba el nombre de la comunidad.',
    },
    {
      id: 'disabilityDiscrimination',
      number: '7',
      question:
        '¿Su pareja o expareja le humilla o excluye (discrimina) por estar en situación de discapacidad que le impide realizar con facilidad las actividades de la vida diaria?',
      options: yesNoNotApplicable,
      hint: 'Solo si tiene discapacidad; si no, «No aplica».',
    },
    { id: 'pregnant', number: '8', question: '¿Está embarazada?', options: yesNo, hint: 'Sí: el nivel sube uno.' },
    {
      id: 'abandonedPregnant',
      number: '9',
      question: '¿Su pareja le ha amenazado con abandonarle o su expareja le ha abandonado porque está embarazada?',
      options: yesNoNotApplicable,
      askedWhen: { item: 'pregnant', is: 'yes' },
    },
    {
      id: 'blowsToBelly',
      number: '10',
      question: '¿Su pareja o expareja le golpea o le ha golpeado en el vientre?',
      options: yesNoNotApplicable,
      hint: 'Sí: acompáñela a un establecimiento de salud ahora.',
      askedWhen: { item: 'pregnant', is: 'yes' },
    },
  ],
  levels: [
    { level: 'mild', from: 0, to: 7, label: 'Leve', name: 'riesgo variable', law: 'mild' },
    { level: 'moderate', from: 8, to: 13, label: 'Moderado', name: 'riesgo en aumento', law: 'moderate' },
    { level: 'severe1', from: 14, to: 17, label: 'Severo 1', name: 'severo', law: 'severe' },
    { level: 'severe2', from: 18, to: 37, label: 'Severo 2', name: 'severo extremo', law: 'severe' },
  ],
  raisedBy: { annex: 'pregnant', is: 'yes', reason: 'pregnancy' },
  criticalItems: ['weaponAccess', 'stillTogether', 'stableWork', 'weaponUse', 'threatToKill', 'strangulation'],
} as const satisfies RiskInstrument<PartnerRiskLevel>;

export type PartnerRiskItemId = (typeof partnerRisk2019)['items'][number]['id'];
export type PartnerRiskAnnexId = (typeof partnerRisk2019)['annex'][number]['id'];
