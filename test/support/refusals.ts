/** Which refusals each function of the core can throw, read off the code: its own, and those of whatever it names. */
import { dirname, join } from 'node:path';
import { parseSync } from '@swc/core';
import { productSources } from './sources.ts';

/** A function with what stands in its comment behind `@throws Refusal`. */
export interface Thrower {
  readonly name: string;
  readonly file: string;
  /** Null: the comment does not speak of refusals. */
  readonly comment: string | null;
  /** Codes that stand in its body; `*` for what is filled in. */
  readonly own: ReadonlySet<string>;
  /** Also those of the functions it names. */
  readonly all: () => ReadonlySet<string>;
  /** What a name means in its file: imported there, or declared beside it, or else in its subject. */
  readonly named: (name: string) => Thrower | undefined;
}

interface Unit {
  readonly name: string;
  readonly file: string;
  readonly start: number;
  readonly codes: Set<string>;
  readonly names: Set<string>;
}

type Ast = { readonly [key: string]: unknown };

const MAKERS = new Set(['refuse', 'failure']);

export function throwers(): readonly Thrower[] {
  const texts = new Map([...productSources()].filter(([file]) => file.startsWith('src/')));
  const units = new Map<string, Unit>();
  const scopes = new Map<string, ReadonlyMap<string, string>>();
  for (const [file, source] of texts) scopes.set(file, read(file, source, units));

  function reachable(unit: Unit, seen = new Set<Unit>()): Set<Unit> {
    if (seen.has(unit)) return seen;
    seen.add(unit);
    for (const name of unit.names) {
      const next = units.get(scopes.get(unit.file)?.get(name) ?? `${unit.file}#${name}`);
      if (next) reachable(next, seen);
    }
    return seen;
  }

  const all = new Map<string, Thrower>();
  for (const [id, unit] of units) {
    all.set(id, {
      name: unit.name,
      file: unit.file,
      comment: commentBefore(texts.get(unit.file) ?? '', unit),
      own: unit.codes,
      all: () => new Set([...reachable(unit)].flatMap(({ codes }) => [...codes])),
      named: (name) => all.get(scopes.get(unit.file)?.get(name) ?? `${unit.file}#${name}`) ?? inSubject(unit, name),
    });
  }
  return [...all.values()];

  function inSubject({ file }: Unit, name: string): Thrower | undefined {
    const subject = file.split('/').slice(0, 3).join('/');
    return [...all.values()].find((other) => other.name === name && other.file.startsWith(`${subject}/`));
  }
}

/** Gives what the names imported into the file stand for. */
function read(file: string, source: string, units: Map<string, Unit>): ReadonlyMap<string, string> {
  const module = parseSync(source, { syntax: 'typescript', target: 'esnext' });
  const imported = new Map<string, string>();
  for (const item of module.body) {
    if (item.type === 'ImportDeclaration' && item.source.value.startsWith('.')) {
      const from = join(dirname(file), item.source.value);
      for (const { type, local, ...rest } of item.specifiers) {
        if (type !== 'ImportSpecifier') continue;
        const original = 'imported' in rest && rest.imported ? rest.imported.value : local.value;
        imported.set(local.value, `${from}#${original}`);
      }
    }
    const declared = item.type === 'ExportDeclaration' ? item.declaration : item;
    for (const [name, body] of declarations(declared as unknown as Ast)) {
      const unit: Unit = {
        name,
        file,
        start: source.search(new RegExp(`(function\\*? |const |class )${name}\\b`)),
        codes: new Set(),
        names: new Set(),
      };
      visit(body, unit);
      units.set(`${file}#${name}`, unit);
    }
  }
  return imported;
}

function declarations(item: Ast): readonly (readonly [string, unknown])[] {
  if (item.type === 'FunctionDeclaration' || item.type === 'ClassDeclaration') {
    return [[(item.identifier as { value: string }).value, item]];
  }
  if (item.type !== 'VariableDeclaration') return [];
  return (item.declarations as readonly Ast[]).flatMap(({ id, init }) => {
    const name = (id as { value?: string }).value;
    return name === undefined ? [] : [[name, init] as const];
  });
}

function visit(node: unknown, unit: Unit): void {
  if (Array.isArray(node)) for (const one of node) visit(one, unit);
  if (typeof node !== 'object' || node === null) return;
  const { type, value, callee, arguments: args } = node as Ast;
  if (type === 'Identifier') unit.names.add(String(value));
  if (type === 'CallExpression' && MAKERS.has(String((callee as Ast).value))) {
    for (const code of codesIn((args as readonly { expression: Ast }[])[0]?.expression)) unit.codes.add(code);
  }
  for (const child of Object.values(node)) visit(child, unit);
}

function codesIn(expression: Ast | undefined): readonly string[] {
  switch (expression?.type) {
    case 'StringLiteral':
      return [String(expression.value)];
    case 'TemplateLiteral':
      return [(expression.quasis as readonly { raw: string }[]).map(({ raw }) => raw).join('*')];
    case 'ConditionalExpression':
      return [...codesIn(expression.consequent as Ast), ...codesIn(expression.alternate as Ast)];
    default:
      return [];
  }
}

function commentBefore(source: string, { start }: Unit): string | null {
  const before = source.slice(0, start);
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?(?:async )?$/.exec(before)?.[1];
  const said = comment?.split('@throws Refusal')[1];
  return said === undefined ? null : (said.split(/\n\s*\*?\s*@/)[0]?.replaceAll(/\s*\n\s*\*\s?/g, ' ') ?? null);
}
