/** A review as Markdown, for a pull request or a document. */
import type { ReviewFinding, ReviewGraph, ReviewTopic, ReviewView } from '../../protocol.ts';
import type { Language, Localized } from '../../text/localized.ts';

const words = {
  title: { en: 'Design review', ja: '設計レビュー' },
  workspace: { en: 'the whole workspace', ja: 'ワークスペース全体' },
  findings: { en: 'Findings', ja: '指摘' },
  none: { en: 'Nothing was found.', ja: '指摘はありません。' },
  notes: { en: 'Notes that apply', ja: '関係するノート' },
  picture: { en: 'Resources', ja: 'リソース' },
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  information: { en: 'information', ja: '情報' },
  hint: { en: 'hint', ja: 'ヒント' },
} satisfies Record<string, Localized>;

const icons: Readonly<Record<ReviewFinding['severity'], string>> = {
  error: '⛔',
  warning: '⚠️',
  information: 'ℹ️',
  hint: '💡',
};

/** The findings with a box to tick each, the notes, and the resources as a Mermaid flowchart. */
export function reviewMarkdown(view: Omit<ReviewView, 'markdown'>, language: Language): string {
  const say = (key: keyof typeof words): string => words[key][language];
  const found = view.topics.filter(({ findings }) => findings.length > 0);
  const applying = view.topics.filter(({ resources }) => resources > 0);
  const parts = [
    `# ${say('title')}: ${view.path === '' ? say('workspace') : code(view.path)}`,
    `## ${say('findings')}`,
    ...(found.length > 0 ? found.map((topic) => topicPart(topic, say)) : [say('none')]),
    ...(applying.length > 0 ? [`## ${say('notes')}`] : []),
    applying.map(({ title, resources }) => `- ${text(title)} (${resources})`).join('\n'),
    ...(view.graph.edges.length > 0 ? [`## ${say('picture')}`, flowchart(view.graph)] : []),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function topicPart(
  { title, findings }: ReviewTopic,
  say: (severity: ReviewFinding['severity']) => string,
): string {
  const items = findings.map(({ severity, message, rule, path, range }) => {
    const place = code(`${path}:${range.start.line + 1}`);
    return `- [ ] ${icons[severity]} ${say(severity)}: ${text(message)} ${place} ${code(rule)}`;
  });
  return [`### ${text(title)}`, items.join('\n')].join('\n\n');
}

/** Labels between quotation marks, in which Mermaid's signs mean nothing. */
function flowchart({ nodes, edges }: ReviewGraph): string {
  const colour = { error: '#d13438', warning: '#ca8a04', information: '#2b7de9', hint: '#888888' };
  const lines = [
    'flowchart LR',
    ...nodes.map(({ name, type }, at) => `  n${at}["${label(name)}<br>${label(type)}"]`),
    ...edges.map(({ from, to }) => `  n${from} --> n${to}`),
    ...nodes.flatMap(({ severity }, at) =>
      severity === '' ? [] : [`  style n${at} stroke:${colour[severity]},stroke-width:3px`],
    ),
  ];
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}

function label(content: string): string {
  return content.replace(/["&<>#`\n]/g, (sign) => `#${sign.charCodeAt(0)};`);
}

/** Content as text: nothing in it becomes Markdown, but for the code spans that messages have. */
function text(content: string): string {
  return content
    .split(/(`[^`\n]+`)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[\\*_[\]<>|~]/g, '\\$&')))
    .join('')
    .replace(/\n/g, ' ');
}

function code(content: string): string {
  return content.includes('`') ? `\`\` ${content} \`\`` : `\`${content}\``;
}
