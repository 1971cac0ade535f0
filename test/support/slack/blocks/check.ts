/** Small checks that combine into the schema of a block; each notes what is wrong and where, in Slack's words. */
export interface Issue {
  /** JSON pointer from the call's arguments, such as `/blocks/0/text`. */
  readonly at: string;
  readonly message: string;
}

export type Check = (value: unknown, at: string, found: Issue[]) => void;
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As Slack writes it into `errors` and `response_metadata.messages`. */
export function issueLine({ at, message }: Issue): string {
  return `${message} [json-pointer:${at}]`;
}

export function text(max: number, min = 1): Check {
  return (value, at, found) => {
    if (typeof value !== 'string') found.push({ at, message: 'must be a string' });
    else if (value.length < min) found.push({ at, message: `must be more than ${min - 1} characters` });
    else if (value.length > max) found.push({ at, message: `must be less than ${max + 1} characters` });
  };
}

export function matching(pattern: RegExp, kind: string): Check {
  return (value, at, found) => {
    if (typeof value !== 'string' || !pattern.test(value)) found.push({ at, message: `must be a valid ${kind}` });
  };
}

export function integer(min: number, max: number): Check {
  return (value, at, found) => {
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
    if (!fits) found.push({ at, message: `must be an integer from ${min} to ${max}` });
  };
}

export const boolean: Check = (value, at, found) => {
  if (typeof value !== 'boolean') found.push({ at, message: 'must be a boolean' });
};

export function oneOf(...allowed: readonly string[]): Check {
  return (value, at, found) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      found.push({ at, message: `must be one of: ${allowed.join(', ')}` });
    }
  };
}

export function list(item: Check, max = Number.POSITIVE_INFINITY, min = 0): Check {
  return (value, at, found) => {
    if (!Array.isArray(value)) {
      found.push({ at, message: 'must be an array' });
      return;
    }
    if (value.length < min) found.push({ at, message: `no less than ${min} items allowed` });
    if (value.length > max) found.push({ at, message: `no more than ${max} items allowed` });
    for (const [index, one] of value.entries()) item(one, `${at}/${index}`, found);
  };
}

/** An object with these fields and no others. */
export function object(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const known: Readonly<Record<string, Check>> = { ...required, ...optional };
  return (value, at, found) => {
    if (!isObject(value)) {
      found.push({ at, message: 'must be an object' });
      return;
    }
    for (const name of Object.keys(required)) {
      if (!(name in value)) found.push({ at, message: `missing required field: ${name}` });
    }
    for (const [name, field] of Object.entries(value)) {
      const check = Object.hasOwn(known, name) ? known[name] : undefined;
      if (check) check(field, `${at}/${name}`, found);
      else found.push({ at: `${at}/${name}`, message: `additional property not allowed: ${name}` });
    }
  };
}

/** One of several objects, told apart by `type`. */
export function byType(kinds: Readonly<Record<string, Check>>): Check {
  return (value, at, found) => {
    const type = isObject(value) ? value.type : undefined;
    const check = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    if (check) check(value, at, found);
    else found.push({ at: `${at}/type`, message: `unsupported type: ${String(type)}` });
  };
}

/** Of these fields, at least or exactly one. */
export function fields(names: readonly string[], count: 'one' | 'some'): Check {
  return (value, at, found) => {
    const present = isObject(value) ? names.filter((name) => name in value).length : 1;
    if (present === 0) found.push({ at, message: `missing one of: ${names.join(', ')}` });
    else if (count === 'one' && present > 1) found.push({ at, message: `only one allowed of: ${names.join(', ')}` });
  };
}

export function both(...checks: readonly Check[]): Check {
  return (value, at, found) => {
    for (const check of checks) check(value, at, found);
  };
}

export const literal = (value: string): Check => oneOf(value);
