/** `recover`: the paper key gives a person of Coordinación a new password, and a new paper key takes its place. */
import { optionOf, readPassphrase, required, UsageError, word, type Command } from './command.ts';
import { isNothingChanged, keepSecret, readKept, removeKept, requireNew } from './out-file.ts';

export const recoverCommand: Command = {
  usage: `--data CARPETA --recovery-key-file ARCHIVO --login USUARIO --passphrase-out ARCHIVO [--recovery-out ARCHIVO]

  Trabaja sobre la carpeta de datos presente. Escribe la contraseña nueva en --passphrase-out y la clave de recuperación
  nueva en --recovery-out (si falta: el mismo nombre con «.clave-de-recuperacion»), archivos nuevos y solo para su dueño. La
  contraseña de antes de esa persona, la clave de recuperación de antes y la llave del archivo dejan de servir. Las copias
  hechas antes se abren todavía con lo de antes.`,
  options: { 'recovery-key-file': word, login: word, 'passphrase-out': word, 'recovery-out': word },
  run: async (line) => {
    const login = required(line, 'login');
    const passphraseOut = required(line, 'passphrase-out');
    const recoveryOut = optionOf(line, 'recovery-out') ?? `${passphraseOut}.clave-de-recuperacion`;
    if (recoveryOut === passphraseOut) throw new UsageError('--recovery-out y --passphrase-out son el mismo archivo.');
    requireNew(passphraseOut, recoveryOut);
    const recoveryKey = await readPassphrase(required(line, 'recovery-key-file'), 'Clave de recuperación');
    const { passphrase } = await line.client.suggestPassphrase({ words: 5 });
    const begun = await line.client.beginRecovery({ recoveryKey, login, newPassphrase: passphrase });
    // Both are on the disk before anything changes: what could not be handed over opens nothing.
    keepSecret(passphraseOut, passphrase);
    keepSecret(recoveryOut, begun.recoveryKey.join('-'));
    try {
      const written = readKept(recoveryOut).split('-');
      const groups = begun.asked.map((position) => ({ position, text: written[position - 1] ?? '' }));
      const { session } = await line.client.finishRecovery({ groups });
      line.use(session);
    } catch (error) {
      // What may have happened all the same keeps its password and its paper.
      if (isNothingChanged(error)) removeKept(passphraseOut, recoveryOut);
      throw error;
    }
    line.print({ recovered: login, passphrase: passphraseOut, recoveryKey: recoveryOut });
  },
};
