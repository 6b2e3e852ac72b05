/** II. FUNDAMENTOS DE HECHO: one numbered ground per fact that is known; nothing is printed for what was not asked. */
import type { PaperBlock, PaperRun } from '../papers/blocks.ts';
import { listWords, longDate, ordinal, partialDateWords } from '../papers/index.ts';
import type { FilingFacts } from './schema.ts';
import { yearsWords, type Party } from './wording.ts';

type Parties = { readonly victim: Party; readonly accused: Party };
type Ground = { readonly runs: readonly PaperRun[]; readonly quote?: string };

const gap = (text: string): PaperRun => ({ text, missing: true });

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function bondGround(facts: FilingFacts, { victim, accused }: Parties): Ground {
  const { bond, livesWithUser } = facts.aggressor;
  const living =
    livesWithUser === null
      ? ''
      : livesWithUser
        ? ' A la fecha conviven en el mismo domicilio.'
        : ' A la fecha no conviven.';
  return {
    runs: [
      { text: `Vínculo. ${upper(accused.the)} tiene con ${victim.the} el vínculo de ` },
      bond === null ? gap('vínculo con la parte denunciada') : { text: bond },
      { text: `.${living}` },
    ],
  };
}

function incidentGround(facts: FilingFacts, { victim }: Parties): Ground {
  const { date, hour, place, district, account } = facts.incident;
  const where = [place, district === null ? null : `distrito de ${district}`]
    .filter((part) => part !== null)
    .join(', ');
  const runs: PaperRun[] = [
    { text: 'Último hecho. El hecho ocurrió ' },
    date === null ? gap('fecha o período del hecho') : { text: partialDateWords(date) },
    { text: hour === null ? '' : `, a las ${hour} horas` },
    { text: ', en el siguiente lugar: ' },
    where === '' ? gap('lugar del hecho') : { text: where },
    { text: `. Se transcribe el relato ${victim.of}, tal como consta en la ficha:` },
  ];
  return account === null
    ? { runs: [...runs, { text: ' ' }, gap('relato del hecho')] }
    : { runs, quote: `«${account}»` };
}

function violenceGround(facts: FilingFacts, { victim }: Parties): Ground {
  const { violenceType, acts } = facts.incident;
  const named = acts.length === 0 ? '' : `, con los siguientes actos: ${listWords(acts)}`;
  return {
    runs: [
      { text: `Tipo de violencia. Los hechos expuestos constituyen violencia ` },
      violenceType === null ? gap('tipo de violencia') : { text: violenceType },
      { text: ` en agravio ${victim.of}${named}.` },
    ],
  };
}

function earlierGround(facts: FilingFacts): Ground | null {
  if (facts.earlierEvents.length === 0) return null;
  const told = facts.earlierEvents.map((event) =>
    event.date === null ? event.text : `${partialDateWords(event.date)}: ${event.text}`,
  );
  return {
    runs: [{ text: `Hechos anteriores. No es un hecho aislado. Antes ocurrió lo siguiente: ${told.join('; ')}.` }],
  };
}

function riskGround(facts: FilingFacts): Ground {
  const { centre, instrument } = facts.risk;
  const runs: PaperRun[] = [{ text: 'Riesgo. ' }];
  if (centre !== null) {
    runs.push({ text: 'Este Centro valoró el riesgo como ' }, { text: centre.level.toUpperCase(), bold: true });
    runs.push({ text: `, el ${longDate(centre.on)}. ` });
  }
  if (instrument !== null) {
    runs.push({ text: `La ${instrument.name}, aplicada el ${longDate(instrument.on)}, dio como resultado el nivel ` });
    runs.push({ text: instrument.level.toUpperCase(), bold: true }, { text: '.' });
  }
  if (centre === null && instrument === null) runs.push(gap('nivel de riesgo y su fecha'));
  return { runs };
}

function childrenWords(facts: FilingFacts): string | null {
  if (facts.children.length === 0) return null;
  const each = facts.children.map((child) =>
    child.age === null ? child.initials : `${child.initials} (${yearsWords(child.age)})`,
  );
  const noun = each.length === 1 ? 'una niña, niño o adolescente' : `${each.length} niñas, niños o adolescentes`;
  return `en el hogar hay ${noun}: ${listWords(each)}`;
}

function vulnerabilityGround(facts: FilingFacts, { victim, accused }: Parties): Ground | null {
  const { user, aggressor } = facts;
  const weeks =
    user.pregnancyWeeks === null
      ? ''
      : `, de ${user.pregnancyWeeks === 1 ? '1 semana' : `${user.pregnancyWeeks} semanas`}`;
  const parts = [
    user.disability === null ? null : `${victim.the} tiene discapacidad (${user.disability})`,
    user.pregnant ? `${victim.the} se encuentra en estado de gestación${weeks}` : null,
    user.dependsOnAggressor === true ? `depende económicamente ${accused.of}` : null,
    childrenWords(facts),
    aggressor.hasWeapon === true ? `${accused.the} tiene o usa armas` : null,
    aggressor.records === null ? null : `${accused.the} registra los siguientes antecedentes: ${aggressor.records}`,
    facts.commonProperty === true ? 'existen bienes comunes' : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    runs: [
      {
        text: `Situación de vulnerabilidad y peligro. ${parts.map((part, index) => (index === 0 ? upper(part) : part)).join('; ')}.`,
      },
    ],
  };
}

function complaintGround(facts: FilingFacts): Ground | null {
  const { complaint } = facts;
  if (complaint === null) return null;
  const when = complaint.on === null ? '' : ` el ${longDate(complaint.on)}`;
  const number = complaint.number === null ? '' : `, con el número ${complaint.number}`;
  return { runs: [{ text: `Denuncia. Los hechos fueron denunciados${when} ante ${complaint.office}${number}.` }] };
}

/** Heading and grounds, numbered PRIMERO, SEGUNDO … in their order. */
export function factBlocks(facts: FilingFacts, parties: Parties): PaperBlock[] {
  const grounds = [
    bondGround(facts, parties),
    incidentGround(facts, parties),
    violenceGround(facts, parties),
    earlierGround(facts),
    riskGround(facts),
    vulnerabilityGround(facts, parties),
    complaintGround(facts),
  ].filter((ground) => ground !== null);
  return [
    { kind: 'heading', level: 2, text: 'II. FUNDAMENTOS DE HECHO' },
    ...grounds.flatMap((ground, index): PaperBlock[] => [
      { kind: 'paragraph', runs: [{ text: `${ordinal(index + 1, 'noun')}. `, bold: true }, ...ground.runs] },
      ...(ground.quote === undefined ? [] : [{ kind: 'quotation' as const, text: ground.quote }]),
    ]),
  ];
}
