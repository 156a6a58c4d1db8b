import { basename } from 'node:path';

const KEBAB_CASE = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/;

/** An ESLint rule: files are named in kebab-case. */
export const kebabCaseFiles = {
  meta: { type: 'suggestion', schema: [], messages: { name: '{{name}} is not kebab-case.' } },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename);
      if (!KEBAB_CASE.test(name)) context.report({ node, messageId: 'name', data: { name } });
    },
  }),
};
