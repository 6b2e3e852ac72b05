/** The chair of a companion with the rules of the centre: what is typed at this computer stays at it. */
import { loginSchema } from '../../shared/access/index.ts';
import type { Call, Envelope } from '../../shared/platform/contract.ts';
import { contract } from '../../shared/contract.ts';
import {
  answeredAtCompanion,
  answeredFromOwnFolder,
  onlyAtKeeper,
  ownNewPassword,
  secretFieldName,
} from '../../shared/only-at-keeper.ts';
import { checkPassphrase } from '../access/index.ts';
import { Chair, type ChairParts } from '../platform/chair/chair.ts';
import { placesOf } from '../platform/chair/typed-places.ts';
import { generatePhrase } from '../platform/crypto/passphrase.ts';

/** The same rules as at the keeper, with the names that it hands over. @throws rule-broken `password-refused` */
export function checkNewPassword(passphrase: string, names: readonly string[]): void {
  checkPassphrase(passphrase, names, ownNewPassword.field);
}

export function makeChair(parts: Omit<ChairParts, 'rules'>): Chair {
  const isLogin = (login: string) => loginSchema.safeParse(login).success;
  const fixed = { onlyAtKeeper, ownNew: ownNewPassword, secretName: secretFieldName };
  return new Chair({ ...parts, rules: { ...fixed, isLogin, checkNewPassword } });
}

/** Whether nothing in the call is a secret: such a one may wait in memory. */
export function isWithoutSecrets(call: Call): boolean {
  const places = placesOf(call, { ownNew: ownNewPassword, secretName: secretFieldName });
  return call.password === null && places?.length === 0;
}

/** What a companion answers from its own data folder, with or without a line. */
export function isFromOwnFolder({ procedure }: Pick<Call, 'procedure'>): boolean {
  return (answeredFromOwnFolder as readonly string[]).includes(procedure);
}

/** What a companion answers without its keeper; null for everything else. */
export function answeredHere({ procedure, input }: Pick<Call, 'procedure' | 'input'>): Envelope | null {
  if (!(answeredAtCompanion as readonly string[]).includes(procedure)) return null;
  const parsed = contract.suggestPassphrase.input.safeParse(input);
  if (!parsed.success) return null;
  return { ok: true, value: { passphrase: generatePhrase(parsed.data.words) }, after: null };
}
