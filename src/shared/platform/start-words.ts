/** Words of the boxes shown where no page can: what happened, what is safe, what to do now (es-PE). */

export const startTitle = 'Registro CEM no se abrió';
export const pageTitle = 'Registro CEM se cerró';

const untouched = 'Sus datos no se tocaron: están como los dejó.';

/** What kept the program from opening, where the failure has no words of its own. */
export const startCauses = {
  'folder-out-of-reach': {
    what: 'No se llega a la carpeta de datos: la unidad o la red no responde, o hay un archivo donde debe estar la carpeta.',
    now: 'Conecte la unidad o la red y abra el programa otra vez. Si no hay nada que conectar, avise a soporte.',
  },
  'no-rights': {
    what: 'Esta cuenta de Windows no puede usar la carpeta de datos.',
    now: 'Entre con la cuenta de siempre y abra el programa otra vez. Si es la de siempre, avise a soporte.',
  },
  'disk-full': {
    what: 'No hay espacio en el disco de la carpeta de datos.',
    now: 'Libere espacio y abra el programa otra vez.',
  },
  'part-missing': {
    what: 'Falta una parte del programa: la instalación quedó incompleta o el antivirus la tomó.',
    now: 'Instale el programa otra vez o avise a soporte. Instalarlo no toca los datos.',
  },
  unknown: {
    what: 'Algo falló de nuestro lado.',
    now: 'Abra el programa otra vez. Si se repite, avise a soporte.',
  },
} as const;
export type StartCause = keyof typeof startCauses;

const parts = (...lines: readonly string[]) => lines.join('\n\n');
const numbered = (incident: string) => `Número para soporte: ${incident}`;

/** @param incident number of the line in the log; null where the cause says enough */
export function startBox(cause: StartCause, incident: string | null): string {
  const { what, now } = startCauses[cause];
  return parts(what, untouched, now, ...(incident === null ? [] : [numbered(incident)]));
}

/** For a failure with words of its own: they say what happened and what to do. */
export function expectedStartBox(words: string): string {
  return parts(words, untouched, 'Cuando esté resuelto, abra el programa otra vez. Si no sabe cómo, avise a soporte.');
}

/** @param name of the switch, one of the list that is refused */
export function refusedSwitchBox(name: string): string {
  return parts(
    `El programa no se abre con «--${name}»: debilita la protección de los datos.`,
    untouched,
    'Ábralo con su icono de siempre. Si así se repite, alguien cambió ese icono: avise a soporte.',
  );
}

export function pageGoneBox(incident: string): string {
  return parts(
    'La pantalla del programa falló tres veces seguidas.',
    'Lo guardado y los borradores siguen en el registro.',
    'Reinicie la computadora y abra el programa otra vez. Si se repite, avise a soporte.',
    numbered(incident),
  );
}
