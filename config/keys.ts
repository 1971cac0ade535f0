/** The settings as a flat list, read off the schema, so that loading, the example file and dumps agree. */
import type { z } from 'zod';
import { type KeyFacts, keyFacts } from '../adapters/kit/schema.ts';
import { Config } from './schema.ts';

/** One setting. */
export interface Key extends KeyFacts {
  /** From the top of the file, e.g. `['server', 'port']`. */
  readonly path: readonly string[];
  readonly description: string;
  /** How a word of the environment becomes a value. */
  readonly kind: 'text' | 'number' | 'boolean' | 'list';
  /** Undefined where there is none. */
  readonly fallback: unknown;
}

/** A group of settings, or the top of the file. */
export interface Section {
  readonly path: readonly string[];
  readonly description: string;
  readonly names: readonly string[];
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;
type Definition = z.core.$ZodTypes['_zod']['def'];

const kinds: Readonly<Record<string, Key['kind']>> = { number: 'number', boolean: 'boolean', array: 'list' };

function definitionOf(schema: z.core.$ZodType): Definition {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** The schema beneath defaults and "may be missing". */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const definition = definitionOf(schema);
  return 'innerType' in definition ? bare(definition.innerType) : schema;
}

function shapeOf(schema: z.core.$ZodType): Shape | undefined {
  const definition = definitionOf(bare(schema));
  return definition.type === 'object' ? definition.shape : undefined;
}

function descriptionOf(schema: z.core.$ZodType): string {
  return (schema as z.ZodType).description ?? '';
}

function keyOf(path: readonly string[], schema: z.core.$ZodType): Key {
  const facts = keyFacts.get(schema);
  if (facts === undefined) throw new Error(`The schema tells nothing about ${path.join('.')}.`);
  const definition = definitionOf(schema);
  const fallback = definition.type === 'default' ? definition.defaultValue : undefined;
  const kind = kinds[definitionOf(bare(schema)).type] ?? 'text';
  return { ...facts, path, description: descriptionOf(schema), kind, fallback };
}

function walk(path: readonly string[], schema: z.core.$ZodType, found: { keys: Key[]; sections: Section[] }): void {
  const shape = shapeOf(schema);
  if (shape === undefined) {
    found.keys.push(keyOf(path, schema));
    return;
  }
  found.sections.push({ path, description: descriptionOf(schema), names: Object.keys(shape) });
  for (const [name, inner] of Object.entries(shape)) walk([...path, name], inner, found);
}

const found = { keys: [] as Key[], sections: [] as Section[] };
walk([], Config, found);

/** Every setting, in the order of the schema. */
export const keys: readonly Key[] = found.keys;

/** Every group of settings; the first is the top of the file. */
export const sections: readonly Section[] = found.sections;

/** Whether two paths name the same place. */
export function samePath(one: readonly PropertyKey[], other: readonly PropertyKey[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
