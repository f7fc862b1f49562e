import { deepEqual, equal } from 'node:assert/strict';
import { hiddenLabel, plainLabel, shownLabel, wrapped } from '../../client/panel/diagram/label.ts';

describe('Labels of diagrams', () => {
  it('lose their quotation marks, formatting and icons', () => {
    equal(plainLabel('"say <b>no</b>"'), 'say no');
    equal(plainLabel('"`**bold** words`"'), 'bold words');
    equal(plainLabel('fa:fa-user Mina'), 'Mina');
    equal(plainLabel('a &lt; b #35;1 &#12354;'), 'a < b #1 あ');
  });

  it('have lines where their author wants them', () => {
    equal(plainLabel('two<br/>lines'), 'two\nlines');
    equal(hiddenLabel('two\\nlines'), 'two<br>lines');
  });

  it('are wrapped between words', () => {
    deepEqual(wrapped('yes, or no health check at all'), ['yes, or no health', 'check at all']);
    deepEqual(wrapped('elasticloadbalancing:*'), ['elasticloadbalancing:*']);
    deepEqual(wrapped(''), []);
  });

  it('are wrapped between Japanese words, with particles and full stops where they belong', () => {
    deepEqual(wrapped('インターネットゲートウェイ'), ['インターネット', 'ゲートウェイ']);
    deepEqual(wrapped('はい、またはヘルスチェックなし'), ['はい、またはヘルス', 'チェックなし']);
    for (const line of wrapped('障害が起きたら、待機系の「東京」に切り替える。')) {
      equal(/^[、。」がのにを]|「$/.test(line), false, line);
    }
  });

  it('carry no sign that could be taken for grammar, and show all of them', () => {
    const label = 'a[0] --> "b" | {c} <script>;%%';
    equal(/[[\]{}"|<>;%]/.test(hiddenLabel(label).replaceAll('<br>', '')), false);
    equal(shownLabel(hiddenLabel(label)).replaceAll('<br>', ' '), label);
  });
});
