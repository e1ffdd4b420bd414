import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { TenantDb } from '../db/tenant-db.ts';

/** What a token is for: it opens whole areas, and no other. `people` is never given without a reason. */
export const AREAS = ['initiatives', 'housing', 'funds', 'invoices', 'results', 'events', 'people'] as const;
export type Area = (typeof AREAS)[number];

/** What is asked of a resource: one thing, or those that come after another in the order of their ids. */
export interface Asked {
  readonly id?: string;
  readonly after?: string | null;
  /** At most so many. */
  readonly limit: number;
}

/**
 * Something that a module shows to other systems. The API, its OpenAPI file and its page are all made from this, so they
 * cannot say different things. What is answered is read through `shape`: a field that is not declared does not leave.
 */
export interface Resource<Shape extends z.ZodObject = z.ZodObject> {
  /** In the address: `/api/v1/initiatives`. */
  readonly name: string;
  readonly area: Area;
  /** One sentence in English, the language of interfaces: what one thing of it is. */
  readonly about: string;
  /** With a field `id`. Each field says in English what it is (`.meta({description})`). */
  readonly shape: Shape;
  /** By id, lowest first. */
  page(tx: TenantDb, asked: Asked): Promise<readonly z.input<Shape>[]>;
  /** People whose data were shown, to be written down. Absent where the resource shows none. */
  readonly people?: (rows: readonly z.output<Shape>[]) => readonly string[];
}

/** A resource, with what it answers held against its shape by the compiler. */
export function resource<Shape extends z.ZodObject>(one: Resource<Shape>): Resource {
  return one as unknown as Resource;
}

/** The end of a query that pages by id: after `where …`, with the column that holds the id. */
export function pageOf(asked: Asked, id: RawBuilder<unknown>): RawBuilder<unknown> {
  const from = asked.id ? sql`and ${id} = ${asked.id}` : asked.after ? sql`and ${id} > ${asked.after}` : sql``;
  return sql`${from} order by ${id} limit ${asked.limit}`;
}
