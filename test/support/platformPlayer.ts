/** Plays scripts whose people are on several platforms, and writes down what the bot says in the shell's form. */
import type { Conversation } from './conversation.ts';

const LINE = /^(?<speaker>\S+)> (?:press "(?<label>[^"]+)"|(?<text>.+))$/;
const CODE = /\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/g;

/** `(code)` in a line stands for the code that was shown last, and so it stands in the transcript. */
export async function playAcrossPlatforms(talk: Conversation, lines: readonly string[]): Promise<string> {
  const transcript: string[] = [];
  let code = '';

  function print(where: string, text: string): void {
    const [first = '', ...rest] = text.replaceAll(CODE, '(code)').split('\n');
    transcript.push(`bot@${where}: ${first}`, ...rest.map((line) => `    ${line}`));
  }

  for (const line of lines) {
    transcript.push(line);
    const said = LINE.exec(line)?.groups;
    if (line === '' || line.startsWith('#')) continue;
    if (!said?.speaker) throw new Error(`not a line of a script: ${line}`);
    const { speaker, label, text = '' } = said;
    const answer = label ? await talk.presses(speaker, label) : await talk.says(speaker, text.replace('(code)', code));
    code = answer.match(CODE)?.[0] ?? code;
    const [who = '', room = ''] = speaker.split('@');
    if (answer !== '') print(room === 'dm' ? who.replace(':', ':dm/') : `${room} to ${who}`, answer);
    for (const { to, edit, text: heard } of await talk.heard()) print(edit ? `${to} edits` : to, heard);
  }
  return `${transcript.join('\n')}\n`;
}
