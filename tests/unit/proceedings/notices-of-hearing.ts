/** Invented notices of judgments, of the chamber, and of hearings called or moved. Nobody in them exists. */
import type { Expected } from './notice-case.ts';

export const hearingNotices: readonly Expected[] = [
  {
    name: 'judgment of a criminal court',
    text: `EXPEDIENTE : 02211-2025-3-1001-JR-PE-04
4° JUZGADO PENAL UNIPERSONAL DE CUSCO
SENTENCIA
RESOLUCIÓN N° 08
Cusco, 20 de noviembre de 2026.
VISTOS y OÍDOS. FALLO: CONDENANDO a la persona acusada por el delito de agresiones.`,
    fileNumber: '02211-2025-3-1001-JR-PE-04',
    office: '4° JUZGADO PENAL UNIPERSONAL DE CUSCO',
    decision: 'resolution 8',
    class: 'sentencia',
    issuedOn: '2026-11-20',
    kind: 'judgment',
  },
  {
    name: 'judgment of an immediate process',
    text: `EXPEDIENTE : 02212-2026-0-1001-JR-PE-01
JUZGADO UNIPERSONAL DE FLAGRANCIA
SENTENCIA DE PROCESO INMEDIATO
RESOLUCIÓN CUATRO
Cusco, veintiuno de noviembre de dos mil veintiséis
FALLO: CONDENANDO.`,
    fileNumber: '02212-2026-0-1001-JR-PE-01',
    office: 'JUZGADO UNIPERSONAL DE FLAGRANCIA',
    decision: 'resolution 4',
    class: 'sentencia',
    issuedOn: '2026-11-21',
    kind: 'immediateJudgment',
  },
  {
    name: 'judgment on alimony',
    text: `JUZGADO DE PAZ LETRADO DE SANTIAGO
EXPEDIENTE : 00333-2026-0-1001-JP-FC-01
MATERIA : ALIMENTOS
SENTENCIA N° 45-2026
RESOLUCIÓN NÚMERO NUEVE
Santiago, 02 de noviembre de 2026
FALLO: Declarando FUNDADA en parte la demanda.`,
    fileNumber: '00333-2026-0-1001-JP-FC-01',
    office: 'JUZGADO DE PAZ LETRADO DE SANTIAGO',
    decision: 'resolution 9',
    class: 'sentencia',
    issuedOn: '2026-11-02',
    kind: 'alimonyJudgment',
  },
  {
    name: 'judgment of the chamber',
    text: `SALA CIVIL : SALA CIVIL PERMANENTE
EXPEDIENTE : 00333-2026-0-1001-JP-FC-01
SENTENCIA DE VISTA
RESOLUCIÓN NÚMERO VEINTIDÓS
Cusco, catorce de diciembre de dos mil veintiséis.
CONFIRMARON la sentencia apelada.`,
    fileNumber: '00333-2026-0-1001-JP-FC-01',
    office: 'SALA CIVIL PERMANENTE',
    decision: 'resolution 22',
    class: 'sentencia',
    issuedOn: '2026-12-14',
    kind: 'appealJudgment',
  },
  {
    name: 'order of the chamber on measures',
    text: `PRIMERA SALA CIVIL DE CUSCO
EXPEDIENTE : 01234-2026-78-1001-JR-FT-02
AUTO DE VISTA
RESOLUCIÓN N.° 4
Cusco, 15 de diciembre de 2026
CONFIRMARON el auto que dictó medidas de protección.`,
    fileNumber: '01234-2026-78-1001-JR-FT-02',
    office: 'PRIMERA SALA CIVIL DE CUSCO',
    decision: 'resolution 4',
    class: 'auto',
    issuedOn: '2026-12-15',
    kind: 'chamberDecided',
  },
  {
    name: 'hearing rescheduled, with the old and the new day',
    text: `EXPEDIENTE : 00512-2026-0-1001-JR-FT-01
JUZGADO : 1° JUZGADO DE FAMILIA
RESOLUCIÓN N° 2
Cusco, 27 de noviembre de 2026
DADO CUENTA. SE DISPONE: REPROGRAMAR la audiencia del 02/12/2026 a las 09:00 horas para el día 10 de diciembre de 2026, a las 11:30 horas.`,
    fileNumber: '00512-2026-0-1001-JR-FT-01',
    office: '1° JUZGADO DE FAMILIA',
    decision: 'resolution 2',
    class: 'decreto',
    issuedOn: '2026-11-27',
    kind: 'hearingRescheduled',
    hearing: '2026-12-10 11:30',
  },
  {
    name: 'hearing called, hour in words',
    text: `EXPEDIENTE : 00513-2026-0-1001-JR-FT-01
JUZGADO : 1° JUZGADO DE FAMILIA
DECRETO
RESOLUCIÓN NÚMERO UNO
Cusco, veintisiete de noviembre de dos mil veintiséis
Señálese fecha para la audiencia única el día nueve de diciembre de dos mil veintiséis, a las diez horas con treinta minutos.`,
    fileNumber: '00513-2026-0-1001-JR-FT-01',
    office: '1° JUZGADO DE FAMILIA',
    decision: 'resolution 1',
    class: 'decreto',
    issuedOn: '2026-11-27',
    kind: 'decreeNotified',
    hearing: '2026-12-09 10:30',
  },
  {
    name: 'observed, with its term in words',
    text: `EXPEDIENTE : 00610-2026-0-1001-JP-FC-01
JUZGADO : 2° JUZGADO DE PAZ LETRADO
RESOLUCION NUMERO UNO
Cusco, 23 de noviembre de 2026
AUTOS Y VISTOS. SE RESUELVE: declarar INADMISIBLE la demanda y conceder el plazo de tres días para que subsane lo observado.`,
    fileNumber: '00610-2026-0-1001-JP-FC-01',
    office: '2° JUZGADO DE PAZ LETRADO',
    decision: 'resolution 1',
    class: 'auto',
    issuedOn: '2026-11-23',
    kind: 'observed',
    term: 'plazo de tres días',
  },
  {
    name: 'pleading served',
    text: `EXPEDIENTE : 00611-2026-0-1001-JR-FC-01
JUZGADO : 2° JUZGADO CIVIL
RESOLUCION N° 6
Cusco, 24 de noviembre de 2026
DADO CUENTA el escrito: córrase traslado a la otra parte por el plazo de CINCO DIAS HABILES.`,
    fileNumber: '00611-2026-0-1001-JR-FC-01',
    office: '2° JUZGADO CIVIL',
    decision: 'resolution 6',
    class: 'decreto',
    issuedOn: '2026-11-24',
    kind: 'pleadingServed',
    term: 'plazo de CINCO DIAS HABILES',
  },
  {
    name: 'notified in the hearing itself',
    text: `ACTA DE AUDIENCIA
EXPEDIENTE : 00700-2026-0-1001-JR-FT-02
JUZGADO : 2° JUZGADO DE FAMILIA
RESOLUCIÓN N° 3
Cusco, 25 de noviembre de 2026
AUTO FINAL
SE RESUELVE: OTORGAR medidas de protección. Las partes quedan notificadas en este acto.`,
    fileNumber: '00700-2026-0-1001-JR-FT-02',
    office: '2° JUZGADO DE FAMILIA',
    decision: 'resolution 3',
    class: 'auto',
    issuedOn: '2026-11-25',
    kind: 'measuresDecided',
    entry: '2026-11-25',
    form: 'hearing',
  },
];
