import assert from 'node:assert/strict';
import { defaultNotes, settingsFrom } from '../../server/host/settings.ts';

describe('settings', () => {
  it('take the language of the editor unless one is chosen', () => {
    const languages = (chosen: unknown) =>
      ['ja', 'ja-JP', 'JA', 'ja_JP.UTF-8', 'en', 'en-US', 'fr', 'jam', '', undefined, 7, null].map(
        (display) => settingsFrom({ language: chosen }, display).language,
      );
    const own = ['ja', 'ja', 'ja', 'ja', ...Array(8).fill('en')];
    assert.deepEqual(languages('auto'), own);
    assert.deepEqual(languages(undefined), own);
    assert.deepEqual(languages('de'), own);
    assert.deepEqual(new Set(languages('en')), new Set(['en']));
    assert.deepEqual(new Set(languages('ja')), new Set(['ja']));
  });

  it('count as not set where they are of another type', () => {
    for (const sent of [
      undefined,
      null,
      5,
      'x',
      [],
      { notes: 5, rules: [], language: {} },
      { rules: { a: 1 } },
    ]) {
      assert.deepEqual(settingsFrom(sent, 'en'), { notes: defaultNotes, language: 'en', rules: {} });
    }
  });

  it('keep what can be used', () => {
    const sent = { notes: ['docs', 7, null], rules: { 'a/b': 'off', 'c/d': 'loud' } };
    assert.deepEqual(settingsFrom(sent, 'en'), { notes: ['docs'], language: 'en', rules: { 'a/b': 'off' } });
    assert.deepEqual(settingsFrom({ notes: 'docs' }, 'en').notes, ['docs']);
  });
});
