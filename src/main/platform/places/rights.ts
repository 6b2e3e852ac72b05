/**
 * Who may use a folder of the record on Windows, and whether that is so.
 *
 * Accounts are named by SID, and what stands is read as `icacls /save` writes it: names of accounts are translated
 * («Usuarios», «Administradores»), SIDs and masks are not.
 */

/** The local group that whoever administers the computer may make: its members are the staff. */
export const staffGroup = 'Registro CEM';

/** Without that group the accounts of this computer are the staff. */
export type Staff = 'group' | 'users';

const system = 'S-1-5-18';
const administrators = 'S-1-5-32-544';
const users = 'S-1-5-32-545';

/** Words of SDDL for the accounts that matter here. */
const aliases: Readonly<Record<string, string>> = { SY: system, BA: administrators, BU: users };

/** Who may own the folder of both places: system, administrators, the account that came with Windows, its own installer. */
const soundOwner = /^(?:SY|BA|LA|S-1-5-18|S-1-5-32-544|S-1-5-21-\d+-\d+-\d+-500|S-1-5-80-956008885-.+)$/;

/**
 * Whether system or administrators own a folder: whoever owns one may give himself every right over it.
 *
 * @param sddl as `Get-Acl` gives it: `O:BAG:…D:…`
 * @returns null when it does not say
 */
export function isOwnerSound(sddl: string): boolean | null {
  const owner = /^\s*O:([A-Z]{2}(?=G:|D:|\s*$)|S-[0-9-]+)/.exec(sddl)?.[1];
  return owner === undefined ? null : soundOwner.test(owner);
}

/** Arguments of `icacls` after the folder: its owner is nobody's account. */
export const ownerArguments = ['/setowner', `*${administrators}`, '/Q'] as const;

const full = 0x1f01ff;
const modify = 0x1301bf;

/** Arguments of `icacls` after the folder: nothing inherited from above, and these three for all that is inside. */
export function grantArguments(staff: Staff): string[] {
  const whom = staff === 'group' ? staffGroup : `*${users}`;
  const grants = [`*${system}:(OI)(CI)F`, `*${administrators}:(OI)(CI)F`, `${whom}:(OI)(CI)M`];
  return ['/inheritance:r', '/grant:r', ...grants, '/Q'];
}

type Grant = {
  readonly sid: string;
  readonly mask: number;
  /** Files and folders inside get it too. */
  readonly isPassedOn: boolean;
};
/** Null stands for an entry that is not a plain grant on the folder itself: a refusal, a condition, `IO`, `NP`. */
export type Acl = { readonly isProtected: boolean; readonly grants: readonly (Grant | null)[] };

const plain = /^A;((?:OI|CI|ID)*);(FA|0x[0-9a-f]+);;;([A-Z]{2}|S-[0-9-]+)$/i;

function grantOf(entry: string): Grant | null {
  const found = plain.exec(entry);
  if (found === null) return null;
  const [, flags = '', rights = '', account = ''] = found;
  const mask = rights === 'FA' ? full : Number.parseInt(rights, 16);
  return { sid: aliases[account] ?? account, mask, isPassedOn: flags.includes('OI') && flags.includes('CI') };
}

/** The access lists in a file of `icacls /save`: a line with a name, then one with its list, in UTF-16. */
export function parseSaved(bytes: Buffer): Acl[] {
  const lines = bytes
    .toString('utf16le')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return lines
    .map((line) => /^D:([A-Z]*)((?:\(.*\))?)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, control = '', list = '']) => ({
      isProtected: control.includes('P'),
      grants: list === '' ? [] : list.slice(1, -1).split(')(').map(grantOf),
    }));
}

/** `icacls` alone knows the SID of the group: it is the only account of this computer or its domain in the list. */
const staffSid = { users: new RegExp(`^${users}$`), group: /^S-1-5-21-\d+-\d+-\d+-\d+$/ } as const;

/** These three and no others; on the folder itself, also for what will be inside. */
function isExact({ grants }: Acl, staff: Staff, isFolder: boolean): boolean {
  const once = (sid: RegExp, mask: number) =>
    grants.filter((one) => one?.mask === mask && sid.test(one.sid) && (one.isPassedOn || !isFolder)).length === 1;
  return (
    grants.length === 3 &&
    once(new RegExp(`^${system}$`), full) &&
    once(new RegExp(`^${administrators}$`), full) &&
    once(staffSid[staff], modify)
  );
}

/**
 * Whether a folder is open to the staff, administrators and system, and to nobody else. The first list is the folder's,
 * the others are those of what is inside.
 */
export function areRightsSound(saved: readonly Acl[], staff: Staff): boolean {
  const [folder] = saved;
  return folder?.isProtected === true && saved.every((acl) => isExact(acl, staff, acl === folder));
}
