/**
 * The element of index.html with this id.
 * @throws Error where the page has no such element: page and script do not belong together.
 */
export function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${type.name} with the id ${id}.`);
}
