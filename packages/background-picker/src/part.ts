/**
 * The part of the picker with this name (`data-part`): names are of one picker, ids would be of the
 * whole page, on which there may be several.
 * @throws Error where there is no such part: markup and script do not belong together.
 */
export function part<T extends HTMLElement>(root: HTMLElement, name: string, type: new () => T): T {
  const found = root.querySelector(`[data-part='${name}']`);
  if (found instanceof type) return found;
  throw new Error(`The background picker has no ${type.name} with the name ${name}.`);
}
