/** The languages of CDK. */
import { csharp } from './csharp/index.ts';
import { go } from './go/index.ts';
import { java } from './java/index.ts';
import type { CdkLanguage } from './language.ts';
import { python } from './python/index.ts';
import { typescript } from './typescript/index.ts';

export const languages: readonly CdkLanguage[] = [typescript, python, java, csharp, go];

/** The language by an LSP language identifier. */
export function languageOf(languageId: string): CdkLanguage | undefined {
  return languages.find((each) => Object.hasOwn(each.grammars, languageId));
}
