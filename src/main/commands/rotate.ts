/** `rotate`: a new key for the file, by two people or one with the paper key, and a new paper key. */
import { join } from 'node:path';
import { isStanding, rotationReasons, type RotationForm, type RotationSecond } from '../../shared/backup/index.ts';
import {
  flag,
  ofSecond,
  optionOf,
  readPassphrase,
  required,
  secondPerson,
  UsageError,
  word,
  type Command,
  type CommandLine,
  type Given,
} from './command.ts';
import { keepSecret, isNothingChanged, readKept, removeKept, requireNew } from './out-file.ts';

/** @throws UsageError unless it is one of the list, with a login where a password was exposed and only there */
function reasonOf(line: Given): { reason: RotationForm['reason']; exposed: string | undefined } {
  const asked = optionOf(line, 'reason') ?? 'yearly';
  const reason = rotationReasons.find((one) => one === asked);
  if (reason === undefined) throw new UsageError(`--reason es uno de: ${rotationReasons.join(', ')}.`);
  const exposed = optionOf(line, 'exposed');
  if ((reason === 'password-exposed') !== (exposed !== undefined))
    throw new UsageError('--exposed USUARIO va con --reason password-exposed, y solo con él.');
  return { reason, exposed };
}

async function secondOf(line: CommandLine): Promise<RotationSecond> {
  const paper = optionOf(line, 'recovery-key-file');
  if (paper !== undefined) return { kind: 'recoveryKey', key: await readPassphrase(paper, 'Clave de recuperación') };
  return { kind: 'person', ...(await secondPerson(line)) };
}

async function formOf(line: CommandLine, asked: ReturnType<typeof reasonOf>): Promise<RotationForm> {
  if (asked.exposed === undefined) return { reason: asked.reason, exposedId: null };
  const { staff } = await line.client.listStaff({});
  const member = staff.find(({ login }) => login === asked.exposed);
  if (member === undefined) throw new UsageError('Nadie del personal tiene el usuario de --exposed.');
  return { reason: asked.reason, exposedId: member.id };
}

const keptWords =
  'La clave de recuperación nueva quedó en --recovery-out. Guárdela hasta saber con «recover» cuál de las dos abre el registro.\n';

/** @throws UsageError */
function rotationAsked(line: Given) {
  const out = required(line, 'recovery-out');
  const asked = reasonOf(line);
  requireNew(out);
  return { out, asked };
}

export const rotateCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO
             (--second USUARIO --second-passphrase-file ARCHIVO | --recovery-key-file ARCHIVO)
             --recovery-out ARCHIVO [--reason left | password-exposed | yearly] [--exposed USUARIO] [--without-copy]
             [--notes-paper-file ARCHIVO]

  Antes hace una copia verificada; si no puede, no sigue, salvo con --without-copy. La clave de recuperación nueva queda
  en --recovery-out, archivo nuevo y solo para su dueño; la de antes no abre más el registro. Las contraseñas siguen igual.
  --exposed es la persona cuya contraseña se vio: antes la cambia, o se le retira el acceso.
  Si hay notas de sesión, --notes-paper-file es la clave de recuperación de ahora: con ella el papel nuevo también las abre.
  --recovery-key-file vale solo donde no hay otra persona profesional; su uso queda anotado.
  «destroy» son las copias que lo de antes todavía abre: se destruyen o se guardan bajo llave.`,
  options: {
    ...ofSecond,
    'recovery-key-file': word,
    'recovery-out': word,
    reason: word,
    exposed: word,
    'without-copy': flag,
    'notes-paper-file': word,
  },
  check: (line) => void rotationAsked(line),
  run: async (line) => {
    const { out, asked } = rotationAsked(line);
    await line.signIn();
    const second = await secondOf(line);
    const form = await formOf(line, asked);
    const kept = optionOf(line, 'notes-paper-file');
    const paper = kept === undefined ? null : await readPassphrase(kept, 'Clave de recuperación de ahora');
    const begun = await line.client.beginRotation({ form, second, paper }, line.again());
    // On the disk before anything changes: a key that could not be handed over opens nothing.
    keepSecret(out, begun.recoveryKey.join('-'));
    const written = readKept(out).split('-');
    const groups = begun.asked.map((position) => ({ position, text: written[position - 1] ?? '' }));
    const withoutCopy = line.options['without-copy'] === true;
    const finished = await line.client.finishRotation({ groups, withoutCopy }).catch((error: unknown) => {
      // What may have happened all the same keeps its key.
      if (isNothingChanged(error)) removeKept(out);
      else process.stderr.write(keptWords);
      throw error;
    });
    const { rotatedAt, copy, former } = finished;
    line.print({
      ...{ rotatedAt, reason: form.reason, recoveryKey: out, copyBefore: begun.copy, copyAfter: copy },
      destroy: former.filter(isStanding).map(({ folder, name, madeAt, isThere }) => ({
        ...{ folder: join(folder, name), madeAt, isThere },
      })),
    });
  },
};
