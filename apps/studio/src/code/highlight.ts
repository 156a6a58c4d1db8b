/** In the order of the groups in the expression below. */
const KINDS = ['comment', 'string', 'keyword', 'number'] as const;

const TOKENS = /(\/\/.*)|('[^']*')|\b(import|from|const|await|new|if)\b|\b(\d+(?:\.\d+)?)\b/g;

/** TypeScript as nodes: spans of the classes `code-comment`, `code-string` … with text between. */
export function highlight(code: string): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of code.matchAll(TOKENS)) {
    nodes.push(new Text(code.slice(end, match.index)), span(match));
    end = match.index + match[0].length;
  }
  return [...nodes, new Text(code.slice(end))];
}

function span([text, ...groups]: RegExpExecArray): HTMLElement {
  const made = document.createElement('span');
  const kind = KINDS[groups.findIndex(Boolean)] ?? '';
  made.className = `code-${kind}`;
  made.textContent = text;
  return made;
}
