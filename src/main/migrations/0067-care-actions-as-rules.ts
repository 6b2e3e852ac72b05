import { sql, type Kysely } from 'kysely';

/** Follow-up actions become rows of «Tablas y reglas»: each change of the centre a version, in the order it was added. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    INSERT INTO rule_row
      (id, table_id, row_id, row_version, value, valid_from, source, confirmation, edited_by, edited_at, version)
    SELECT
      id, 'follow-up-action', code,
      -- What ships with the program is version 1 of its row.
      row_number() OVER (PARTITION BY code ORDER BY rowid) + (code NOT LIKE 'centre-%'),
      json_object(
        'service', service, 'number', number, 'label', label,
        'countsAsAttention', json(iif(counts_as_attention, 'true', 'false')),
        'isUsed', json(iif(is_used, 'true', 'false'))
      ),
      valid_from, 'Agregada por el centro', 'toConfirm', added_by, added_at, 1
    FROM follow_up_action ORDER BY rowid`.execute(db);
  await sql`DROP TABLE follow_up_action`.execute(db);
}

/** As in the migration before. */
export const sealed = {
  sealedBefore: { follow_up_action: { kind: 'follow_up_action', table: 'follow_up_action', children: [] } },
  reseals: { rule_row: "SELECT id FROM rule_row WHERE table_id = 'follow-up-action'" },
};
