/** Names of no list that begin a sentence are asked about; how often an ordinary note is asked about for nothing is measured. */
import { describe, expect, it } from 'vitest';
import { nameLists } from '../../../src/main/people/index.ts';
import { bareWord } from '../../../src/shared/people/index.ts';
import { finder, piecesOf, seenInSmall, type Secrets } from '../../../src/shared/subject/index.ts';

const secrets: Secrets = {
  ...{ others: [], closed: [], ownNames: ['Rosa Inventada Quispe'], ownTexts: [] },
  calm: ['Lima', 'CEM Inventado'],
  names: {
    given: new Set(nameLists.givenNames.flatMap(([name]) => bareWord(name).split(' '))),
    surnames: new Set(nameLists.surnames.map(([name]) => bareWord(name))),
  },
};
const flagged = (text: string, more: Partial<Secrets> = {}) =>
  piecesOf(text, (one) => finder({ ...secrets, ...more })(one, 'staff')).filter(({ findings }) => findings.length > 0);

/** Of no list; written as people write them. */
const unlisted = [
  ...['Yhosselinda', 'Wayrachay', 'Nurhama', 'Kelvinson', 'Jhanpiere', 'Brithanya', 'Sharumy', 'Ximeyla', 'Thaylinn'],
  ...['Dayroncito', 'Estefhany', 'Yulisbeth', 'Qhanachay', 'Marleniza', 'Roswilda', 'Fredesbindo', 'Hildegunda'],
] as const;

/** As notes are written, none with anybody's name. */
const ordinary = `
  Refiere que desde hace dos meses duerme mal. Acude sola a la cita. Indica que el menor está al cuidado de la abuela. Manifiesta no querer
  denunciar por ahora. Se le brinda contención emocional. Evidencia llanto fácil. Señala que él la amenazó con quitarle a los hijos.
  Durante la entrevista se mostró colaboradora. Actualmente vive en casa de sus padres. Anteriormente había retirado una denuncia. Asimismo,
  recibe tratamiento por ansiedad. Trabaja como vendedora ambulante. Cuenta con el apoyo de una hermana. Niega consumo de alcohol.
  Presenta moretones en el brazo izquierdo. Solicita orientación sobre alimentos. Reprogramada para el jueves. Inasistió sin avisar.
  Llamada sin respuesta. Contestó su hija, no se dejó mensaje. Volverá la próxima semana. Explicarle otra vez el plan. Traerá su DNI.
  Tiene miedo de volver a casa. Duda si continuar con el proceso. Él trabaja en construcción civil. Ella administra una bodega. Ambos conviven
  desde hace siete años. Sus hijos estudian primaria. Nadie más sabe de los golpes. Quiere mudarse antes de fin de mes. Piensa irse al
  norte. Mejoró el sueño con la rutina acordada. Persisten las pesadillas. Continúa la terapia. Cumplió las tareas. Faltó a la audiencia.
  Entregó copia del parte policial. Firmó el consentimiento. Recordar que no se la llame de noche. Evitar dejar mensajes. Pendiente coordinar
  con el juzgado. Urge visita al domicilio. Próxima cita en quince días. Hoy luce más tranquila. Ayer discutieron por dinero. Anoche rompió la
  puerta. Gritó delante de los niños. Rompió su celular. Escondió los documentos. Controla sus gastos. Revisa sus mensajes. Celoso,
  la sigue al mercado. Borracho, pateó la mesa. Después pidió perdón. Prometió cambiar. Cambió la chapa de la puerta. Guardó la bolsa donde su
  comadre. Caminaron juntas hasta la comisaría. Esperaron dos horas. Atendida por emergencia. Dada de alta el mismo día. Tomografía sin hallazgos.
  Radiografía normal. Analgésicos por tres días. Constancia adjunta. Falta la firma. Oficio recibido. Demora del laboratorio. Apelaron la decisión.
  Vence el plazo este viernes. Notificado en su trabajo. Incumplió el alejamiento. Merodea por el barrio. Hostiga por redes. Bloqueó su número.
  Desbloqueó el teléfono sin permiso. Vendió los muebles. Quemó su ropa. Ahorcó al perro. Enfermó de los nervios. Perdió peso. Come poco.
  Ríe al recordar a su madre. Agradece la ayuda. Confía en el equipo. Insiste en volver con él. Desconfía de la policía. Prefiere esperar.
`;

/** Written after the list of words was made, and never looked at for it. */
const fresh = `
  Afirma que no volverá. Alquila un cuarto. Apaga el celular de noche. Arrojó piedras al techo. Baja los ojos al hablar. Cobra una pensión mínima.
  Comparte la cama con sus hijos. Corta la llamada. Debido a la lluvia no llegó. Descarta embarazo. Difícil ubicar su domicilio. Dispone de poco
  tiempo. Encargada de un puesto. Enojado, tiró la olla. Esquiva las preguntas. Exige hablar con la abogada. Fractura de radio izquierdo. Habita un
  cuarto prestado. Hincó el cuchillo en la puerta. Impide que trabaje. Jura que cambiará. Lamentablemente no hay cupo. Mordió su mano. Obedece por
  temor. Oculta los golpes. Padece de hipertensión. Pellizca a la niña. Quemadura en la mano. Rasguños en el cuello. Reside en Ate. Sangró por la
  nariz. Sollozando, contó lo ocurrido. Tartamudea al recordar. Tolera los insultos. Tose mucho. Usa lentes. Vigilante nocturno. Víveres para una
  semana. Zapatos rotos. Cortes en la muñeca.
`;

describe('a name of no list at the beginning of a sentence', () => {
  it.each(unlisted)('is asked about: %s', (name) => {
    for (const text of [
      `${name} la acompaña.`,
      `Vino sola. ${name} llamó.`,
      `Está mejor. ¿${name} sabe?`,
      `«${name} pagó»`,
    ])
      expect(flagged(text), text).toHaveLength(1);
  });

  it('is asked about where it was typed once in small letters too, and a word that others have in small letters is not', () => {
    const entries = (...texts: string[]) => texts.map((text) => ({ typed: { text } }));
    const once = { seen: seenInSmall(entries('Su prima yhosselinda vino.', 'Se fue.')) };
    expect(flagged('Yhosselinda llamó.', once)).toHaveLength(1);
    const often = { seen: seenInSmall(entries('Vino al tambo.', 'Queda junto al tambo.')) };
    expect([flagged('Tambo cerrado.'), flagged('Tambo cerrado.', often)].map(({ length }) => length)).toEqual([1, 0]);
  });

  it.each([
    ['ordinary notes', ordinary, 0.05],
    ['notes that the list of words never saw', fresh, 0.45],
  ])('costs few looks in %s', (title, text, most) => {
    const all = piecesOf(text, () => []).length;
    const nothing = flagged(text);
    const words = nothing.map((one) => one.text.trim().split(/\s/)[0]).join(', ');
    process.stdout.write(`${title}: asked about for nothing ${nothing.length} of ${all} sentences (${words})\n`);
    expect(nothing.length / all).toBeLessThan(most);
  });
});
