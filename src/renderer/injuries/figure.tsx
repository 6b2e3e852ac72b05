import { useRef, useState, type KeyboardEvent } from 'react';
import {
  bodyRegionCodes,
  bodyRegions,
  faceLabels,
  figureSize,
  injuryKindLabels,
  isArrow,
  placeOf,
  regionBeside,
  type BodyRegionCode,
  type Face,
  type InjuryMark,
} from '../../shared/injuries/index.ts';
import css from './injuries.module.css';

type Props = {
  readonly marks: readonly InjuryMark[];
  /** Null where it is only read. */
  readonly onChoose: ((region: BodyRegionCode) => void) | null;
};

const { width, height } = figureSize;
const middle = width / 2;
/** Room for the name of each face, and of the region that has the focus. */
const below = 36;

/** One half of the outline, from the neck down; the other is its mirror. */
const half: readonly (readonly [number, number])[] = [
  ...([
    [91, 68],
    [90, 84],
    [62, 87],
    [47, 97],
    [38, 116],
    [33, 150],
    [24, 186],
    [18, 226],
    [20, 246],
    [28, 252],
    [38, 244],
    [40, 226],
    [48, 192],
    [57, 160],
    [61, 138],
    [65, 172],
    [60, 212],
    [60, 250],
    [65, 310],
    [63, 350],
    [68, 398],
    [61, 418],
    [66, 426],
    [88, 426],
    [91, 398],
    [92, 344],
    [95, 306],
    [98, 242],
  ] as const),
];
const outline = [...half, ...half.toReversed().map(([x, y]) => [width - x, y] as const)];
const points = outline.map(([x, y]) => `${x},${y}`).join(' ');

const shift = (face: Face) => (face === 'front' ? 0 : width);

/** A neutral grown-up figure, front and back: each region is walked to by arrows and shows the numbers of its marks. */
export function Figure({ marks, onChoose }: Props) {
  const [at, setAt] = useState<BodyRegionCode>('forehead');
  const regions = useRef(new Map<BodyRegionCode, SVGGElement>());
  const press = (event: KeyboardEvent, code: BodyRegionCode) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (isArrow(event.key)) {
      event.preventDefault();
      regions.current.get(regionBeside(code, event.key))?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose?.(code);
    }
  };
  return (
    <svg
      className={css.figure}
      viewBox={`0 0 ${width * 2} ${height + below}`}
      role="group"
      aria-label="Figura, de frente y de espaldas"
    >
      {(['front', 'back'] as const).map((face) => (
        <g key={face} transform={`translate(${shift(face)} 0)`} aria-hidden="true">
          <polygon className={css.body} points={points} />
          <ellipse className={css.body} cx={middle} cy={40} rx={26} ry={34} />
          <text className={css.face} x={middle} y={height + 14}>
            {faceLabels[face]}
          </text>
        </g>
      ))}
      {bodyRegionCodes.map((code) => {
        const own = marks.filter(({ region }) => region === code);
        const [, , rx, ry] = bodyRegions[code].shape;
        const { x, y } = placeOf(bodyRegions[code]);
        return (
          <g
            key={code}
            ref={(element) => {
              if (element !== null) regions.current.set(code, element);
            }}
            className={css.region}
            data-marked={own.length > 0 || undefined}
            role={onChoose === null ? 'img' : 'button'}
            tabIndex={code === at ? 0 : -1}
            aria-label={[bodyRegions[code].label, ...own.map(said)].join('. ')}
            onFocus={() => setAt(code)}
            onKeyDown={(event) => press(event, code)}
            onClick={() => onChoose?.(code)}
          >
            <ellipse cx={x} cy={y} rx={rx} ry={ry} />
            <Numbers marks={own} x={x} y={y} />
          </g>
        );
      })}
      <RegionName code={at} />
    </svg>
  );
}

const said = ({ number, kind }: InjuryMark) => `Marca ${number}: ${injuryKindLabels[kind].toLocaleLowerCase('es')}`;

/** Side by side over their region. */
function Numbers({ marks, x, y }: { readonly marks: readonly InjuryMark[]; readonly x: number; readonly y: number }) {
  const apart = 17;
  return marks.map(({ number }, index) => {
    const at = x + (index - (marks.length - 1) / 2) * apart;
    return (
      <g key={number} className={css.mark} aria-hidden="true">
        <circle cx={at} cy={y} r={9} />
        <text x={at} y={y + 4}>
          {number}
        </text>
      </g>
    );
  });
}

/** Where the keyboard stands, in words; shown while the figure has the focus. */
function RegionName({ code }: { readonly code: BodyRegionCode }) {
  return (
    <text className={css.here} x={width} y={height + 31} aria-hidden="true">
      {bodyRegions[code].label}
    </text>
  );
}
