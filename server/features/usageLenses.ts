/** Above the headings of a note: how much of the workspace's code the section explains. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens } from 'vscode-languageserver-types';
import type { Note } from '../notes/note.ts';
import { type ShowPlacesArguments, showPlacesCommand } from '../protocol.ts';
import type { Language, Localized } from '../text/localized.ts';
import { filesOf, type Usage } from './usage.ts';

/** One lens for each section that explains something. */
export function usageLenses(
  document: TextDocument,
  note: Note,
  usage: Usage,
  language: Language,
): readonly CodeLens[] {
  return note.sections.flatMap((section) => {
    const resources = usage.ofSection(note, section);
    if (resources.length === 0) return [];
    const position = { line: document.positionAt(section.headingSpan.start).line, character: 0 };
    const target: ShowPlacesArguments = {
      uri: document.uri,
      position,
      places: resources.map(({ location }) => location),
    };
    const title = explains(resources.length, filesOf(resources))[language];
    return [
      {
        range: { start: position, end: position },
        command: { title, command: showPlacesCommand, arguments: [target] },
      },
    ];
  });
}

function explains(resources: number, files: number): Localized {
  const things = resources === 1 ? '1 resource' : `${resources} resources`;
  const places = files === 1 ? '1 file' : `${files} files`;
  return {
    en: `explains ${things} in ${places}`,
    ja: `${files} 個のファイルのリソース ${resources} 個を説明`,
  };
}
