/** Which of the days that a notice names is which: of the decision, of its entry, of a hearing. They are never mixed. */
import type { CivilDate } from '../../platform/dates.ts';
import type { NotificationForm } from '../codes.ts';
import type { Moment } from '../deadline.ts';
import { hourIn } from './spanish.ts';
import { around, quoteOf, readOf, type Hit, type Piece, type Read, type Source, foundValue } from './source.ts';

/** Signs of the sheet that announces a decision, beside the decision itself. */
const cedula = /cedula de notificacion|notificacion\s+(?:electronica\s+)?n\s?[°ºro.:]|(?:^|\n)destinatario|sinoe/;

export const isCedula = ({ plain }: Source): boolean => cedula.test(plain);

const entered =
  /(?:fecha(?:\s+y\s+hora)?\s+(?:de(?:l)?\s+)?(?:la\s+)?(?:notificacion|deposito|ingreso|envio|entrega)(?:\s+(?:en|a)\s+(?:la\s+)?casilla)?(?:\s+electronica)?\s*(?::|el)?\s*|(?:deposit|ingres)\w*\s+(?:en|a)\s+(?:la|su)\s+casilla(?:\s+electronica)?[^.\n]{0,40}|notificado\s+(?:en\s+(?:la|su)\s+)?casilla[^.\n]{0,40}?)$/;
const electronic = /casilla(?:\s+electronica)?|sinoe|direccion electronica/;
const onPaper = /cedula fisica|bajo puerta|domicilio (?:real|procesal)|direccion domiciliaria/;
const inHearing =
  /(?:quedan?|se tiene por)\s+notificad[oa]s?[^.\n]{0,60}(?:acto|audiencia)|notificad[oa]s?\s+en\s+(?:este|el\s+mismo)\s+acto/;

const keyOf = ({ on, time }: Moment) => `${on} ${time ?? ''}`;

function contextOf({ plain }: Source, { start, end }: Piece, before: number, after: number) {
  return { before: plain.slice(Math.max(0, start - before), start), after: plain.slice(end, end + after) };
}

/** Labels and hour along with the day. */
const withLabel = (hit: Hit<CivilDate>, label: number, hour: number): Piece => ({
  start: hit.start - label,
  end: hit.end + hour,
});

function entries(source: Source, dates: readonly Hit<CivilDate>[]): Hit<Moment>[] {
  return dates.flatMap((hit) => {
    const { before, after } = contextOf(source, hit, 110, 24);
    const label = entered.exec(before);
    if (label === null) return [];
    const rest = after.split('\n')[0] ?? '';
    const time = hourIn(rest.replace(/^\s*(?:,|-|a las|hora:?)\s*/, ''));
    const piece = withLabel(hit, label[0].length, time === null ? 0 : Math.min(9, rest.length));
    return [{ ...piece, value: { on: hit.value, time } }];
  });
}

export type NoticeRead = { readonly entry: Read<Moment>; readonly form: Read<NotificationForm> };

/** When it came in, as a label says it; a day named in the body of the decision is none. */
export function noticeIn(source: Source, dates: readonly Hit<CivilDate>[], issued: Read<CivilDate>): NoticeRead {
  const told = inHearing.exec(source.plain);
  if (told !== null && !isCedula(source)) {
    const from = quoteOf(source, { start: told.index, end: told.index + told[0].length });
    const on = foundValue(issued);
    const entry = on === null ? null : ({ kind: 'found', value: { on, time: null }, from } as const);
    return { entry, form: { kind: 'found', value: 'hearing', from } };
  }
  const entry = readOf(source, entries(source, dates), keyOf);
  return { entry, form: formIn(source, entry) };
}

function formIn(source: Source, entry: Read<Moment>): Read<NotificationForm> {
  if (entry === null && !isCedula(source)) return null;
  const hits = (
    [
      [electronic, 'electronicBox'],
      [onPaper, 'paper'],
    ] as const
  ).flatMap(([pattern, value]) => {
    const match = pattern.exec(source.plain);
    return match === null ? [] : [{ start: match.index, end: match.index + match[0].length, value }];
  });
  // The real or procedural domicile is written on every cédula, also on one of the casilla.
  return readOf(source, hits.slice(0, 1), (value) => value);
}

/** «Cusco,» or nothing: the line on which a decision says its place and day. */
const placeLine = /^(?:[a-zñ .]{3,40},\s*)?(?:a\s+los\s+|el\s+(?:dia\s+)?)?$/;
const datedBy = /(?:de\s+fecha|fecha\s*:|fecha\s+de\s+(?:la\s+)?(?:resolucion|disposicion)\s*:?|del)\s*$/;

const goesOn = /\b(?:vistos?|dado\s+cuenta|considerando|se\s+resuelve|fallo|dispone)\b/;

/** «. Cusco, » between a number and its day. */
const placeAfter = /^[.,;:–-]+\s+[a-zñ ]{3,40},\s+$/;

/** Below its heading, how far the place and the day of a decision stand at most. */
const below = 700;

/** A day said right after the number. */
function isDayOf(source: Source, place: Piece, hit: Piece): boolean {
  const between = source.plain.slice(place.end, hit.start);
  const isNear = hit.start >= place.end && between.length < 60 && !between.includes('\n\n');
  return isNear && (datedBy.test(between) || placeAfter.test(between));
}

/** The day of the decision: on the line of its place below the heading, or said after its number. */
export function issuedIn(
  source: Source,
  dates: readonly Hit<CivilDate>[],
  at: Piece | null,
  named: readonly Piece[],
): Read<CivilDate> {
  const key = (on: CivilDate) => on;
  if (at !== null) {
    // «Se adjunta Resolución DOS de fecha …» says it although the list of what is attached names it again below.
    for (const place of [at, ...named]) {
      const told = dates.find((hit) => isDayOf(source, place, hit));
      if (told !== undefined) return readOf(source, [{ ...told, start: place.start }], key);
    }
    const [line] = dates.filter((hit) => isPlaceLine(source, hit) && hit.start > at.end && hit.start - at.end < below);
    // The day at the foot of a cédula is that of the sheet: only the decision itself goes on below its own.
    const isOwn = line !== undefined && (!isCedula(source) || goesOn.test(source.plain.slice(line.end)));
    if (isOwn) return readOf(source, [wholeLine(source, line)], key);
  }
  const lines = isCedula(source) ? [] : dates.filter((hit) => isPlaceLine(source, hit));
  return readOf(
    source,
    lines.map((hit) => wholeLine(source, hit)),
    key,
  );
}

function isPlaceLine(source: Source, hit: Piece): boolean {
  const { before, after } = around(source, hit);
  return (
    placeLine.test(before === '' ? '' : `${before} `) &&
    /^[.,;:–-]*(?:$|\s*[-–]?\s*(?:visto|autos|dado|dando|al\s))/.test(after)
  );
}

const wholeLine = <T>(source: Source, hit: Hit<T>): Hit<T> => ({
  ...hit,
  start: hit.start - around(source, hit).before.length - (around(source, hit).before === '' ? 0 : 1),
});

const toHearing = /(?:audiencia|vista\s+de\s+la\s+causa|entrevista\s+unica|camara\s+gesell|diligencia|vista)/;
const calls =
  /senal|program|cit(?:a|e|ar|ese)\b|convoc|fij[ae]|llevar\w*\s+a\s+cabo|realizara|tendra\s+lugar|dia\s+y\s+hora|para\s+el|fecha\s+de\s+audiencia|hora/;
const forThe = /para\s+el(?:\s+dia)?\s*(?:[a-z]+\s*,?\s*)?$/;

/** A hearing to come: a day with its hour, called for. */
export function hearingIn(source: Source, dates: readonly Hit<CivilDate>[], entered: Read<Moment>): Read<Moment> {
  const hits = dates.flatMap((hit): (Hit<Moment> & { isFor: boolean })[] => {
    const { before, after } = contextOf(source, hit, 220, 90);
    if (
      !toHearing.test(before) ||
      !calls.test(before) ||
      /fecha\s+(?:y\s+hora\s+)?de\s+(?:notif|depos|envio|ingreso)[^\n]{0,30}$/.test(before)
    )
      return [];
    const time = hourIn(after.split(/[;\n]\n|\.\s[a-z]/)[0] ?? '') ?? hourIn(before.slice(-40));
    return time === null
      ? []
      : [
          {
            ...hit,
            end: hit.end + Math.min(after.length, 40),
            value: { on: hit.value, time },
            isFor: forThe.test(before),
          },
        ];
  });
  const isEntry = ({ value }: Hit<Moment>) => entered?.kind === 'found' && entered.value.on === value.on;
  const open = hits.filter((hit) => !isEntry(hit));
  const called = open.filter(({ isFor }) => isFor);
  return readOf(source, called.length > 0 ? called : open, keyOf);
}
