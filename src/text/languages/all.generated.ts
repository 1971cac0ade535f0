/** The files of every language. Generated from src/text/languages by npm run generate; do not edit. */
import type { LanguageFiles } from '../language.ts';
import de_clock from './de/clock.json' with { type: 'json' };
import de_dateWords from './de/dateWords.json' with { type: 'json' };
import de_dates from './de/dates.json' with { type: 'json' };
import de_digest from './de/digest.json' with { type: 'json' };
import de_due from './de/due.json' with { type: 'json' };
import de_group from './de/group.json' with { type: 'json' };
import de_help from './de/help.json' with { type: 'json' };
import de_input from './de/input.json' with { type: 'json' };
import de_language from './de/language.json' with { type: 'json' };
import de_link from './de/link.json' with { type: 'json' };
import de_matrix from './de/matrix.json' with { type: 'json' };
import de_me from './de/me.json' with { type: 'json' };
import de_page from './de/page.json' with { type: 'json' };
import de_presence from './de/presence.json' with { type: 'json' };
import de_process from './de/process.json' with { type: 'json' };
import de_refusal from './de/refusal.json' with { type: 'json' };
import de_result from './de/result.json' with { type: 'json' };
import de_server from './de/server.json' with { type: 'json' };
import de_slack from './de/slack.json' with { type: 'json' };
import de_space from './de/space.json' with { type: 'json' };
import de_task from './de/task.json' with { type: 'json' };
import de_vote from './de/vote.json' with { type: 'json' };
import de_words from './de/words.json' with { type: 'json' };
import en_clock from './en/clock.json' with { type: 'json' };
import en_dateWords from './en/dateWords.json' with { type: 'json' };
import en_dates from './en/dates.json' with { type: 'json' };
import en_digest from './en/digest.json' with { type: 'json' };
import en_due from './en/due.json' with { type: 'json' };
import en_group from './en/group.json' with { type: 'json' };
import en_help from './en/help.json' with { type: 'json' };
import en_input from './en/input.json' with { type: 'json' };
import en_language from './en/language.json' with { type: 'json' };
import en_link from './en/link.json' with { type: 'json' };
import en_matrix from './en/matrix.json' with { type: 'json' };
import en_me from './en/me.json' with { type: 'json' };
import en_page from './en/page.json' with { type: 'json' };
import en_presence from './en/presence.json' with { type: 'json' };
import en_process from './en/process.json' with { type: 'json' };
import en_refusal from './en/refusal.json' with { type: 'json' };
import en_result from './en/result.json' with { type: 'json' };
import en_server from './en/server.json' with { type: 'json' };
import en_slack from './en/slack.json' with { type: 'json' };
import en_space from './en/space.json' with { type: 'json' };
import en_task from './en/task.json' with { type: 'json' };
import en_vote from './en/vote.json' with { type: 'json' };
import en_words from './en/words.json' with { type: 'json' };

export const LANGUAGE_FILES: readonly [LanguageFiles, ...LanguageFiles[]] = [
  { tag: 'de', files: { clock: de_clock, dateWords: de_dateWords, dates: de_dates, digest: de_digest, due: de_due, group: de_group, help: de_help, input: de_input, language: de_language, link: de_link, matrix: de_matrix, me: de_me, page: de_page, presence: de_presence, process: de_process, refusal: de_refusal, result: de_result, server: de_server, slack: de_slack, space: de_space, task: de_task, vote: de_vote, words: de_words } },
  { tag: 'en', files: { clock: en_clock, dateWords: en_dateWords, dates: en_dates, digest: en_digest, due: en_due, group: en_group, help: en_help, input: en_input, language: en_language, link: en_link, matrix: en_matrix, me: en_me, page: en_page, presence: en_presence, process: en_process, refusal: en_refusal, result: en_result, server: en_server, slack: en_slack, space: en_space, task: en_task, vote: en_vote, words: en_words } },
];
