/**
 * The window that visitors see: no session, no way to the record; what it shows is told to it by the window of the desk.
 * Numbers and services while somebody is signed in there, name of the centre and hour otherwise. Without the interface
 * kit: a bundle that shared it with the window of the record would change the order in which that one loads.
 */
import './public-board.css';
import { serviceLabels } from '../shared/access/codes.ts';
import { publicChannel, saidEvery, type PublicMessage, type PublicNumbers } from './reception/public-board/channel.ts';

// The window of the desk has a bridge to the record: this one keeps no hold of it.
window.opener = null;

/** Longer without a word than this, in milliseconds, nobody may be at the desk any more. */
const patience = 3 * saidEvery;
const tick = 5000;
const hour = new Intl.DateTimeFormat('es-PE', {
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'America/Lima' },
});

let heard: { readonly numbers: PublicNumbers; readonly at: number } | null = null;

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no part ${id}`);
  return found;
}

function listed(id: string, lines: readonly (readonly string[])[], empty: string): void {
  const items = lines.map((words) => {
    const item = document.createElement('li');
    for (const word of words) {
      const span = document.createElement('span');
      span.textContent = word;
      item.append(span);
    }
    return item;
  });
  part(id).replaceChildren(...items);
  part(`${id}-empty`).textContent = lines.length === 0 ? empty : '';
}

function draw(): void {
  const now = Date.now();
  part('hour').textContent = hour.format(now);
  const numbers = heard !== null && now - heard.at <= patience ? heard.numbers : null;
  part('board').hidden = numbers === null;
  const called = (numbers?.called ?? []).map(({ label, service }) => [
    label,
    service === null ? 'Admisión' : serviceLabels[service],
  ]);
  listed('called', called, 'En un momento llamaremos.');
  listed(
    'waiting',
    (numbers?.waiting ?? []).map((label) => [label]),
    'Nadie espera.',
  );
}

const channel = publicChannel();
channel.onmessage = ({ data }: MessageEvent<PublicMessage>) => {
  if (data.kind === 'asked') return;
  if (data.kind === 'numbers') part('centre').textContent = `Centro Emergencia Mujer ${data.centre}`;
  heard = data.kind === 'numbers' ? { numbers: data.numbers, at: Date.now() } : null;
  draw();
};
channel.postMessage({ kind: 'asked' } satisfies PublicMessage);
draw();
setInterval(draw, tick);
