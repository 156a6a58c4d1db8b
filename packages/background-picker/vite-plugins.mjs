import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PICTURES = fileURLToPath(new URL('pictures', import.meta.url));
const MARKUP = fileURLToPath(new URL('src/picker.html', import.meta.url));

/** Where a page has the pictures: `picturesUrl` is this folder, seen from the page. */
const FOLDER = 'backgrounds/';

/** What a page writes where it wants the controls before a script runs. */
const PLACE = '<!-- background picker -->';

export function backgroundPictures() {
  return {
    name: 'background-pictures',
    configureServer({ middlewares }) {
      middlewares.use(`/${FOLDER}`, (request, response, next) => {
        const name = pictureNames().find((each) => request.url === `/${each}`);
        if (name === undefined) return next();
        response.setHeader('Content-Type', 'image/jpeg');
        createReadStream(`${PICTURES}/${name}`).pipe(response);
      });
    },
    generateBundle() {
      for (const name of readdirSync(PICTURES)) {
        const source = readFileSync(`${PICTURES}/${name}`);
        this.emitFile({ type: 'asset', fileName: FOLDER + name, source });
      }
    },
  };
}

export function backgroundPickerInThePage() {
  return {
    name: 'background-picker-in-the-page',
    // Before, Vite would look for the pictures among the page's own.
    transformIndexHtml: { order: 'post', handler: (html) => html.replace(PLACE, markup) },
  };
}

const markup = () => readFileSync(MARKUP, 'utf8').replaceAll('src="', `src="${FOLDER}`).trim();

const pictureNames = () => readdirSync(PICTURES).filter((name) => name.endsWith('.jpg'));
