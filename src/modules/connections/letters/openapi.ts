import { z } from 'zod';
import type { Resource } from '../../../platform/resources/resource.ts';
import { MOST_LIMIT, USUAL_LIMIT } from '../rules/paging.ts';
import { RATE } from '../rules/tokens.ts';

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457. `title` says what kind of problem it is, `detail` what to do about it.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'The number of the request, for when you ask us.' },
  },
};

const TROUBLES = {
  '401': 'The token is missing, unknown, expired or taken back. These are not told apart.',
  '403': 'The token does not open this area.',
  '429': 'Too many questions. `Retry-After` says in how many seconds to ask again.',
} as const;

/** The OpenAPI 3.1 file of the API of one house: https://spec.openapis.org/oas/v3.1.1 */
export function openapiFile(resources: readonly Resource[], house: { readonly name: string; readonly origin: string }) {
  const paths = resources.flatMap((one) => [
    [`/${one.name}`, { get: listOf(one) }] as const,
    [`/${one.name}/{id}`, { get: oneOf(one) }] as const,
  ]);
  const schemas = resources.map((one) => [schemaName(one), schemaOf(one)] as const);
  return {
    openapi: '3.1.1',
    info: {
      title: `Grobund: ${house.name}`,
      version: '1',
      description: [
        'Read only. Amounts are whole hundredths of a krone, days are YYYY-MM-DD in Denmark, instants are UTC.',
        'Within version 1 fields and resources are added, never taken away or given another meaning: read past what you do not know.',
        `At most ${RATE.times} questions in ${RATE.minutes} minutes from one token. Tokens are for servers: no page of another site may read with one (no CORS headers), except this file.`,
      ].join('\n\n'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${house.origin}/api/v1` }],
    security: [{ token: [] }],
    tags: resources.map((one) => ({ name: one.name, description: one.about })),
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Made by the secretariat: Kontoret, Forbindelser.' },
      },
      schemas: { ...Object.fromEntries(schemas), Problem: PROBLEM },
    },
  };
}

function listOf(one: Resource) {
  return {
    operationId: `list_${one.name}`,
    tags: [one.name],
    summary: one.about,
    description: `Area: \`${one.area}\`. In the order of their ids, which is the order they came in. Ask again with \`after\` until \`next\` is null.`,
    parameters: [
      {
        name: 'limit',
        in: 'query',
        description: 'Things in one answer.',
        schema: { type: 'integer', minimum: 1, maximum: MOST_LIMIT, default: USUAL_LIMIT },
        example: 10,
      },
      {
        name: 'after',
        in: 'query',
        description: 'The `next` of the answer before.',
        schema: { type: 'string' },
      },
      IF_NONE_MATCH,
    ],
    responses: {
      '200': answer('A page.', {
        type: 'object',
        required: ['data', 'next'],
        properties: {
          data: { type: 'array', items: { $ref: ref(one) } },
          next: {
            type: ['string', 'null'],
            description: 'Send it as `after` for the next page; null on the last one.',
          },
        },
      }),
      '304': { description: 'Nothing has changed since the answer with that ETag.' },
      '400': problem('`limit` or `after` cannot be read.'),
      ...troubles(),
    },
  };
}

function oneOf(one: Resource) {
  return {
    operationId: `get_${one.name}`,
    tags: [one.name],
    summary: one.about,
    description: `Area: \`${one.area}\`.`,
    parameters: [{ name: 'id', in: 'path', required: true, schema: idOf(one) }, IF_NONE_MATCH],
    responses: {
      '200': answer('The thing itself.', { $ref: ref(one) }),
      '304': { description: 'Nothing has changed since the answer with that ETag.' },
      '404': problem('There is no such thing.'),
      ...troubles(),
    },
  };
}

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The ETag of an answer you have. 304 when nothing has changed.',
  schema: { type: 'string' },
};

function answer(description: string, schema: object) {
  const headers = {
    ETag: { description: 'Of exactly this answer.', schema: { type: 'string' } },
  };
  return { description, headers, content: { 'application/json': { schema } } };
}

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function troubles() {
  return Object.fromEntries(Object.entries(TROUBLES).map(([status, says]) => [status, problem(says)]));
}

function schemaName({ name }: Resource): string {
  return name[0]?.toUpperCase() + name.slice(1);
}

function ref(one: Resource): string {
  return `#/components/schemas/${schemaName(one)}`;
}

function schemaOf(one: Resource) {
  const { $schema: _, ...schema } = z.toJSONSchema(one.shape, { io: 'output' });
  return { description: one.about, ...schema };
}

function idOf(one: Resource): object {
  const { id = {} } = (schemaOf(one) as { properties?: Record<string, object> }).properties ?? {};
  return id;
}
