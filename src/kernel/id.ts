declare const entity: unique symbol;

/** A UUID that knows what it names: an `Id<'person'>` cannot stand where an `Id<'department'>` belongs. */
export type Id<Entity extends string> = string & { readonly [entity]: Entity };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an id from the outside (a path, a form). Null when it is not a lower-case UUID, so that the caller answers "not found". */
export function readId<Entity extends string>(text: string): Id<Entity> | null {
  return UUID.test(text) ? (text as Id<Entity>) : null;
}
