/** A schema as it stands in the OpenAPI document: the words of JSON Schema that it uses, and no others. */
export interface DocumentSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: DocumentSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, DocumentSchema>>;
  readonly additionalProperties?: boolean | DocumentSchema;
  readonly propertyNames?: DocumentSchema;
  readonly anyOf?: readonly DocumentSchema[];
  readonly oneOf?: readonly DocumentSchema[];
  readonly allOf?: readonly DocumentSchema[];
}

const read = new Set([
  ...[
    '$ref',
    'type',
    'enum',
    'const',
    'format',
    'pattern',
    'minimum',
    'maximum',
    'maxLength',
    'maxItems',
    'items',
    'required',
    'properties',
  ],
  ...['additionalProperties', 'propertyNames', 'anyOf', 'oneOf', 'allOf'],
  // Words that only tell people something.
  ...['description', 'default', 'example'],
]);

export type Components = Readonly<Record<string, DocumentSchema>>;

/**
 * What is wrong with a value, each fault at its place. Stricter than JSON Schema: a field that the schema does not name is
 * a fault, unless it says that there are others; an object without any named field says nothing, and is a fault too.
 */
export function faultsOf(value: unknown, schema: DocumentSchema, components: Components, at = '$'): string[] {
  const unread = Object.keys(schema).filter((word) => !read.has(word));
  if (unread.length > 0) return [`${at}: the document says ${unread.join(', ')}, which this test does not read`];
  const inside = (part: unknown, of: DocumentSchema, name: string) => faultsOf(part, of, components, `${at}${name}`);
  if (schema.$ref) return inside(value, components[schema.$ref.replace('#/components/schemas/', '')]!, '');
  if (schema.allOf) {
    const merged = Object.assign({}, ...schema.allOf.map((one) => resolved(one, components))) as DocumentSchema;
    const properties = Object.assign({}, ...schema.allOf.map((one) => resolved(one, components).properties ?? {}));
    const required = schema.allOf.flatMap((one) => resolved(one, components).required ?? []);
    return inside(value, { ...merged, properties, required }, '');
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const each = choices.map((one) => inside(value, one, ''));
    return each.some((faults) => faults.length === 0)
      ? []
      : [`${at}: none of ${choices.length}: ${each.flat().join('; ')}`];
  }
  if (schema.const !== undefined) return value === schema.const ? [] : [`${at}: not ${JSON.stringify(schema.const)}`];
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${at}: ${JSON.stringify(value)} is none of the enum`];
  const types = [schema.type ?? []].flat();
  if (!types.includes(typeOf(value)) && !(typeOf(value) === 'integer' && types.includes('number'))) {
    return [`${at}: ${typeOf(value)} instead of ${types.join(' or ') || 'a type that is said'}`];
  }
  if (Array.isArray(value)) {
    const tooMany = value.length > (schema.maxItems ?? Infinity) ? [`${at}: ${value.length} items are too many`] : [];
    return [...tooMany, ...value.flatMap((item, i) => inside(item, schema.items!, `[${i}]`))];
  }
  if (typeof value === 'object' && value !== null) return faultsOfFields(value, schema, inside);
  return scalarFaults(value, schema).map((fault) => `${at}: ${fault}`);
}

function faultsOfFields(
  value: object,
  { required = [], properties = {}, additionalProperties = false }: DocumentSchema,
  inside: (part: unknown, of: DocumentSchema, name: string) => string[],
): string[] {
  const missing = required.filter((name) => !(name in value)).map((name) => `${name}: missing`);
  return [
    ...missing,
    ...Object.entries(value).flatMap(([name, part]) => {
      const known = properties[name];
      if (known) return inside(part, known, `.${name}`);
      if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0) {
        return inside(part, additionalProperties, `.${name}`);
      }
      return additionalProperties ? [] : inside(part, {}, `.${name} (not in the document)`);
    }),
  ];
}

function scalarFaults(value: unknown, { minimum, maximum, maxLength, format, pattern }: DocumentSchema): string[] {
  if (typeof value === 'number') {
    return value < (minimum ?? -Infinity) || value > (maximum ?? Infinity) ? [`${value} is out of range`] : [];
  }
  if (typeof value !== 'string') return [];
  const faults = pattern && !new RegExp(pattern).test(value) ? [`"${value}" does not match ${pattern}`] : [];
  if (value.length > (maxLength ?? Infinity)) faults.push(`${value.length} characters are too many`);
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) && !Number.isNaN(Date.parse(value));
  if (format === 'date-time' && !isInstant) faults.push(`"${value}" is no instant`);
  if (format === 'date' && !/^\d{4}-\d\d-\d\d$/.test(value)) faults.push(`"${value}" is no day`);
  return faults;
}

function resolved(schema: DocumentSchema, components: Components): DocumentSchema {
  return schema.$ref ? components[schema.$ref.replace('#/components/schemas/', '')]! : schema;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
