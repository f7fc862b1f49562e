/** What stands between the tags of a script or a style in a sentence is Markdown to the parser; here it goes with them. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const opening = /^<(script|style)\b/i;

/** Changes `tree`: what raw HTML would hide does not show. The tags themselves are left out with all raw HTML. */
export function leaveOutScripts(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(isOpening)) return;
    let tag: string | undefined;
    node.children = (node.children as Nodes[]).filter((child) => {
      const isInside = tag !== undefined;
      if (child.type === 'html') {
        const closes = tag !== undefined && child.value.toLowerCase().includes(`</${tag}`);
        tag = closes ? undefined : (tag ?? opening.exec(child.value)?.[1]?.toLowerCase());
        if (!isInside && tag && child.value.toLowerCase().includes(`</${tag}`)) tag = undefined;
      }
      return !isInside;
    }) as typeof node.children;
  });
}

function isOpening(node: Nodes): boolean {
  return node.type === 'html' && opening.test(node.value);
}
