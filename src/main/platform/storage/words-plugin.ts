/** Opens closed words in what a call reads, with the keys of its session; without the key a sentence stands for them. */
import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  UnknownRow,
} from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';
import { openedCell, readCell, wordsWithoutKey, type CaseKey } from './closed-words.ts';

const standIns = { text: wordsWithoutKey, json: JSON.stringify(wordsWithoutKey), object: '{}', list: '[]' } as const;

type KeyOf = (caseId: CaseId, version: number) => Promise<CaseKey | null>;

export class WordsPlugin implements KyselyPlugin {
  readonly #keyOf: KeyOf;

  constructor(keyOf: KeyOf) {
    this.#keyOf = keyOf;
  }

  transformQuery({ node }: PluginTransformQueryArgs) {
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    for (const row of result.rows) {
      for (const column of Object.keys(row)) {
        const read = readCell(row[column]);
        if (read !== null) row[column] = (await this.#opened(read)) ?? row[column];
      }
    }
    return result;
  }

  /**
   * Null for a text that the key does not open: somebody typed it so. What was changed in the file, the seals of records tell.
   *
   * @throws damaged `sealed-field` for bytes that the key does not open; rule-broken `seal-key-waits` for bytes without a key
   */
  async #opened(read: NonNullable<ReturnType<typeof readCell>>): Promise<string | Buffer | null> {
    const key = await this.#keyOf(read.caseId, read.version);
    if (key === null) {
      if (read.kind === 'bytes') throw fail('rule-broken', 'seal-key-waits');
      return standIns[read.kind];
    }
    const plain = openedCell(read, key.key);
    if (plain === null && read.kind === 'bytes') throw fail('damaged', 'sealed-field');
    return plain;
  }
}
