/** What waits until its person has said for which process it is. */
import type { Questions } from '../../../src/ports/store/questions.ts';
import { jsonText } from '../columns.ts';
import type { Db } from '../tables/tables.ts';

export function createQuestions(db: Db): Questions {
  return {
    async ask({ person, room, deed }, at) {
      const { id } = await db
        .insertInto('mitwirk.questions')
        .values({ person_id: person, room_id: room, deed: jsonText(deed), asked_at: at })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
    async of(id, person, room) {
      const row = await db
        .selectFrom('mitwirk.questions')
        .select(['deed', 'asked_at'])
        .where('id', '=', id)
        .where('person_id', '=', person)
        .where('room_id', '=', room)
        .forUpdate()
        .executeTakeFirst();
      return row ? { person, room, deed: row.deed, at: row.asked_at } : null;
    },
    async answered(id) {
      await db.deleteFrom('mitwirk.questions').where('id', '=', id).execute();
    },
  };
}
