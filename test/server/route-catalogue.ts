import type { OpenApplication } from './open-application.ts';

/** What stands in the OpenAPI document about one route: enough to ask it well, and to ask it badly. */
export interface DocumentedRoute {
  readonly method: string;
  /** Below /api, with its parameters in braces. */
  readonly path: string;
  /** An action of the table of permissions, `signed-in` or `everybody`. */
  readonly permission: string;
  /** A body that fits the schema; a small table where the route takes a file, nothing where it takes no body. */
  readonly body?: unknown;
  readonly isJson: boolean;
  /** The least that the route wants in its query, by the schema. */
  readonly query: string;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Operation {
  readonly 'x-permission': string;
  readonly parameters?: readonly { in: string; name: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { content: Readonly<Record<string, { schema: Schema }>> };
}

export async function routesOf(open: OpenApplication): Promise<readonly DocumentedRoute[]> {
  const document = (await (await open.ask('/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      permission: operation['x-permission'],
      ...bodyOf(operation),
      query: queryOf(operation),
    })),
  );
}

function bodyOf({ requestBody }: Operation): { body?: unknown; isJson: boolean } {
  if (!requestBody) return { isJson: false };
  const json = requestBody.content['application/json'];
  return json ? { body: sampleOf(json.schema), isJson: true } : { body: 'score,date\n9,2030-01-01\n', isJson: false };
}

function queryOf({ parameters = [] }: Operation): string {
  const needed = parameters.filter((one) => one.in === 'query' && one.required);
  return needed.map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema)))}`).join('&');
}

/** The smallest value that fits a schema. */
function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return sampleOf(choice);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'object') {
    const needed = schema.required ?? [];
    return Object.fromEntries(needed.map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]));
  }
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  return sampleText(schema);
}

function sampleText({ format, pattern }: Schema): string {
  if (format === 'email') return 'somebody@example.org';
  if (format === 'uuid') return '01900000-0000-7000-8000-000000000000';
  if (format === 'date-time') return '2030-01-01T00:00:00Z';
  if (format === 'date') return '2030-01-01';
  return pattern?.includes('A-Z') ? 'EUR' : 'x';
}
