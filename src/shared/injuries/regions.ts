/** The regions of the figure as data: what they are called and where they stand in the drawing. Pure. */
import { codesOf } from '../platform/codes-of.ts';

export type Face = 'front' | 'back';
export const faceLabels: Readonly<Record<Face, string>> = { front: 'De frente', back: 'De espaldas' };

/** Middle and half of each axis, in units of one figure; of a pair the one at the left of the page. */
type Shape = readonly [x: number, y: number, halfWidth: number, halfHeight: number];
type Part = { readonly label: string; readonly face: Face; readonly shape: Shape };

/** One figure is this wide and high. */
export const figureSize = { width: 200, height: 440 } as const;
const middle = figureSize.width / 2;

/** Of the middle of the body. */
const single = {
  forehead: { label: 'Frente', face: 'front', shape: [middle, 24, 18, 9] },
  mouth: { label: 'Nariz y boca', face: 'front', shape: [middle, 54, 9, 10] },
  throat: { label: 'Cuello', face: 'front', shape: [middle, 76, 11, 8] },
  abdomen: { label: 'Abdomen', face: 'front', shape: [middle, 164, 30, 24] },
  groin: { label: 'Pubis y genitales', face: 'front', shape: [middle, 208, 22, 15] },
  scalp: { label: 'Cabeza, por detrás', face: 'back', shape: [middle, 34, 19, 20] },
  nape: { label: 'Nuca', face: 'back', shape: [middle, 72, 12, 11] },
  spine: { label: 'Columna', face: 'back', shape: [middle, 140, 7, 46] },
  anus: { label: 'Región anal', face: 'back', shape: [middle, 228, 8, 10] },
} as const satisfies Readonly<Record<string, Part>>;

/** One at each side. */
const paired = {
  eye: { label: 'Ojo y pómulo', face: 'front', shape: [86, 41, 9, 8] },
  cheek: { label: 'Mejilla y mandíbula', face: 'front', shape: [84, 57, 6, 9] },
  shoulder: { label: 'Hombro', face: 'front', shape: [58, 98, 14, 12] },
  chest: { label: 'Pecho', face: 'front', shape: [83, 113, 16, 24] },
  arm: { label: 'Brazo', face: 'front', shape: [46, 137, 11, 26] },
  forearm: { label: 'Antebrazo', face: 'front', shape: [36, 190, 10, 27] },
  hand: { label: 'Mano, palma', face: 'front', shape: [29, 234, 10, 16] },
  thigh: { label: 'Muslo', face: 'front', shape: [80, 263, 17, 38] },
  knee: { label: 'Rodilla', face: 'front', shape: [79, 316, 13, 14] },
  leg: { label: 'Pierna', face: 'front', shape: [78, 364, 12, 33] },
  foot: { label: 'Pie', face: 'front', shape: [76, 412, 13, 13] },
  ear: { label: 'Oreja', face: 'back', shape: [77, 38, 5, 10] },
  shoulderBlade: { label: 'Espalda, arriba', face: 'back', shape: [75, 109, 18, 22] },
  lowerBack: { label: 'Espalda baja', face: 'back', shape: [77, 163, 17, 28] },
  armBack: { label: 'Brazo, por detrás', face: 'back', shape: [46, 127, 11, 30] },
  elbow: { label: 'Codo', face: 'back', shape: [40, 168, 10, 10] },
  forearmBack: { label: 'Antebrazo, por detrás', face: 'back', shape: [35, 199, 10, 20] },
  handBack: { label: 'Mano, dorso', face: 'back', shape: [29, 236, 10, 16] },
  buttock: { label: 'Nalga', face: 'back', shape: [79, 215, 19, 22] },
  thighBack: { label: 'Muslo, por detrás', face: 'back', shape: [80, 271, 17, 32] },
  kneeBack: { label: 'Corva', face: 'back', shape: [79, 317, 13, 12] },
  calf: { label: 'Pantorrilla', face: 'back', shape: [78, 362, 13, 32] },
  heel: { label: 'Talón y planta', face: 'back', shape: [76, 408, 12, 12] },
} as const satisfies Readonly<Record<string, Part>>;

type Code = keyof typeof single | `${keyof typeof paired}${'Right' | 'Left'}`;
export type BodyRegion = Part;

/** Seen from the front her right stands at the left of the page; seen from behind, at the right of it. */
function sidesOf(code: string, { label, face, shape: [x, ...rest] }: Part): [string, BodyRegion][] {
  const atLeft = { label: '', face, shape: [x, ...rest] as const };
  const atRight = { ...atLeft, shape: [figureSize.width - x, ...rest] as const };
  const [right, left] = face === 'front' ? [atLeft, atRight] : [atRight, atLeft];
  return [
    [`${code}Right`, { ...right, label: `${label}, lado derecho` }],
    [`${code}Left`, { ...left, label: `${label}, lado izquierdo` }],
  ];
}

/** Top down, the front before the back: the order of the list and of the keyboard. */
export const bodyRegions = Object.fromEntries(
  [...Object.entries<Part>(single), ...Object.entries(paired).flatMap(([code, part]) => sidesOf(code, part))].toSorted(
    ([, one], [, other]) =>
      (one.face === other.face ? 0 : one.face === 'front' ? -1 : 1) || one.shape[1] - other.shape[1],
  ),
) as Readonly<Record<Code, BodyRegion>>;
export type BodyRegionCode = Code;
export const bodyRegionCodes = codesOf(bodyRegions);

/** Where a region stands with both figures beside each other. */
export function placeOf({ face, shape: [x, y] }: BodyRegion): { readonly x: number; readonly y: number } {
  return { x: face === 'front' ? x : x + figureSize.width, y };
}

const steps = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
} as const;
export type Arrow = keyof typeof steps;
export const isArrow = (key: string): key is Arrow => key in steps;

/** How much worse a step aside is than one ahead. */
const aside = 2;

/** The region that an arrow goes to: the nearest in its direction; itself at the edge. */
export function regionBeside(from: BodyRegionCode, arrow: Arrow): BodyRegionCode {
  const start = placeOf(bodyRegions[from]);
  const { x, y } = steps[arrow];
  const reached = bodyRegionCodes.flatMap((code) => {
    const { x: toX, y: toY } = placeOf(bodyRegions[code]);
    const [dx, dy] = [toX - start.x, toY - start.y];
    const ahead = dx * x + dy * y;
    const off = Math.abs(dx * y) + Math.abs(dy * x);
    return ahead > 0 && off <= ahead * 3 ? [{ code, far: ahead + aside * off }] : [];
  });
  return reached.toSorted((one, other) => one.far - other.far)[0]?.code ?? from;
}
