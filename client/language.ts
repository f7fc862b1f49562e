import * as vscode from 'vscode';
import { chooseLanguage, type Language } from './strings.ts';

/** The language that the reader wants, by `kumonote.language` and VS Code's own. */
export function currentLanguage(): Language {
  return chooseLanguage(vscode.workspace.getConfiguration('kumonote').get('language'), vscode.env.language);
}
