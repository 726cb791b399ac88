/** A JSON Schema, as msgspec writes one for a method's settings, read as the fields of a form. Pure. */

export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: (string | number | null)[];
  const?: string | number;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export type Field = {
  name: string;
  /** What a schema says of it, where the page has no words of its own. */
  title: string;
  hint: string;
  /** May be left out, and is then null. */
  isOptional: boolean;
  start: unknown;
} & (
  | { kind: "tick" }
  | { kind: "line" | "text"; most: number | undefined; least: number }
  | { kind: "number"; isWhole: boolean; least: number | undefined; most: number | undefined }
  | { kind: "choice"; options: (string | number)[] }
  | { kind: "moment" }
  | { kind: "list"; item: Field; least: number; most: number | undefined }
  | { kind: "group"; fields: Field[] }
);

export type Settings = Record<string, unknown>;

/** Longer than one line shows. */
const LINE_MAX = 200;

export function fieldsOf(schema: Schema): Field[] {
  return propertiesOf(schema, schema.$defs ?? {});
}

function propertiesOf(schema: Schema, defs: Record<string, Schema>): Field[] {
  const { properties = {} } = resolved(schema, defs);
  return Object.entries(properties)
    .filter(([, each]) => each.const === undefined && !isTag(each))
    .flatMap(([name, each]) => fieldOf(name, each, defs) ?? []);
}

/** What tells the members of a union apart is nobody's to choose. */
function isTag(schema: Schema): boolean {
  return schema.enum?.length === 1;
}

/** Nothing for what no form can show; its value is then left as it is. */
function fieldOf(name: string, given: Schema, defs: Record<string, Schema>): Field | undefined {
  const outer = resolved(given, defs);
  const kinds = outer.anyOf?.map((each) => resolved(each, defs)).filter((each) => each.type !== "null");
  if (kinds && kinds.length !== 1) return undefined;
  const inner = kinds?.[0] ?? outer;
  const options = inner.enum?.filter((option) => option !== null);
  const isOptional = outer.anyOf !== undefined || inner.enum?.includes(null) === true;
  const about = { name, title: given.title ?? inner.title ?? "", hint: given.description ?? outer.description ?? "", isOptional };
  const start = (plain: unknown): unknown => (given.default !== undefined ? given.default : isOptional ? null : plain);
  if (options) return { ...about, kind: "choice", options, start: start(options[0]) };
  switch (inner.type) {
    case "boolean":
      return { ...about, kind: "tick", start: start(false) };
    case "integer":
    case "number": {
      if (inner.type === "integer" && name.endsWith("_at")) return { ...about, kind: "moment", start: start(null) };
      const [least, most] = boundsOf(inner);
      return { ...about, kind: "number", isWhole: inner.type === "integer", least, most, start: start(least ?? 0) };
    }
    case "string": {
      const kind = (inner.maxLength ?? 0) > LINE_MAX ? "text" : "line";
      return { ...about, kind, most: inner.maxLength, least: inner.minLength ?? 0, start: start("") };
    }
    case "array": {
      const item = inner.items && fieldOf(name, inner.items, defs);
      return item && { ...about, kind: "list", item, least: inner.minItems ?? 0, most: inner.maxItems, start: start([]) };
    }
    case "object": {
      const fields = propertiesOf(inner, defs);
      return { ...about, kind: "group", fields, start: start(startsOf(fields)) };
    }
    default:
      return undefined;
  }
}

function boundsOf(schema: Schema): [number | undefined, number | undefined] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  const most = maximum ?? (exclusiveMaximum === undefined ? undefined : exclusiveMaximum - 1);
  return [least, most];
}

function resolved(schema: Schema, defs: Record<string, Schema>): Schema {
  const name = schema.$ref?.split("/").at(-1);
  const found = name === undefined ? undefined : defs[name];
  return found ? { ...resolved(found, defs), ...(schema.default !== undefined && { default: schema.default }) } : schema;
}

/** What an empty form holds. */
export function startsOf(fields: Field[]): Settings {
  return Object.fromEntries(fields.map((field) => [field.name, structuredClone(field.start)]));
}

/** What is there, completed by what an empty form holds. */
export function filled(fields: Field[], settings: Settings): Settings {
  return { ...startsOf(fields), ...structuredClone(settings) };
}
