/** The example file is what the schema says, and works. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { renderEnvExample } from '../../../config/envExample.ts';
import { renderExample } from '../../../config/example.ts';
import { keys, sections } from '../../../config/keys.ts';
import { loadConfig } from '../../../config/load.ts';
import { Config } from '../../../config/schema.ts';

const file = 'config/mitwirk.example.yaml';

test('the committed examples are the generated ones', () => {
  expect(readFileSync(file, 'utf8')).toBe(renderExample());
  expect(readFileSync('.env.example', 'utf8')).toBe(renderEnvExample());
});

test('copied as it is, the example changes nothing', () => {
  expect(loadConfig({ file, env: {} })).toEqual(Config.parse({}));
});

test('uncommented, every line of the example is a valid setting', () => {
  const names = new Set(keys.map((key) => key.path.at(-1)));
  const uncommented = renderExample()
    .split('\n')
    .map((line) => (names.has(/^ *# (\w+):/.exec(line)?.[1]) || /^# {3}-/.test(line) ? line.replace('# ', '') : line))
    .join('\n');

  const config = Config.parse(parse(uncommented));

  expect(config).toMatchObject(Config.parse({}));
  expect(config.store.databaseUrl).toContain('mitwirk@');
  expect(config.store.databasePassword).toBe('PASSWORD');
  expect(config.store.redisUrl).toContain('PASSWORD');
});

test('every setting and every section says in a sentence what it is for', () => {
  for (const { description, path } of [...keys, ...sections.slice(1)]) {
    expect({ path, description }).toEqual({ path, description: expect.stringMatching(/^[A-Z].+\.$/) });
  }
});

test('no two settings share a variable of the environment', () => {
  expect(new Set(keys.map((key) => key.env)).size).toBe(keys.length);
});
