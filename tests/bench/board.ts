/** «Plazos» and its number in the navigation with many open fichas, against a bare read of the rows they rest on. */
import {
  blankSectionC,
  blankSectionD,
  blankSectionE,
  sectionOf,
  type PlainForm,
} from '../../src/shared/intake/index.ts';
import { insideFile } from '../services/inside-file.ts';
import { completeAnswers } from '../support/case-builder.ts';
import { copyCase } from '../support/case-rows.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { closeCentres, openCentre, templateFolder } from '../support/start-application.ts';
import { freshFolder, inventedCase, openCopy } from './growing-centre.ts';
import { alternate, timeOf, type Row } from './measure.ts';

const fichas = 2000;

/** A ficha in attention: an interview held, and the sections of the paper complete, so that all of them are read. */
async function oneCase(folder: string): Promise<string> {
  const centre = await openCentre(folder, fixedClock('2026-06-10T15:00:00.000Z'));
  const { caseId } = await centre.aCase(inventedCase(100));
  const { staff } = await centre.sessionOf('psico');
  const present = [{ staffId: staff.id, service: 'psychology' as const }];
  const when = { on: '2026-06-10', started: '09:10', ended: null, modality: 'centre' as const, place: null };
  await (await centre.as('psico')).recordInterview({ caseId, interview: { ...when, toldStory: false, present } });
  const [social, lawyer] = [await centre.as('social'), await centre.as('legal')];
  const blank = { c: blankSectionC(), d: blankSectionD(), e: blankSectionE() };
  for (const section of ['c', 'd', 'e'] as const) {
    const answers = completeAnswers(sectionOf(section).questions, blank[section], { complaintFiled: 1 });
    const form = { section, answers } as PlainForm;
    await (section === 'd' ? lawyer : social).saveFormSection({ caseId, version: 0, form });
  }
  await centre.close();
  return caseId;
}

const tables = [
  'case_file',
  'case_grant',
  'interview',
  'interview_part',
  'deadline',
  'deadline_due',
  'proceeding_event',
];
const ofSections = ['a', 'b', 'c', 'd', 'e'].flatMap((id) =>
  ['', '_tick', '_asked'].map((suffix) => `section_${id}${suffix}`),
);

export async function boardRows(): Promise<Row[]> {
  const folder = freshFolder(await templateFolder());
  const caseId = await oneCase(folder);
  await insideFile(folder, (db) => {
    copyCase(db, caseId, fichas - 1);
  });
  const centre = await openCopy(folder);
  const lawyer = await centre.as('legal');
  const calls = {
    'board of terms': () => lawyer.listDeadlines({ scope: 'all' }),
    'number of terms in the navigation': () => lawyer.countDeadlines({}),
  };
  const rows: Row[] = [];
  await insideFile(folder, async (db) => {
    const bare = () =>
      timeOf(() => [...tables, ...ofSections].map((table) => db.prepare(`select * from ${table}`).all().length));
    for (const [what, call] of Object.entries(calls)) {
      const ours = () => {
        centre.clock.advance(2000);
        return timeOf(call);
      };
      const { ratio, ...sides } = await alternate(ours, bare, { warmUp: 2, runs: 11 });
      const note = `${fichas.toLocaleString('en')} open fichas, through the gate; other side: the same rows read by SQL alone`;
      rows.push({ what, figure: ratio, unit: 'times', aim: null, ...sides, note });
    }
  });
  await closeCentres();
  return rows;
}
