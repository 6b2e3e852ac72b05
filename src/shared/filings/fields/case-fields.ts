/** Fields on what happened: the event, what came before, the risk, the complaint. */
import { listWords, longDate, partialDateWords, yearsWords } from '../../papers/index.ts';
import { flag, list, text, type Field, type Given } from './field.ts';

function placeWords({ facts: { incident } }: Given): string | null {
  // The text says «en el siguiente lugar».
  const place = incident.place?.replace(/^en (?=\p{Ll})/iu, '') ?? null;
  const parts = [place, incident.district === null ? null : `distrito de ${incident.district}`];
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.join(', ');
}

/** An act may be a list of its own: then they are set apart by more than a comma. */
function actsWords(acts: readonly string[]): string {
  return acts.some((act) => act.includes(',')) ? acts.join('; ') : listWords(acts);
}

function childrenWords({ facts }: Given): string | null {
  if (facts.children.length === 0) return null;
  const each = facts.children.map((child) =>
    child.age === null ? child.initials : `${child.initials} (${yearsWords(child.age)})`,
  );
  const noun = each.length === 1 ? 'una niña, niño o adolescente' : `${each.length} niñas, niños o adolescentes`;
  return `${noun}: ${listWords(each)}`;
}

export const caseFields: readonly Field[] = [
  text('hecho.fecha', 'fecha o período del último hecho', 'section-b', ({ facts }) =>
    facts.incident.date === null ? null : partialDateWords(facts.incident.date),
  ),
  text('hecho.hora', 'hora del último hecho', 'section-b', ({ facts }) => facts.incident.hour),
  text('hecho.lugar', 'lugar del último hecho', 'section-b', placeWords),
  text('hecho.relato', 'relato del último hecho', 'section-b', ({ facts }) => facts.incident.account),
  text('hecho.violencia', 'tipo de violencia', 'section-b', ({ facts }) => facts.incident.violenceType),
  text('hecho.actos', 'actos de violencia', 'section-b', ({ facts }) =>
    facts.incident.acts.length === 0 ? null : actsWords(facts.incident.acts),
  ),
  list(
    'hechos_anteriores',
    'hechos anteriores',
    { hecho: 'qué ocurrió y cuándo' },
    {
      page: 'section-b',
      read: ({ facts }) =>
        facts.earlierEvents.map((event) => ({
          hecho: event.date === null ? event.text : `${partialDateWords(event.date)}: ${event.text}`,
        })),
    },
  ),
  text('riesgo.nivel', 'nivel de riesgo valorado por el centro', 'section-b', ({ facts }) =>
    facts.risk.centre === null ? null : facts.risk.centre.level.toUpperCase(),
  ),
  text('riesgo.fecha', 'fecha de la valoración de riesgo', 'section-b', ({ facts }) =>
    facts.risk.centre === null ? null : longDate(facts.risk.centre.on),
  ),
  text(
    'ficha_riesgo.nombre',
    'ficha de valoración de riesgo',
    'risk',
    ({ facts }) => facts.risk.instrument?.name ?? null,
  ),
  text('ficha_riesgo.nivel', 'nivel de la ficha de valoración de riesgo', 'risk', ({ facts }) =>
    facts.risk.instrument === null ? null : facts.risk.instrument.level.toUpperCase(),
  ),
  text('ficha_riesgo.fecha', 'fecha de la ficha de valoración de riesgo', 'risk', ({ facts }) =>
    facts.risk.instrument === null ? null : longDate(facts.risk.instrument.on),
  ),
  text(
    'riesgo.alguno',
    'nivel de riesgo y su fecha',
    'risk',
    ({ facts }) => facts.risk.centre?.level ?? facts.risk.instrument?.level ?? null,
  ),
  text('hogar.menores', 'niñas, niños o adolescentes del hogar', 'section-a', childrenWords),
  flag('hogar.bienes_comunes', 'si existen bienes comunes', 'section-b', ({ facts }) => facts.commonProperty),
  text('denuncia.dependencia', 'denuncia: dependencia', 'section-b', ({ facts }) => facts.complaint?.office ?? null),
  text('denuncia.fecha', 'denuncia: fecha', 'section-b', ({ facts }) =>
    facts.complaint === null || facts.complaint.on === null ? null : longDate(facts.complaint.on),
  ),
  text('denuncia.numero', 'denuncia: número', 'section-b', ({ facts }) => facts.complaint?.number ?? null),
];
