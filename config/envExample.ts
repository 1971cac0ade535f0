/** Writes the example of `.env` for docker-compose.yml from the schema, so that it cannot fall behind. */
import { composeVariables, givenToContainers } from './containers.ts';
import { comment } from './example.ts';
import { type Key, keys, sections } from './keys.ts';
import { fileVariableOf } from './secretFile.ts';

const head = [
  'The settings of docker-compose.yml. Copy this file to .env beside it and uncomment what you change; what is left out or ' +
    'empty has its default. Written by "npm run generate"; do not edit it by hand.',
  'A secret stands in a file of its own, closed to other people of the machine, and its path stands here: see docs/operations.md.',
];

function entry(meaning: string, name: string, value: string): string[] {
  return ['', ...comment(meaning), `#${name}=${value}`];
}

function setting(key: Key): string[] {
  const file = fileVariableOf(key);
  if (file !== null) return entry(key.description, file, `./secrets/${key.env}`);
  return entry(`${key.description} Allowed: ${key.allowed}.`, key.env, String(key.fallback ?? key.example));
}

/** Settings that stand by themselves come first, as they do in the section of all sections. */
function settingsOf(path: readonly string[]): string[] {
  const ofSection = keys.filter((key) => key.path.slice(0, -1).join('.') === path.join('.'));
  return ofSection.filter((key) => !(key.env in givenToContainers)).flatMap(setting);
}

function heading(text: string): string[] {
  return ['', '', ...comment(`--- ${text}`)];
}

/** The text of `.env.example`. */
export function renderEnvExample(): string {
  const ofCompose = composeVariables.flatMap(({ name, meaning, value }) => entry(meaning, name, value));
  const ofSections = sections.flatMap(({ path, description }) => {
    const settings = settingsOf(path);
    return settings.length === 0 ? [] : [...heading(description || 'The bot.'), ...settings];
  });
  const lines = [...head.flatMap((text) => comment(text)), ...heading('The containers.'), ...ofCompose, ...ofSections];
  return `${lines.join('\n')}\n`;
}
