/** docker-compose.yml and Dockerfile as Docker reads them, as far as can be told without an engine. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

export interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly { readonly path: string; readonly required: boolean }[];
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
  readonly logging?: { readonly driver: string; readonly options: Readonly<Record<string, string>> };
  readonly deploy?: { readonly resources: { readonly limits: Readonly<Record<string, string | number>> } };
}

export interface Compose {
  readonly services: Readonly<Record<'bot' | 'postgres' | 'valkey', Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: object;
}

type Variables = Readonly<Record<string, string>>;

export const composeText = readFileSync('docker-compose.yml', 'utf8');
export const dockerfile = readFileSync('Dockerfile', 'utf8');

/** The file with the variables of `.env` in their places. */
export function readCompose(dotEnv: Variables = {}): Compose {
  return interpolated(parse(composeText), dotEnv);
}

/** Every variable of `.env` that the file asks for. */
export function composeVariableNames(): ReadonlySet<string> {
  return new Set([...composeText.matchAll(/\$\{(\w+)/g)].map((match) => match[1] ?? ''));
}

/** What the image itself sets. */
export function imageEnvironment(): Variables {
  return Object.fromEntries(
    [...dockerfile.matchAll(/^(?:ENV| {3}) ([A-Z_]+)=(\S*)/gm)].map(([, name, value]) => [name, value]),
  );
}

/** What the bot finds in its environment; secrets lie where `.env` says, relative to the folder, and not below /run/secrets. */
export function botEnvironment(dotEnv: Variables, folder: string): Variables {
  const { services, secrets } = readCompose(dotEnv);
  const { env_file = [], environment } = services.bot;
  const whole = env_file.some(({ path }) => path === '.env') ? dotEnv : {};
  const found = Object.entries({ ...imageEnvironment(), ...whole, ...environment }).map(([name, value]) => {
    const secret = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
    return [name, secret === undefined ? value : resolve(folder, secrets[secret]?.file ?? '')];
  });
  return Object.fromEntries(found);
}

function interpolated<T>(value: T, variables: Variables): T;
function interpolated(value: unknown, variables: Variables): unknown {
  if (typeof value === 'string') return filledIn(value, variables);
  if (Array.isArray(value)) return value.map((item) => interpolated(item, variables));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, interpolated(inner, variables)]));
}

/** `${NAME:-where empty}` and `${NAME:+where not}`, the two forms that are used. */
function filledIn(text: string, variables: Variables): string {
  return text.replaceAll(/\$\{(\w+):([-+])([^}]*)\}/g, (_, name: string, form: string, word: string) => {
    const value = variables[name] ?? '';
    if (form === '+') return value === '' ? '' : word;
    return value === '' ? word : value;
  });
}
