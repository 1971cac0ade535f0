/** The story of the main job, told in Slack by the same script: word for word what the shell says, to the same people. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readScript } from '../../../adapters/local/shell/run.ts';
import { freshDatabase } from '../../support/database.ts';
import { withoutHashes } from '../../support/shell.ts';
import { messageIssues } from '../../support/slack/blocks/validate.ts';
import { playInSlack } from '../../support/slackPlayer.ts';

const dialogs = join(import.meta.dirname, '..');

test('the story is told in Slack as it is told in the shell', async () => {
  const database = await freshDatabase();
  try {
    const { transcript, posted, lines } = await playInSlack(database, readScript(join(dialogs, 'story.mitwirk')));

    expect(lines.filter((line) => !line.startsWith('info'))).toEqual([]);
    expect(posted.flatMap(({ message }) => messageIssues(message.blocks))).toEqual([]);
    const inShell = readFileSync(join(dialogs, 'story.transcript'), 'utf8');
    expect(steps(asInShell(withoutHashes(transcript)))).toEqual(steps(inShell));
  } finally {
    await database.close();
  }
});

/** Bullets, quotes, warnings and mentions look different in Slack, and a chart has a picture whose description repeats it. */
function asInShell(transcript: string): string {
  return transcript
    .replaceAll(/^( {4}|.*?: )• /gm, '$1- ')
    .replaceAll(/^ {4}> /gm, '    | ')
    .replaceAll(/^ {4}• /gm, '    - ')
    .replaceAll(/^ {4}\(Aufgaben je Gruppe\. AG Bildung: .*\)\n/gm, '')
    .replaceAll('⚠️ ', '')
    .replaceAll(/^ {4}(@|Zuständig: |Stimmberechtigt: ).*$/gm, (line) => line.replaceAll('@', ''));
}

/** What was said because of each line of the script. Messages to different people have no order among each other. */
function steps(transcript: string): readonly string[] {
  const found: string[][] = [[]];
  for (const line of transcript.trimEnd().split('\n')) {
    const step = found.at(-1) ?? [];
    if (/^(\S+ )?bot@/.test(line)) step.push(line);
    else if (line.startsWith('    ')) step.push(`${step.pop()}\n${line}`);
    else found.push([line]);
  }
  return found.map(([first = '', ...said]) => [first, ...said.sort()].join('\n'));
}
