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
  ['Ctrl+K · Ctrl+B · F3', 'Buscar o hacer: personas, fichas, lo que se puede hacer, páginas y ayuda'],
  ['Ctrl+G · Ctrl+S', 'Guardar ahora'],
<<<<<<< HEAD
  ['Ctrl+Enter', 'El botón lleno de la pantalla, donde lo dice'],
  ['Alt+N · Ctrl+N', 'Registrar llegada: a la línea de la orden de llegada'],
  ['↑ ↓ · Enter · E · F · C', 'En la orden de llegada: marcar; llamar, entregar, abrir ficha, cerrar'],
=======
  ['Ctrl+P', 'En un papel que se escribe: ver el borrador'],
  ['Ctrl+Entrar', 'El botón lleno de la pantalla, donde lo dice'],
  ['Alt+N · Ctrl+N', 'Registrar llegada'],
>>>>>>> w-papers
  ['Alt+1 … Alt+8', 'En una ficha: ir a la sección A … H'],
  ['Ctrl+RePág · Ctrl+AvPág', 'En una ficha: sección anterior, siguiente'],
  [
    'Alt+M',
    'Discreción: ocultar nombres y riesgos hasta bloquear; en la orden de llegada, ver 20 segundos el nombre marcado',
  ],
  ['F2', 'En una ficha: derivar con urgencia'],
  ['Alt+R · Alt+P', 'En una ficha: el riesgo y los papeles'],
  ['F4', 'En una ficha: anotar una atención'],
  ['Mayús+F4', 'Avisar de un hecho nuevo o de un incumplimiento'],
  ['F8', 'En una ficha: abrir la ficha anterior de las mismas personas'],
  ['F6 · Mayús+F6', 'Siguiente región de la pantalla; con Mayús, la anterior'],
  ['F9', 'En la barra oscura de arriba: «Recibido»; otra vez, qué hacer y quién lo recibió'],
  ['Alt+C · Mayús+Alt+C', 'En la hoja para el registro central: copiar la siguiente, volver a la anterior'],
  ['S · N · Supr', 'En una pregunta de sí o no: Sí, No, quitar respuesta'],
  ['1 … 9 · Enter · Ctrl+↓', 'En una pregunta: elegir, seguir, ir a la siguiente sin responder'],
  ['Ctrl+F', 'En la historia de una ficha: buscar en ella'],
  ['Esc', 'Cerrar la lista, la ayuda o el diálogo; no borra nada'],
  ['F1', 'La ayuda de esta pantalla y estas teclas'],
];
