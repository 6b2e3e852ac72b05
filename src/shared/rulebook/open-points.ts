/**
 * What the program assumes where nobody could read the official text, point by point, so that the centre can write down
 * what it found out and from where. Points that are data by themselves (articles, terms, kit) have their own tables.
 */
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { shippedRow, type RuleTable } from './table.ts';

const pointSchema = z.strictObject({
  topic: z.string().min(1).max(60),
  question: z.string().min(1).max(300),
  practice: z.string().min(1).max(300),
  /** What the centre found out; null while nobody looked. */
  finding: cleanedText(1000).nullable(),
});
type PointValue = z.infer<typeof pointSchema>;

type Point = readonly [question: string, practice: string];

const points: Readonly<Record<string, Readonly<Record<string, Point>>>> = {
  'Ficha y registro': {
    U01: [
      'Nombres y etiquetas de las columnas de 2026',
      'Los de una copia vuelta a publicar; compárelos con el archivo de la oficina.',
    ],
    U02: [
      'Códigos de las listas de las que solo se conoce el orden',
      'De 1 en adelante; 0 para un «No» o «Ninguno» inicial.',
    ],
    U03: [
      'Texto completo de la Ficha de 2021 y formularios posteriores',
      'Las secciones de la Ficha de julio de 2021.',
    ],
    U05: ['Números oficiales de las 22 acciones del plan', 'Orden del archivo; sin número las que no se conocen.'],
    U06: ['Unidad del tiempo de gestación', 'Semanas, de 1 a 42.'],
    U07: [
      'Edad desde la que se pregunta lengua y pertenencia étnica',
      'Lengua desde los 3 años; pertenencia étnica desde los 12.',
    ],
    U08: [
      'Cuándo se preguntan situación migratoria, domicilio de la presunta persona agresora, visita e instancias',
      'Según las condiciones de la Ficha; siempre se puede omitir.',
    ],
    U09: ['«Ninguno» excluye las demás opciones', 'Sí.'],
    U10: ['Parte alfabética del número de ficha', 'Vacía; letra libre.'],
    U11: ['A.1.2: si pregunta por la presunta persona agresora o por la usuaria', 'Por la presunta persona agresora.'],
    U12: ['Contenido de las fichas de feminicidio y tentativa', 'Número, año y la copia adjunta.'],
    U13: [
      'Si el centro puede llevar un registro de trabajo junto al oficial',
      'Sí, como herramienta de trabajo; nada se envía.',
    ],
  },
  Condición: {
    U20: ['Orden de las preguntas que llevan a la condición', 'El procedimiento de la ayuda «Condición».'],
    U21: [
      'Misma presunta persona agresora, hecho nuevo, sin patrocinio',
      'El hecho va en la ficha existente, con aviso.',
    ],
    U22: ['Un hecho con dos presuntas personas agresoras', 'Dos fichas enlazadas.'],
    U23: ['Qué cuenta como última atención', 'Las acciones marcadas «Cuenta como atención».'],
    U24: ['«Más de un año»: fecha de calendario o 365 días', 'Fecha de calendario.'],
    U25: ['Si las cinco condiciones cuentan en los totales', 'Sí; se imprimen los dos totales.'],
  },
  Riesgo: {
    U30: ['Regla de probabilidad, impacto y tiempo', 'Ninguna: decide la persona profesional.'],
    U31: ['«Mayores de 14»: desde 14 o desde 15 años', 'Desde los 14.'],
    U32: ['En qué escala sube el riesgo por embarazo', 'En la de cuatro niveles; el tope es severo 2.'],
    U33: ['Si el CEM puede aplicar y firmar la ficha de riesgo', 'Sí; el encabezado lleva el centro.'],
    U34: ['Resolución de la ficha de pareja y versiones posteriores', 'RM 328-2019-MIMP.'],
    U35: ['Fichas para niñas, niños y personas adultas mayores', 'El nivel lo da otra entidad, con fecha y copia.'],
    U37: [
      'Cada cuánto se vuelve a valorar',
      'Severo cada 15 días y luego cada mes; moderado cada mes; leve cada trimestre; ante cada hecho nuevo.',
    ],
    U38: ['Qué se hace en cada nivel', 'La lista del mismo día; plan de seguridad en todos los niveles.'],
    U67: [
      'Motivos de cierre y qué se mira antes',
      'Los de «Motivos de cierre»; la lista de «Antes de cerrar una ficha», seguimiento supervisado y dos personas.',
    ],
    U68: ['Intentos antes de cerrar por falta de contacto', 'Tres, en días distintos.'],
  },
  'Escritos y datos personales': {
    U51: ['Si cada escrito es una acción de la Sección H', 'Sí.'],
    U52: ['Nombres de niñas y niños en los escritos', 'Iniciales, y el nombre en la hoja reservada.'],
    U53: ['Escritos 16 y 17 dentro de las funciones del CEM', 'El 16 se ofrece; el 17 no.'],
    U54: ['Base para compartir datos sin consentimiento en peligro', 'Permitido con el motivo registrado.'],
    U55: ['Tiempos de conservación', 'Nada se borra; se archiva.'],
  },
  'Derivación y salud': {
    U71: ['Resolución de la NTS 164-MINSA/2020/DGIESP', 'Se cita solo la norma técnica.'],
    U72: [
      'Formatos anexos del DS 008-2019-SA y ficha del hogar de refugio',
      'Formatos propios; se cambian en «Modelos de derivaciones».',
    ],
    U73: [
      'Quién consiente por personas menores de edad',
      'La persona que la cuida y no agrede, con su asentimiento; si no, la autoridad.',
    ],
    U75: ['Cadena de custodia', 'Acta de recepción; se entrega a la PNP o a la fiscalía.'],
  },
  'Reportes y datos': {
    U80: ['Formato y tablas que pide hoy el ministerio; día de cierre', 'T1 a T18; quinto día del mes siguiente.'],
    U81: ['Casos tardíos y corregidos', 'Mes de validación, con nota.'],
    U83: [
      'Si un archivo fila por fila sale del centro, y a quién',
      'No; archivo restringido si se ordena por escrito.',
    ],
    U90: ['Formatos de carné de extranjería, PTP, CPP y pasaporte', 'Amplios; solo se advierte.'],
    U91: ['Formatos de teléfono', 'Nueve dígitos que empiezan con 9; fijos amplios; solo se advierte.'],
    U94: ['Horario y turnos del centro', 'Lunes a viernes, de 8:00 a 16:15.'],
    U95: ['Presencia de médico o contraparte policial', 'No.'],
  },
};

export const openPointTable: RuleTable<PointValue> = {
  id: 'open-point',
  title: 'Puntos por averiguar',
  about:
    'Lo que el programa supone donde no se tuvo a la vista el texto oficial. Anote lo que averiguó y su fuente. Si difiere de cómo trabaja el programa, avise a soporte: escribirlo aquí no cambia el programa.',
  value: pointSchema,
  fields: [
    { name: 'topic', label: 'Tema', kind: 'text', isFixed: true },
    { name: 'question', label: 'Punto', kind: 'longText', isFixed: true },
    { name: 'practice', label: 'Cómo trabaja el programa', kind: 'longText', isFixed: true },
    { name: 'finding', label: 'Lo que se averiguó', kind: 'longText', optional: true },
  ],
  needsTwoEyes: false,
  shipped: Object.entries(points).flatMap(([topic, own]) =>
    Object.entries(own).map(([id, [question, practice]]) =>
      shippedRow(id, {
        value: { topic, question, practice, finding: null },
        validFrom: '2026-01-01',
        source: 'Supuesto del programa',
        confirmation: 'toConfirm',
      }),
    ),
  ),
  label: ({ topic, question }) => `${topic}: ${question}`,
};
