export const helpWords = {
  title: 'Ayuda',
  close: 'Cerrar',
  manual: 'Manual',
  keys: 'Teclas',
  search: 'Buscar en el manual',
  searchHint: 'Palabras de lo que quiere hacer. Las tildes no importan.',
  contents: 'Contenido',
  back: 'Volver',
  found: (count: number) => (count === 1 ? '1 parte del manual' : `${count} partes del manual`),
  nothing: 'Ninguna parte del manual tiene esas palabras.',
  noPage: 'El manual no tiene una página de esta pantalla.',
  enlarge: (what: string) => `Ampliar la imagen: ${what}`,
} as const;

/** What each key does, in the words of the list of keys. */
export const keyWords: readonly (readonly [keys: string, words: string])[] = [
  ['F12 · Ctrl+L', 'Pausa; sin PIN, cerrar la sesión'],
  ['Ctrl+B · F3', 'Buscar personas y casos'],
  ['Ctrl+G · Ctrl+S', 'Guardar ahora'],
  ['Ctrl+Entrar', 'El botón lleno de la pantalla, donde lo dice'],
  ['Alt+N · Ctrl+N', 'Registrar llegada'],
  ['Alt+1 … Alt+8', 'En una ficha: ir a la sección A … H'],
  ['Ctrl+RePág · Ctrl+AvPág', 'En una ficha: sección anterior, siguiente'],
  ['Alt+M', 'Discreción: ocultar nombres y riesgos hasta bloquear'],
  ['F2', 'En una ficha: derivar con urgencia'],
  ['F4', 'Avisar de un hecho nuevo o de un incumplimiento'],
  ['F8', 'En una ficha: abrir la ficha anterior de las mismas personas'],
  ['F6 · Mayús+F6', 'Siguiente región de la pantalla; con Mayús, la anterior'],
  ['F9 · Mayús+F9', 'En la hoja para el registro central: copiar la siguiente, volver a la anterior'],
  ['S · N · Supr', 'En una pregunta de sí o no: Sí, No, quitar respuesta'],
  ['Esc', 'Cerrar la lista, la ayuda o el diálogo; no borra nada'],
  ['F1', 'La ayuda de esta pantalla y estas teclas'],
];
