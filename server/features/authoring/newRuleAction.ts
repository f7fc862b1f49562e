/** The offer to write a rule about what is under the cursor. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
} from 'vscode-languageserver-types';
import type { Place } from '../../model/template.ts';
import { type NewRuleArguments, newRuleCommand } from '../../protocol.ts';
import type { Language, Localized } from '../../text/localized.ts';
import { isWanted } from '../codeActionKinds.ts';

/** Where the user opens the menu; a light bulb at every property would say nothing. */
export function newRuleActions(
  place: Place,
  target: NewRuleArguments,
  request: CodeActionContext,
  language: Language,
): CodeAction[] {
  const invoked = request.triggerKind === CodeActionTriggerKind.Invoked;
  if (place.type === undefined || place.kind === 'method') return [];
  if (!invoked || !isWanted(CodeActionKind.Refactor, request)) return [];
  const title = about(place.path.at(-1) ?? place.type)[language];
  return [
    {
      title,
      kind: CodeActionKind.Refactor,
      command: { title, command: newRuleCommand, arguments: [target] },
    },
  ];
}

function about(name: string): Localized {
  return { en: `Write a rule about ${name}…`, ja: `${name} についてのルールを書く…` };
}
