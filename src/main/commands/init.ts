/** `init`: makes a centre in an empty folder, then proves its recovery key from paper. */
import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { passwordSchema, staffDetailsSchema } from '../../shared/access/index.ts';
import { centreDetailsSchema } from '../../shared/centre/index.ts';
import { fail, issuesOf } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import {
  flag,
  optionOf,
  readJson,
  readPassphrase,
  required,
  standardInputLines,
  UsageError,
  word,
  type Command,
  type CommandLine,
} from './command.ts';

/** The settings file; an example stands in `docs/examples/init.json`. */
const settingsSchema = z.strictObject({
  centre: centreDetailsSchema,
  isPractice: z.boolean(),
  coordinator: staffDetailsSchema,
  staff: z.array(
    z.strictObject({
      details: staffDetailsSchema,
      /** Path of the file with the passphrase, relative to the settings file. */
      passphraseFile: z.string(),
    }),
  ),
});

export const initCommand: Command = {
  makesFolder: true,
  usage: `--data CARPETA --settings F.json --recovery-out ARCHIVO [--start-key-out ARCHIVO] --passphrase-file ARCHIVO
       init --data CARPETA --confirm-recovery --user USUARIO --passphrase-file ARCHIVO   (4 grupos por la entrada estándar)

  Paso 1  Crea claves, archivo cifrado y el primer personal; escribe la clave de recuperación en --recovery-out
          (archivo nuevo, solo para su dueño), la clave inicial de la bitácora en --start-key-out, y muestra qué grupos se pedirán. --passphrase-file es la frase de
          la persona de Coordinación que figura en el archivo de datos.
  Paso 2  Lee del papel los 4 grupos pedidos, en ese orden, separados por espacios o líneas. Hasta entonces no se
          puede registrar ningún caso.`,
  options: { settings: word, 'recovery-out': word, 'start-key-out': word, 'confirm-recovery': flag },
  run: (line) => (line.options['confirm-recovery'] === true ? confirmRecovery(line) : found(line)),
};

async function found(line: CommandLine): Promise<void> {
  const settingsFile = required(line, 'settings');
  const recoveryFile = required(line, 'recovery-out');
  const parsed = settingsSchema.safeParse(readJson(settingsFile));
  if (!parsed.success) throw fail('invalid', null, issuesOf(parsed.error));
  const settings = parsed.data;
  const passphrase = await readPassphrase(optionOf(line, 'passphrase-file'), 'Frase de Coordinación');
  const others = await Promise.all(
    settings.staff.map(async (member) => ({
      details: member.details,
      passphrase: passwordSchema.parse(
        await readPassphrase(resolve(dirname(settingsFile), member.passphraseFile), 'Frase'),
      ),
    })),
  );
  // Reserved first: nothing is founded whose recovery key could not be handed over.
  reserve(recoveryFile, '--recovery-out');
  const startKeyFile = optionOf(line, 'start-key-out');
  if (startKeyFile !== undefined) reserve(startKeyFile, '--start-key-out');
  const founded = await line.client.foundCentre({
    centre: settings.centre,
    isPractice: settings.isPractice,
    coordinator: settings.coordinator,
    passphrase,
  });
  writeFileSync(recoveryFile, `${founded.recoveryKey.join('-')}\n`, { mode: 0o600 });
  if (startKeyFile !== undefined) writeFileSync(startKeyFile, `${founded.auditStartKey}\n`, { mode: 0o600 });
  line.use(founded.session);
  // The key comes first: without it there is no second try. Nor is there one for the staff.
  for (const member of others) await line.client.addFirstStaff(member);
  // It is a file outside, listed until it is deleted.
  const { file: sheet } = await line.client.printRecoverySheet({});
  await line.client.saveFile({ id: sheet.id });
  line.print({
    asked: founded.asked,
    staff: [settings.coordinator.login, ...settings.staff.map((one) => one.details.login)],
  });
}

function reserve(file: string, option: string): void {
  try {
    writeFileSync(file, '', { mode: 0o600, flag: 'wx' });
  } catch {
    throw new UsageError(`El archivo de ${option} ya existe o no se puede crear.`);
  }
}

async function confirmRecovery(line: CommandLine): Promise<void> {
  await line.signIn();
  const { asked } = await line.client.getFounding({});
  const words = (await standardInputLines())
    .join(' ')
    .split(/[\s-]+/)
    .filter((one) => one !== '');
  if (words.length !== asked.length) {
    throw new UsageError(`Escriba en la entrada estándar los grupos ${asked.join(', ')} de la clave, en ese orden.`);
  }
  await line.client.confirmRecoveryKey({
    groups: asked.map((position, index) => ({ position, text: words[index] ?? '' })),
  });
  line.print({ ready: true });
}
