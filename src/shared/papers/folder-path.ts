/** Whole paths of folders, as Windows or Linux write them: one folder has one form. */

/** What Windows does not tell apart is the same folder. */
const isOfWindows = (path: string) => /^(?:[A-Za-z]:|\\\\)/.test(path);

/** Its names without `.` and `..`; going above the first one stays there, as every system does. */
function namesOf(path: string, sign: RegExp): string[] {
  const names: string[] = [];
  for (const name of path.split(sign)) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names;
}

/**
 * The one form of a whole path: `C:\cem\escaneos`, `\\servidor\cem`, `/srv/cem`, with nothing at its end.
 *
 * @returns null for part of a path, for a whole drive and for a server without its share: they would allow too much
 */
export function wholeFolder(path: string): string | null {
  const drive = /^([A-Za-z]:)[\\/]/.exec(path)?.[1];
  if (drive !== undefined) {
    const names = namesOf(path.slice(2), /[\\/]/);
    return names.length === 0 ? null : [drive.toUpperCase(), ...names].join('\\');
  }
  const share = /^[\\/]{2}([^\\/?.][^\\/]*)[\\/]+([^\\/]+)(.*)$/.exec(path);
  if (share !== null) {
    const [, server = '', name = '', rest = ''] = share;
    if (name === '.' || name === '..') return null;
    return `\\\\${[server, name, ...namesOf(rest, /[\\/]/)].join('\\')}`;
  }
  if (!/^\/[^\\/]/.test(path)) return null;
  const names = namesOf(path, /\//);
  return names.length === 0 ? null : `/${names.join('/')}`;
}

/** Whether two whole paths are of one folder. */
export function isSameFolder(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => {
    const whole = wholeFolder(path) ?? path;
    return isOfWindows(whole) ? whole.toLowerCase() : whole;
  });
  return first === second;
}
