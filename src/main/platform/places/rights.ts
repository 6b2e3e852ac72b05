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

const full = 0x1f01ff;
const modify = 0x1301bf;
const masks: Readonly<Record<string, number>> = { FA: full };

/** Arguments of `icacls` after the folder: nothing inherited from above, and these three for all that is inside. */
export function grantArguments(staff: Staff): string[] {
  const whom = staff === 'group' ? staffGroup : `*${users}`;
  const grants = [`*${system}:(OI)(CI)F`, `*${administrators}:(OI)(CI)F`, `${whom}:(OI)(CI)M`];
  return ['/inheritance:r', '/grant:r', ...grants, '/Q'];
}

type Grant = { readonly sid: string; readonly mask: number | null; readonly isPlain: boolean };
export type Acl = { readonly isProtected: boolean; readonly grants: readonly Grant[] };

function grantOf(entry: string): Grant {
  const [type = '', flags = '', rights = '', object = '', inherited = '', account = ''] = entry.split(';');
  const mask = /^0x[0-9a-f]+$/i.test(rights) ? Number.parseInt(rights, 16) : (masks[rights] ?? null);
  // `IO` grants nothing on the folder itself, `NP` nothing further down.
  const isPlain = type === 'A' && object === '' && inherited === '' && !/IO|NP/.test(flags);
  return { sid: aliases[account] ?? account, mask, isPlain };
}

/** The access lists in a file of `icacls /save`: a line with a name, then one with its list, in UTF-16. */
export function parseSaved(bytes: Buffer): Acl[] {
  const lines = bytes.toString('utf16le').replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines
    .map((line) => /^D:([A-Z]*)((?:\(.*\))?)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, control = '', list = '']) => ({
      isProtected: control.includes('P'),
      grants: list === '' ? [] : list.slice(1, -1).split(')(').map(grantOf),
    }));
}

function isFor(grant: Grant, sid: string, mask: number): boolean {
  return grant.isPlain && grant.sid === sid && grant.mask === mask;
}

/** `icacls` alone knows the SID of the group: it is the only account of this computer or its domain in the list. */
function isStaff(grant: Grant, staff: Staff): boolean {
  const isThem = staff === 'users' ? grant.sid === users : /^S-1-5-21-\d+-\d+-\d+-\d+$/.test(grant.sid);
  return grant.isPlain && isThem && grant.mask === modify;
}

function isExact({ grants }: Acl, staff: Staff): boolean {
  const [one, ...others] = [
    grants.filter((grant) => isFor(grant, system, full)),
    grants.filter((grant) => isFor(grant, administrators, full)),
    grants.filter((grant) => isStaff(grant, staff)),
  ];
  return grants.length === 3 && one?.length === 1 && others.every((found) => found.length === 1);
}

/**
 * Whether a folder is open to the staff, administrators and system, and to nobody else. The first list is the folder's,
 * the others are those of what is inside.
 */
export function areRightsSound(saved: readonly Acl[], staff: Staff): boolean {
  const [folder] = saved;
  return folder?.isProtected === true && saved.every((acl) => isExact(acl, staff));
}
