import assert from 'node:assert/strict';
import { defaultNotes, isTopicOn, settingsFrom } from '../../server/host/settings.ts';

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
      assert.deepEqual(settingsFrom(sent, 'en'), {
        notes: defaultNotes,
        bundledNotes: true,
        language: 'en',
        rules: {},
      });
    }
  });

  it('turn the bundled notes off, altogether or by topic', () => {
    const isOn = (sent: unknown, topic: string): boolean =>
      isTopicOn(settingsFrom({ bundledNotes: sent }, 'en').bundledNotes, topic);
    assert.equal(isOn(false, 'elb'), false);
    assert.equal(isOn({ elb: false, s3: true, sqs: 'off' }, 'elb'), false);
    for (const topic of ['s3', 'sqs', 'ebs'])
      assert.equal(isOn({ elb: false, s3: true, sqs: 'off' }, topic), true);
    for (const sent of [undefined, null, true, ['elb'], 'elb']) assert.equal(isOn(sent, 'elb'), true);
  });

  it('keep what can be used', () => {
    const sent = { notes: ['docs', 7, null], rules: { 'a/b': 'off', 'c/d': 'loud' } };
    assert.deepEqual(settingsFrom(sent, 'en'), {
      notes: ['docs'],
      bundledNotes: true,
      language: 'en',
      rules: { 'a/b': 'off' },
    });
    assert.deepEqual(settingsFrom({ notes: 'docs' }, 'en').notes, ['docs']);
  });
});
