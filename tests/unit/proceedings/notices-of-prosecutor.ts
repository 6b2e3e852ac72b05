/** Invented notices of prosecutors, calls to hearings, texts with two values, and texts that are no notice. */
import type { Expected } from './notice-case.ts';

const office = 'SEGUNDA FISCALÍA PROVINCIAL PENAL CORPORATIVA DE CUSCO';
const carpeta = '2706014502-2026-123-0';

export const prosecutorNotices: readonly Expected[] = [
  {
    name: 'archive',
    text: `MINISTERIO PÚBLICO
SEGUNDA FISCALÍA PROVINCIAL PENAL CORPORATIVA DE CUSCO
CARPETA FISCAL N.° 2706014502-2026-123-0
DISPOSICIÓN N.° 03-2026-MP-FN-2FPPC
Cusco, 16 de noviembre de 2026
DISPOSICIÓN DE ARCHIVO
SE DISPONE: NO PROCEDE FORMALIZAR NI CONTINUAR la investigación preparatoria contra la persona investigada.`,
    office,
    fileNumber: carpeta,
    decision: 'disposition 3-2026-MP-FN-2FPPC',
    class: 'disposicion',
    issuedOn: '2026-11-16',
    kind: 'archived',
  },
  {
    name: 'no formalisation, in its title and in what it decides',
    text: `SEGUNDA FISCALÍA PROVINCIAL PENAL CORPORATIVA DE CUSCO
CARPETA FISCAL N° 2706014502-2026-123-0
DISPOSICIÓN N° 05
DISPOSICIÓN DE NO FORMALIZAR NI CONTINUAR CON LA INVESTIGACIÓN PREPARATORIA
Cusco, 16 de noviembre de 2026
SE DISPONE: NO PROCEDE FORMALIZAR NI CONTINUAR LA INVESTIGACIÓN PREPARATORIA contra la persona investigada.`,
    office,
    fileNumber: carpeta,
    decision: 'disposition 5',
    class: 'disposicion',
    issuedOn: '2026-11-16',
    kind: 'archived',
  },
  {
    name: 'formalisation',
    text: `SEGUNDA FISCALÍA PROVINCIAL PENAL CORPORATIVA DE CUSCO
CASO N° 2706014502-2026-123-0
DISPOSICIÓN FISCAL N° 04
DISPOSICIÓN DE FORMALIZACIÓN Y CONTINUACIÓN DE LA INVESTIGACIÓN PREPARATORIA
Cusco, dieciséis de noviembre de dos mil veintiséis
DISPONE: FORMALIZAR Y CONTINUAR la investigación preparatoria por el plazo de ciento veinte días.`,
    office,
    fileNumber: carpeta,
    decision: 'disposition 4',
    class: 'disposicion',
    issuedOn: '2026-11-16',
    kind: 'preparatoryOpened',
    term: 'plazo de ciento veinte días',
  },
  {
    name: 'extension',
    text: `FISCALIA: SEGUNDA FISCALÍA PROVINCIAL PENAL CORPORATIVA DE CUSCO
CARPETA FISCAL: 2706014502-2026-123-0
DISPOSICION NUMERO CINCO
Cusco, 17 de noviembre de 2026
SE DISPONE: PRORROGAR la investigacion preparatoria por sesenta dias.`,
    office,
    fileNumber: carpeta,
    decision: 'disposition 5',
    class: 'disposicion',
    issuedOn: '2026-11-17',
    kind: 'preparatoryExtended',
  },
  {
    name: 'conclusion',
    text: `SEGUNDA FISCALÍA PROVINCIAL PENAL CORPORATIVA DE CUSCO
CARPETA FISCAL Nº 2706014502-2026-123-0
DISPOSICIÓN DE CONCLUSIÓN DE LA INVESTIGACIÓN PREPARATORIA
DISPOSICIÓN N.º 6-2026
Cusco, 18 de noviembre de 2026.`,
    office,
    fileNumber: carpeta,
    decision: 'disposition 6-2026',
    class: 'disposicion',
    issuedOn: '2026-11-18',
    kind: 'preparatoryClosed',
  },
  {
    name: 'preliminary acts',
    text: `SEGUNDA FISCALÍA PROVINCIAL PENAL CORPORATIVA DE CUSCO
CARPETA FISCAL N.º 2706014502-2026-124-0
DISPOSICIÓN N.º 1-2026
Cusco, 19/11/2026
SE DISPONE: ABRIR investigación preliminar en sede policial por el plazo de 60 días.`,
    office,
    fileNumber: '2706014502-2026-124-0',
    decision: 'disposition 1-2026',
    class: 'disposicion',
    issuedOn: '2026-11-19',
    kind: 'investigationOpened',
    term: 'plazo de 60 días',
  },
  {
    name: 'e-mail of a prosecutor with the disposition and its casilla',
    text: `Fecha y hora de notificación: 20/11/2026 08:41
Casilla electrónica 4455
FISCALÍA PROVINCIAL ESPECIALIZADA EN VIOLENCIA CONTRA LA MUJER
CARPETA FISCAL N.° 606-2026
DISPOSICIÓN N.° 02-2026 de fecha 18.11.2026
Se dispone el ARCHIVO DEFINITIVO de los actuados.`,
    office: 'FISCALÍA PROVINCIAL ESPECIALIZADA EN VIOLENCIA CONTRA LA MUJER',
    fileNumber: '606-2026',
    decision: 'disposition 2-2026',
    class: 'disposicion',
    issuedOn: '2026-11-18',
    kind: 'archived',
    entry: '2026-11-20 08:41',
    form: 'electronicBox',
  },
  {
    name: 'court passes on the accusation',
    text: `EXPEDIENTE : 03100-2026-1-1001-JR-PE-02
JUZGADO : 2° JUZGADO DE INVESTIGACIÓN PREPARATORIA
CARPETA FISCAL : 2706014502-2026-123-0
RESOLUCIÓN N° 1
Cusco, 01 de diciembre de 2026
DADO CUENTA: córrase traslado del requerimiento de acusación a los sujetos procesales por el plazo de diez días hábiles.`,
    office: '2° JUZGADO DE INVESTIGACIÓN PREPARATORIA',
    fileNumber: '03100-2026-1-1001-JR-PE-02',
    decision: 'resolution 1',
    class: 'decreto',
    issuedOn: '2026-12-01',
    kind: 'accusation',
    term: 'plazo de diez días hábiles',
  },
  {
    name: 'court passes on the dismissal',
    text: `EXPEDIENTE : 03101-2026-1-1001-JR-PE-02
JUZGADO : 2° JUZGADO DE INVESTIGACIÓN PREPARATORIA
RESOLUCIÓN N° 2
Cusco, 01 de diciembre de 2026
DADO CUENTA: CÓRRASE TRASLADO del requerimiento de sobreseimiento.`,
    office: '2° JUZGADO DE INVESTIGACIÓN PREPARATORIA',
    fileNumber: '03101-2026-1-1001-JR-PE-02',
    decision: 'resolution 2',
    class: 'decreto',
    issuedOn: '2026-12-01',
    kind: 'dismissalRequested',
  },
  {
    name: 'civil party admitted',
    text: `EXPEDIENTE : 03102-2026-2-1001-JR-PE-02
JUZGADO : 2° JUZGADO DE INVESTIGACIÓN PREPARATORIA
RESOLUCIÓN NÚMERO DOS
Cusco, 02 de diciembre de 2026
AUTOS Y VISTOS. SE RESUELVE: declarar FUNDADA la solicitud de constitución en actor civil.`,
    office: '2° JUZGADO DE INVESTIGACIÓN PREPARATORIA',
    fileNumber: '03102-2026-2-1001-JR-PE-02',
    decision: 'resolution 2',
    class: 'auto',
    issuedOn: '2026-12-02',
    kind: 'civilPartyAdmitted',
  },
  {
    name: 'civil party denied',
    text: `EXPEDIENTE : 03103-2026-2-1001-JR-PE-02
JUZGADO : 2° JUZGADO DE INVESTIGACIÓN PREPARATORIA
RESOLUCIÓN N° 3
Cusco, 02 de diciembre de 2026
AUTO
SE RESUELVE: declarar INFUNDADA la solicitud de constitución en actor civil.`,
    office: '2° JUZGADO DE INVESTIGACIÓN PREPARATORIA',
    fileNumber: '03103-2026-2-1001-JR-PE-02',
    decision: 'resolution 3',
    class: 'auto',
    issuedOn: '2026-12-02',
    kind: 'civilPartyDenied',
  },
  {
    name: 'dismissal decided',
    text: `EXPEDIENTE : 03104-2026-1-1001-JR-PE-02
JUZGADO : 2° JUZGADO DE INVESTIGACIÓN PREPARATORIA
AUTO DE SOBRESEIMIENTO
RESOLUCIÓN N° 5
Cusco, 03 de diciembre de 2026
SE RESUELVE: declarar FUNDADO el requerimiento de sobreseimiento.`,
    office: '2° JUZGADO DE INVESTIGACIÓN PREPARATORIA',
    fileNumber: '03104-2026-1-1001-JR-PE-02',
    decision: 'resolution 5',
    class: 'auto',
    issuedOn: '2026-12-03',
    kind: 'orderNotified',
  },
  {
    name: 'judgment became final',
    text: `EXPEDIENTE : 03105-2025-3-1001-JR-PE-02
JUZGADO : 2° JUZGADO PENAL UNIPERSONAL
RESOLUCIÓN N° 12
Cusco, 04 de diciembre de 2026
AUTOS Y VISTOS. SE RESUELVE: DECLARAR CONSENTIDA la sentencia.`,
    office: '2° JUZGADO PENAL UNIPERSONAL',
    fileNumber: '03105-2025-3-1001-JR-PE-02',
    decision: 'resolution 12',
    class: 'auto',
    issuedOn: '2026-12-04',
    kind: 'judgmentFinal',
  },
  {
    name: 'two different file numbers in two captions',
    text: `EXPEDIENTE : 00001-2026-0-1001-JR-FT-01
EXPEDIENTE : 00002-2026-0-1001-JR-FT-01
JUZGADO : 1° JUZGADO DE FAMILIA
RESOLUCIÓN N° 1
Cusco, 04 de diciembre de 2026
DADO CUENTA: téngase presente.`,
    office: '1° JUZGADO DE FAMILIA',
    fileNumber: ['00001-2026-0-1001-JR-FT-01', '00002-2026-0-1001-JR-FT-01'],
    decision: 'resolution 1',
    class: 'decreto',
    issuedOn: '2026-12-04',
    kind: 'decreeNotified',
  },
  {
    name: 'two resolutions in one paste, each with its day',
    text: `EXPEDIENTE : 00003-2026-0-1001-JR-FT-01
JUZGADO : 1° JUZGADO DE FAMILIA
RESOLUCIÓN N° 1
DADO CUENTA: téngase presente.
RESOLUCIÓN N° 2
DADO CUENTA: téngase presente.`,
    office: '1° JUZGADO DE FAMILIA',
    fileNumber: '00003-2026-0-1001-JR-FT-01',
    decision: ['resolution 1', 'resolution 2'],
    class: 'decreto',
    kind: 'decreeNotified',
  },
  {
    name: 'two days of notification',
    text: `NOTIFICACION N° 1-2026
EXPEDIENTE : 00004-2026-0-1001-JR-FT-01
JUZGADO : 1° JUZGADO DE FAMILIA
DESTINATARIO: CASILLA 1
Fecha de notificación: 01/12/2026
Fecha de depósito: 02/12/2026
RESOLUCIÓN N° 3 de fecha 30/11/2026`,
    office: '1° JUZGADO DE FAMILIA',
    fileNumber: '00004-2026-0-1001-JR-FT-01',
    decision: 'resolution 3',
    issuedOn: '2026-11-30',
    entry: ['2026-12-01', '2026-12-02'],
    form: 'electronicBox',
  },
  {
    name: 'two acts decided at once',
    text: `EXPEDIENTE : 00005-2026-0-1001-JR-FT-01
JUZGADO : 1° JUZGADO DE FAMILIA
RESOLUCIÓN N° 8
Cusco, 05 de diciembre de 2026
AUTOS Y VISTOS. SE RESUELVE: 1) CONCEDER el recurso de apelación. 2) VARIAR las medidas de protección.`,
    office: '1° JUZGADO DE FAMILIA',
    fileNumber: '00005-2026-0-1001-JR-FT-01',
    decision: 'resolution 8',
    class: 'auto',
    issuedOn: '2026-12-05',
    kind: ['appealGranted', 'measuresVaried'],
  },
  {
    name: 'a day that does not exist is none',
    text: `EXPEDIENTE : 00006-2026-0-1001-JR-FT-01
JUZGADO : 1° JUZGADO DE FAMILIA
RESOLUCIÓN N° 9
Cusco, 31 de noviembre de 2026
DADO CUENTA: téngase presente.`,
    office: '1° JUZGADO DE FAMILIA',
    fileNumber: '00006-2026-0-1001-JR-FT-01',
    decision: 'resolution 9',
    class: 'decreto',
    kind: 'decreeNotified',
  },
  {
    name: 'a long office that runs over two lines',
    text: `JUZGADO : 12° JUZGADO DE FAMILIA SUBESPECIALIZADO EN VIOLENCIA CONTRA LAS
MUJERES E INTEGRANTES DEL GRUPO FAMILIAR
EXPEDIENTE : 00007-2026-0-1801-JR-FT-12
RESOLUCIÓN NÚMERO TREINTA Y UNO
Lima, treinta y uno de diciembre de dos mil veintiséis
AUTOS Y VISTOS. SE RESUELVE: AMPLIAR las medidas de protección.`,
    office: '12° JUZGADO DE FAMILIA SUBESPECIALIZADO EN VIOLENCIA CONTRA LAS MUJERES E INTEGRANTES DEL GRUPO FAMILIAR',
    fileNumber: '00007-2026-0-1801-JR-FT-12',
    decision: 'resolution 31',
    class: 'auto',
    issuedOn: '2026-12-31',
    kind: 'measuresVaried',
  },
  {
    name: 'the head of the institution above the office, and a call to the single interview',
    text: `MINISTERIO PÚBLICO
FISCALÍA DE LA NACIÓN
Primer Despacho de la Fiscalía Provincial Especializada en Violencia Contra la Mujer y los Integrantes del Grupo Familiar
CASO N° : 1706014504-2026-345-0
FISCAL RESPONSABLE : PERSONA INVENTADA
PROVIDENCIA N° 05
Cusco, 12 de noviembre del 2026.
Dado cuenta: cítese a la agraviada a la entrevista única en cámara Gesell para el día 01 de diciembre del 2026 a horas 9:00 a.m.`,
    office:
      'Primer Despacho de la Fiscalía Provincial Especializada en Violencia Contra la Mujer y los Integrantes del Grupo Familiar',
    fileNumber: '1706014504-2026-345-0',
    decision: 'providence 5',
    class: 'providencia',
    issuedOn: '2026-11-12',
    hearing: '2026-12-01 09:00',
  },
  {
    name: 'archive said in title and decision, its file under another label',
    text: `Expediente N° : 1706014504-2026-345-0
Disposición Fiscal N° 02-2026-MP-1FPEVCM-CUSCO
DISPOSICIÓN QUE DECLARA NO PROCEDE FORMALIZAR NI CONTINUAR INVESTIGACIÓN PREPARATORIA
En la ciudad del Cusco, a los dieciséis días del mes de noviembre del año dos mil veintiséis.
VISTO: lo actuado; SE DISPONE: QUE NO PROCEDE FORMALIZAR NI CONTINUAR CON LA INVESTIGACION PREPARATORIA.`,
    fileNumber: '1706014504-2026-345-0',
    decision: 'disposition 2-2026-MP-1FPEVCM-CUSCO',
    class: 'disposicion',
    issuedOn: '2026-11-16',
    kind: 'archived',
  },
  {
    name: 'preliminary hearing, day and hour in words and capitals',
    text: `PRIMER JUZGADO DE INVESTIGACIÓN PREPARATORIA DE CUSCO
EXPEDIENTE : 00988-2026-33-1001-JR-PE-01
AUTO DE CITACIÓN A AUDIENCIA
RESOLUCIÓN NÚMERO: DOS
Cusco, uno de diciembre de dos mil veintiséis
AUTOS Y VISTOS; SE RESUELVE: CITAR a audiencia preliminar para el día VEINTE DE ENERO DEL AÑO DOS MIL VEINTISIETE, a horas ONCE DE LA MAÑANA.`,
    office: 'PRIMER JUZGADO DE INVESTIGACIÓN PREPARATORIA DE CUSCO',
    fileNumber: '00988-2026-33-1001-JR-PE-01',
    decision: 'resolution 2',
    class: 'auto',
    issuedOn: '2026-12-01',
    hearing: '2027-01-20 11:00',
  },
  {
    name: 'a decree in one line',
    text: 'EXP. N° 01234-2026-0-1001-JR-FT-02. Resolución N° 5. Cusco, 2 de diciembre de 2026. Al escrito: Téngase presente.',
    fileNumber: '01234-2026-0-1001-JR-FT-02',
    decision: 'resolution 5',
    class: 'decreto',
    issuedOn: '2026-12-02',
    kind: 'decreeNotified',
  },
  {
    name: 'cédula of the casilla with its columns run together',
    text: `CORTE SUPERIOR DE JUSTICIA
CUSCO
420260123452026012341001174000999
NOTIFICACION N° 12345-2026-JR-FT
EXPEDIENTE 01234-2026-0-1001-JR-FT-02 JUZGADO 2° JUZGADO DE FAMILIA - Sede Wanchaq
JUEZ PERSONA INVENTADA ESPECIALISTA LEGAL OTRA PERSONA
DEMANDANTE : INVENTADA, ROSA
DESTINATARIO CENTRO EMERGENCIA MUJER
DIRECCION : Dirección Electrónica - N° 98765
Se adjunta Resolución TRES de fecha 28/11/2026 a Fjs : 12
ANEXANDO LO SIGUIENTE:
RES TRES
30 DE NOVIEMBRE DE 2026`,
    office: '2° JUZGADO DE FAMILIA - Sede Wanchaq',
    fileNumber: '01234-2026-0-1001-JR-FT-02',
    decision: 'resolution 3',
    issuedOn: '2026-11-28',
    form: 'electronicBox',
  },
  {
    name: 'a message that is no notice',
    text: 'Buenas tardes, le envío la lista de útiles para el 28/11/2026 a las 9:00.',
  },
  { name: 'nothing', text: '' },
  { name: 'a shopping list with numbers', text: 'Papel 500 hojas\nTóner 2 unidades\nJuzgado: llamar mañana' },
];
