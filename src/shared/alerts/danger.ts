/** What a team must know at once, on whatever screen it works: in words that tell nothing to whoever reads over a shoulder. */
import type { AlertKind } from './codes.ts';

export const dangerKinds = ['aggressorAtDoor', 'measureBreached', 'levelRising'] as const satisfies AlertKind[];
export type DangerKind = (typeof dangerKinds)[number];

/** An arrival as the desk calls it, and its hour. */
export type DoorArrival = { readonly label: string; readonly time: string };

/** How matching knew him: the note of the alert. */
const ways = {
  along: 'Por el nombre de quien acompaña',
  said: 'Por el nombre o el documento dicho',
  person: 'Por la persona registrada',
} as const;

/** Note of an alert of the door. `arrivalIn` reads it back: the arrival stands nowhere else in the alert. */
export function doorNote(way: keyof typeof ways, { label, time }: DoorArrival): string {
  return `${ways[way]} en la llegada ${label}, de las ${time}.`;
}

export function arrivalIn(note: string | null): DoorArrival | null {
  const [, label, time] = / en la llegada (\S+), de las (\d\d:\d\d)\.$/.exec(note ?? '') ?? [];
  return label === undefined || time === undefined ? null : { label, time };
}

type Told = {
  readonly kind: DangerKind;
  readonly number: string;
  readonly arrival: DoorArrival | null;
  /** The reader has this very ficha open. */
  readonly isHere: boolean;
  readonly isCoordination: boolean;
};

type DangerWords = { readonly lead: string; readonly text: string; readonly steps: readonly string[] };

const doorSteps = {
  team: [
    'Siga con ella donde está, con la puerta cerrada.',
    'No la nombre ni salga con ella por el pasillo.',
    'Coordinación le dice cuándo y por dónde salir.',
  ],
  coordination: [
    'Vaya a la recepción, sin decir por qué.',
    'Vea que nadie nombre a la persona usuaria ni la llame en voz alta.',
    'Diga a su equipo cuándo y por dónde salir. Si hay peligro, llame al 105.',
  ],
} as const;

const steps = {
  measureBreached: [
    'Lea el aviso en la ficha.',
    'Coordine hoy la comunicación al juzgado y a la comisaría.',
    'Valore otra vez y revise el plan con ella.',
  ],
  levelRising: ['Lea la valoración en la ficha.', 'Revise con ella el plan y los plazos de atención.'],
} as const;

/** What the bar says, and what to do: neutral, without a name. */
export function dangerWords({ kind, number, arrival, isHere, isCoordination }: Told): DangerWords {
  const ficha = isHere ? 'esta ficha' : `la ficha ${number}`;
  if (kind !== 'aggressorAtDoor') {
    return { lead: isHere ? 'Esta ficha' : `Ficha ${number}`, text: 'pide que la vea hoy.', steps: steps[kind] };
  }
  const who = isCoordination ? 'coordination' : 'team';
  const act = isCoordination ? 'Vaya a la recepción.' : 'Siga donde está hasta que le avisen.';
  const where = arrival === null ? '' : ` Recepción, ${arrival.time}.`;
  return { lead: arrival?.label ?? 'Recepción', text: `toca a ${ficha}.${where} ${act}`, steps: doorSteps[who] };
}
