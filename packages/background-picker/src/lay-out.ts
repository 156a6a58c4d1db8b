import markup from './picker.html?raw';

const ROOT = '.background-picker';

/** Puts the picker's elements into the host, unless the build has put them there already. */
export function layOut(host: HTMLElement, folder: URL): HTMLElement {
  return host.querySelector<HTMLElement>(`:scope > ${ROOT}`) ?? layOutAnew(host, folder);
}

function layOutAnew(host: HTMLElement, folder: URL): HTMLElement {
  // Nothing in a template is fetched: the pictures' addresses are put right first.
  const template = document.createElement('template');
  template.innerHTML = markup;
  for (const picture of template.content.querySelectorAll('img')) {
    picture.src = new URL(picture.getAttribute('src') ?? '', folder).href;
  }
  const root = document.importNode(template.content, true).querySelector<HTMLElement>(ROOT);
  if (!root) throw new Error(`picker.html has no ${ROOT}.`);
  host.append(root);
  return root;
}
