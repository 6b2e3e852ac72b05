/** `keeper`, `pair`, `companions`: the computers of the centre, for whoever looks after them without a window. */
import { setTimeout as pause } from 'node:timers/promises';
import { usualPort } from '../../shared/companions/index.ts';
import { timeOf } from '../../shared/platform/clock.ts';
import {
  flag,
  optionOf,
  required,
  signedIn,
  UsageError,
  word,
  type Command,
  type CommandLine,
  type Given,
} from './command.ts';
import { keepSecret, removeKept, requireNew } from './out-file.ts';

const lookEveryMs = 500;

type Computers = Awaited<ReturnType<CommandLine['client']['getComputers']>>;

/** As typed, as it was, or the only one there is. @throws UsageError */
function addressOf(line: Given, { keeper }: Computers): string {
  const typed = optionOf(line, 'address');
  if (typed !== undefined) return typed;
  const [only, ...others] = keeper.addresses;
  if (keeper.address !== null) return keeper.address;
  if (only !== undefined && others.length === 0) return only.address;
  const known = keeper.addresses.map(({ address, network }) => `${address} (${network})`).join(', ');
  throw new UsageError(known === '' ? 'Esta computadora no está en una red.' : `Falta --address. Elija una: ${known}.`);
}

/** What is typed; null for nothing. @throws UsageError */
function typedPort(line: Given): number | null {
  const typed = optionOf(line, 'port');
  if (typed === undefined) return null;
  if (!/^\d{4,5}$/.test(typed)) throw new UsageError('--port es un número de 1024 a 65535.');
  return Number(typed);
}

function portOf(line: CommandLine, { keeper }: Computers): number {
  return typedPort(line) ?? (keeper.address === null ? usualPort : keeper.port);
}

/** Whether others may connect from now on. @throws UsageError unless one of both is said */
function isTurnedOn({ options }: Given): boolean {
  const [on, off] = [options['on'] === true, options['off'] === true];
  if (on === off) throw new UsageError('Falta --on o --off.');
  return on;
}

export const keeperCommand: Command = {
  reaches: true,
  usage: `${signedIn} (--on | --off) [--address DIRECCIÓN] [--port NÚMERO]

  --on   Desde el próximo inicio del programa, otras computadoras del centro pueden conectarse a esta.
  --off  Ninguna puede.
  Este comando no atiende a nadie: cuando termina, nadie está conectado.`,
  options: { on: flag, off: flag, address: word, port: word },
  check: (line) => {
    if (isTurnedOn(line)) typedPort(line);
  },
  run: async (line) => {
    const isOn = isTurnedOn(line);
    await line.signIn();
    if (!isOn) {
      await line.client.turnKeeperOff({});
      line.print({ isOn: false });
      return;
    }
    const computers = await line.client.getComputers({});
    const [address, port] = [addressOf(line, computers), portOf(line, computers)];
    await line.client.turnKeeperOn({ address, port }, line.again());
    line.print({ isOn: true, address, port });
  },
};

/** Until the code was used, or its time is over. */
async function untilUsed({ client }: CommandLine): Promise<void> {
  while ((await client.readPairingCode({})).offer !== null) await pause(lookEveryMs);
}

/** @throws UsageError unless it is a file that is not there and can be made */
function codeOutOf(line: Given): string {
  const out = required(line, 'code-out');
  requireNew(out);
  return out;
}

const idsOf = ({ companions }: Computers) => new Set(companions.map(({ companionId }) => companionId));

export const pairCommand: Command = {
  reaches: true,
  usage: `${signedIn} --code-out ARCHIVO

  Espera hasta que una computadora se conecte con el código, o diez minutos. El código va a un archivo nuevo, solo para su
  dueño, que se borra al terminar; nunca a la pantalla. Termina con 1 cuando nadie lo usó.`,
  options: { 'code-out': word },
  check: (line) => void codeOutOf(line),
  run: async (line) => {
    const out = codeOutOf(line);
    await line.signIn();
    const { client } = line;
    const before = idsOf(await client.getComputers({}));
    const { until } = await client.offerPairing({}, line.again());
    const { offer } = await client.readPairingCode({});
    keepSecret(out, (offer?.groups ?? []).join('-'));
    try {
      process.stderr.write(`El código está en el archivo. Vale hasta las ${timeOf(Date.parse(until))}.\n`);
      await untilUsed(line);
    } finally {
      removeKept(out);
    }
    const { companions } = await client.getComputers({});
    const paired = companions.find(({ companionId }) => !before.has(companionId));
    line.print({ paired: paired?.name ?? null });
    if (paired === undefined) line.endWith(1);
  },
};

function requireJson({ options }: Given): void {
  if ((options['format'] ?? 'json') !== 'json') throw new UsageError('--format solo admite json.');
}

export const companionsCommand: Command = {
  reaches: true,
  usage: `${signedIn} [--format json]

  Las computadoras del centro: cuál guarda el registro, cuáles se conectan, y de cuándo es la copia que guarda cada una.`,
  options: { format: word },
  check: requireJson,
  run: async (line) => {
    requireJson(line);
    await line.signIn();
    line.print(await line.client.getComputers({}));
  },
};
