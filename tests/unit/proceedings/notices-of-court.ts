/** Invented notices of courts: layouts, broken lines, missing accents. Nobody in them exists. */
import type { Expected } from './notice-case.ts';

const file = '01234-2026-0-1001-JR-FT-02';

export const courtNotices: readonly Expected[] = [
  {
    name: 'cédula of the casilla, labels in columns',
    text: `CORTE SUPERIOR DE JUSTICIA DE CUSCO
Sistema de Notificaciones Electronicas SINOE
NOTIFICACION N° 12345-2026-JR-FT
EXPEDIENTE     : 01234-2026-0-1001-JR-FT-02
JUZGADO        : 2° JUZGADO DE FAMILIA - SEDE CENTRAL
JUEZ           : PERSONA INVENTADA UNO
ESPECIALISTA LEGAL : PERSONA INVENTADA DOS
MATERIA        : VIOLENCIA FAMILIAR
DESTINATARIO   : PERSONA INVENTADA TRES
DIRECCION ELECTRONICA : CASILLA 98765
Fecha de notificación: 30/11/2026 16:05:11
Se adjunta RESOLUCION TRES DE FECHA 28/11/2026 A FOJAS 12`,
    fileNumber: file,
    office: '2° JUZGADO DE FAMILIA - SEDE CENTRAL',
    decision: 'resolution 3',
    issuedOn: '2026-11-28',
    entry: '2026-11-30 16:05',
    form: 'electronicBox',
  },
  {
    name: 'resolution on measures, date in words',
    text: `2° JUZGADO DE FAMILIA - SEDE CENTRAL
EXPEDIENTE : 01234-2026-0-1001-JR-FT-02
MATERIA : VIOLENCIA CONTRA LA MUJER
JUEZ : PERSONA INVENTADA UNO
ESPECIALISTA : PERSONA INVENTADA DOS

RESOLUCIÓN NÚMERO TRES
Cusco, veintiocho de noviembre
de dos mil veintiséis.-

AUTOS Y VISTOS: Con la denuncia que antecede; y CONSIDERANDO: Primero.- Que la parte refiere hechos del 10/11/2026.
SE RESUELVE:
1. DICTAR MEDIDAS DE PROTECCIÓN a favor de la persona agraviada.
2. Notifíquese.`,
    fileNumber: file,
    office: '2° JUZGADO DE FAMILIA - SEDE CENTRAL',
    decision: 'resolution 3',
    class: 'auto',
    issuedOn: '2026-11-28',
    kind: 'measuresDecided',
  },
  {
    name: 'file number broken in the middle, headers repeated',
    text: `EXPEDIENTE N° 01234-2026-0-
1001-JR-FT-02
JUZGADO DE FAMILIA TRANSITORIO DE SAN JERONIMO
RESOLUCION NRO. 05
Cusco, 28 de noviembre del 2026
EXPEDIENTE N° 01234-2026-0-1001-JR-FT-02
DADO CUENTA; al escrito que antecede: téngase presente.
EXPEDIENTE N° 01234-2026-0-1001- JR - FT -02`,
    fileNumber: file,
    office: 'JUZGADO DE FAMILIA TRANSITORIO DE SAN JERONIMO',
    decision: 'resolution 5',
    class: 'decreto',
    issuedOn: '2026-11-28',
    kind: 'decreeNotified',
  },
  {
    name: 'appeal granted, title says auto',
    text: `JUZGADO : Primer Juzgado de Familia de Wanchaq
EXPEDIENTE: 00077-2026-12-1001-JR-FT-01
RESOLUCIÓN N.º 7 (AUTO QUE CONCEDE APELACIÓN)
Wanchaq, tres de diciembre del año dos mil veintiséis
SE RESUELVE: CONCEDER sin efecto suspensivo el recurso de apelación contra la resolución número seis.`,
    fileNumber: '00077-2026-12-1001-JR-FT-01',
    office: 'Primer Juzgado de Familia de Wanchaq',
    decision: 'resolution 7',
    class: 'auto',
    issuedOn: '2026-12-03',
    kind: 'appealGranted',
  },
  {
    name: 'measures varied',
    text: `EXPEDIENTE : 00450-2026-0-1001-JR-FT-03
JUZGADO : TERCER JUZGADO DE FAMILIA
RESOLUCION NUMERO: ONCE
Cusco, primero de diciembre de dos mil veintiseis
AUTOS Y VISTOS; y CONSIDERANDO lo expuesto.
SE RESUELVE: VARIAR las medidas
de proteccion dictadas en la resolución número dos.`,
    fileNumber: '00450-2026-0-1001-JR-FT-03',
    office: 'TERCER JUZGADO DE FAMILIA',
    decision: 'resolution 11',
    class: 'auto',
    issuedOn: '2026-12-01',
    kind: 'measuresVaried',
  },
  {
    name: 'measures lifted',
    text: `EXPEDIENTE : 00451-2026-0-1001-JR-FT-03
JUZGADO : TERCER JUZGADO DE FAMILIA
RESOLUCION N° 12
Cusco, 01 de diciembre de 2026
AUTOS Y VISTOS. SE RESUELVE: DEJAR SIN EFECTO las medidas de protección.`,
    fileNumber: '00451-2026-0-1001-JR-FT-03',
    office: 'TERCER JUZGADO DE FAMILIA',
    decision: 'resolution 12',
    class: 'auto',
    issuedOn: '2026-12-01',
    kind: 'measuresLifted',
  },
  {
    name: 'supervision charged to the centre',
    text: `EXPEDIENTE : 00701-2026-0-1001-JR-FT-02
JUZGADO : 2° JUZGADO DE FAMILIA
RESOLUCIÓN N° 9
Cusco, 25 de noviembre de 2026
AUTOS Y VISTOS. SE RESUELVE: encargar la supervisión de las medidas al Centro Emergencia Mujer.`,
    fileNumber: '00701-2026-0-1001-JR-FT-02',
    office: '2° JUZGADO DE FAMILIA',
    decision: 'resolution 9',
    class: 'auto',
    issuedOn: '2026-11-25',
    kind: 'supervisionOrdered',
  },
  {
    name: 'measures granted and supervision charged: the measures are the act',
    text: `EXPEDIENTE : 00702-2026-0-1001-JR-FT-02
JUZGADO : 2° JUZGADO DE FAMILIA
RESOLUCIÓN N° 2
Cusco, 26 de noviembre de 2026
AUTOS Y VISTOS. SE RESUELVE: 1) DICTAR medidas de protección; 2) la supervisión queda a cargo del CEM; 3) córrase traslado.`,
    fileNumber: '00702-2026-0-1001-JR-FT-02',
    office: '2° JUZGADO DE FAMILIA',
    decision: 'resolution 2',
    class: 'auto',
    issuedOn: '2026-11-26',
    kind: 'measuresDecided',
  },
  {
    name: 'everything on one line, without accents',
    text: 'JUZGADO : 3 JUZGADO DE FAMILIA EXPEDIENTE : 00900-2026-0-1001-JR-FT-03 RESOLUCION NUMERO DIEZ AUTOS Y VISTOS SE RESUELVE DENEGAR LAS MEDIDAS DE PROTECCION',
    fileNumber: '00900-2026-0-1001-JR-FT-03',
    office: '3 JUZGADO DE FAMILIA',
    decision: 'resolution 10',
    class: 'auto',
    kind: 'measuresDecided',
  },
  {
    name: 'a decision that cites others in its text',
    text: `EXPEDIENTE : 00901-2026-0-1001-JR-FT-03
JUZGADO : 3° JUZGADO DE FAMILIA
RESOLUCIÓN N° 14
Cusco, 30 de noviembre de 2026
VISTOS: la apelación contra la resolución número doce de fecha 20/11/2026, y la Casación N° 123-2018. Que en el Exp. 00930-2022-0-2801-JR-FT-01 se dijo lo mismo.
SE RESUELVE: declarar IMPROCEDENTE el recurso de apelación.`,
    fileNumber: '00901-2026-0-1001-JR-FT-03',
    office: '3° JUZGADO DE FAMILIA',
    decision: 'resolution 14',
    issuedOn: '2026-11-30',
    kind: 'appealRefused',
  },
  {
    name: 'cédula on paper',
    text: `CEDULA DE NOTIFICACION
NOTIFICACION N° 555-2026-JP-FC
EXPEDIENTE : 00902-2026-0-1001-JP-FC-02
JUZGADO : 2° JUZGADO DE PAZ LETRADO
DESTINATARIO : PERSONA INVENTADA
DIRECCION : domicilio procesal, calle Inventada 1
Se notifica la RESOLUCIÓN N° 1 de fecha 18/11/2026
Fecha de entrega: 25/11/2026`,
    fileNumber: '00902-2026-0-1001-JP-FC-02',
    office: '2° JUZGADO DE PAZ LETRADO',
    decision: 'resolution 1',
    issuedOn: '2026-11-18',
    entry: '2026-11-25',
    form: 'paper',
  },
  {
    name: 'cédula with the day of the sheet at its foot, which is no day of the decision',
    text: `NOTIFICACION N° 556-2026-JP-FC
EXPEDIENTE : 00903-2026-0-1001-JP-FC-02
JUZGADO : 2° JUZGADO DE PAZ LETRADO
DESTINATARIO : PERSONA INVENTADA
DIRECCION : CASILLA ELECTRONICA 111
ANEXANDO LO SIGUIENTE: RESOLUCION NRO. DOS
30 DE NOVIEMBRE DE 2026`,
    fileNumber: '00903-2026-0-1001-JP-FC-02',
    office: '2° JUZGADO DE PAZ LETRADO',
    decision: 'resolution 2',
    form: 'electronicBox',
  },
  {
    name: 'cédula and decision in one file',
    text: `NOTIFICACION N° 557-2026-JR-FT
EXPEDIENTE : 00904-2026-0-1001-JR-FT-02   JUZGADO : 2° JUZGADO DE FAMILIA
DESTINATARIO : PERSONA INVENTADA
CASILLA ELECTRONICA : 111
ANEXANDO LO SIGUIENTE: RESOLUCION NRO. CUATRO
30 DE NOVIEMBRE DE 2026
\f2° JUZGADO DE FAMILIA
EXPEDIENTE : 00904-2026-0-1001-JR-FT-02
RESOLUCIÓN NRO. CUATRO.-
Cusco, veintisiete de noviembre
del año dos mil veintiséis.-
AUTOS Y VISTOS; SE RESUELVE: DICTAR las siguientes medidas de protección. FECHA DE NACIMIENTO 01/02/1990.`,
    fileNumber: '00904-2026-0-1001-JR-FT-02',
    office: '2° JUZGADO DE FAMILIA',
    decision: 'resolution 4',
    class: 'auto',
    issuedOn: '2026-11-27',
    kind: 'measuresDecided',
    form: 'electronicBox',
  },
  {
    name: 'what happened before is not what is decided',
    text: `EXPEDIENTE : 00905-2026-0-1001-JR-FT-02
JUZGADO : 2° JUZGADO DE FAMILIA
RESOLUCIÓN N.° 6
Cusco, 30 de noviembre del año 2026
VISTOS: que por resolución número dos se resolvió dictar medidas de protección; que en la audiencia del 10/11/2026 a las 9:00 la parte fue notificada el 12/11/2026.
AUTOS Y VISTOS, SE RESUELVE: CONCEDER APELACIÓN sin efecto suspensivo.`,
    fileNumber: '00905-2026-0-1001-JR-FT-02',
    office: '2° JUZGADO DE FAMILIA',
    decision: 'resolution 6',
    class: 'auto',
    issuedOn: '2026-11-30',
    kind: 'appealGranted',
  },
  {
    name: 'hard spaces, ordinals with º and a hearing by video at half past three',
    text: `1º\u00a0JUZGADO\u00a0DE\u00a0FAMILIA\u00a0DE\u00a0WANCHAQ
EXPEDIENTE\u00a0Nº\u00a000906-2026-0-1001-JR-FT-01
RESOLUCIÓN\u00a0Nº\u00a02
Wanchaq,\u00a030\u00a0de\u00a0noviembre\u00a0de\u00a02026
Dado cuenta: CÍTESE a las partes a la audiencia virtual para el día martes 15 de diciembre de 2026 a horas 3:30 p.m.`,
    fileNumber: '00906-2026-0-1001-JR-FT-01',
    office: '1º JUZGADO DE FAMILIA DE WANCHAQ',
    decision: 'resolution 2',
    class: 'decreto',
    issuedOn: '2026-11-30',
    kind: 'decreeNotified',
    hearing: '2026-12-15 15:30',
  },
  {
    name: 'a report asked of the centre',
    text: `EXPEDIENTE : 00907-2026-0-1001-JR-FT-02
JUZGADO : 2° JUZGADO DE FAMILIA
RESOLUCIÓN N° 5
Cusco, 30 de noviembre de 2026
DADO CUENTA: que el Centro Emergencia Mujer remita el informe social dentro de cinco días.`,
    fileNumber: '00907-2026-0-1001-JR-FT-02',
    office: '2° JUZGADO DE FAMILIA',
    decision: 'resolution 5',
    class: 'decreto',
    issuedOn: '2026-11-30',
    kind: 'reportRequested',
    term: 'dentro de cinco días',
  },
  {
    name: 'an order of which no sign says what it decides',
    text: `EXPEDIENTE : 00908-2026-0-1001-JR-FT-02
JUZGADO : 2° JUZGADO DE FAMILIA
RESOLUCIÓN N° 7
Cusco, 30 de noviembre de 2026
AUTOS Y VISTOS. SE RESUELVE: INTEGRAR la resolución número seis.`,
    fileNumber: '00908-2026-0-1001-JR-FT-02',
    office: '2° JUZGADO DE FAMILIA',
    decision: 'resolution 7',
    class: 'auto',
    issuedOn: '2026-11-30',
  },
  {
    name: 'cédula of SINOE, which names the resolution again among what is attached',
    text: `CORTE SUPERIOR DE JUSTICIA DE LIMA ESTE - Sistema de Notificaciones Electronicas SINOE
NOTIFICACION N°45678-2026-JR-FT
EXPEDIENTE\t05678-2026-0-3207-JR-FT-09\tJUZGADO\t9° JUZGADO DE FAMILIA
DESTINATARIO\tPERSONA INVENTADA
DIRECCION : Dirección Electrónica - N° 98765
Se adjunta Resolución DOS de fecha 23/06/2026 a Fjs : 9
ANEXANDO LO SIGUIENTE:
RES. 2

25 DE JUNIO DE 2026`,
    office: '9° JUZGADO DE FAMILIA',
    fileNumber: '05678-2026-0-3207-JR-FT-09',
    decision: 'resolution 2',
    issuedOn: '2026-06-23',
    form: 'electronicBox',
  },
];
