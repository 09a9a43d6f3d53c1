import {translateBareWords} from '../../tasklist/wenzheng/bare-words.js';
import {keepAsShown} from '../../tasklist/wenzheng/kept.js';
import {say} from '../../tasklist/wenzheng/language.js';
import {loginOf} from '../../tasklist/wenzheng/login.js';

translateBareWords();
keepAsShown(':is([name="editProfileForm"], [name="editGroupForm"]) input');

/** A section of the first page with one sentence to the person who can act on it. */
const note = (id, priority, label, sentence) => ({
  id,
  pluginPoint: 'admin.dashboard.section',
  priority,
  properties: {label},
  render: node => {
    node.className = 'wenzheng-note';
    node.append(Object.assign(document.createElement('p'), {textContent: sentence}));
  }
});

const lookedAt = note('wenzheng-looked-at', 1000, say('只供查看', 'To look at'), say(
  '人员、单位和角色由问政自己保管，请在问政的页面上维护；这里只能查看。',
  'People, units and roles are kept by Wenzheng itself and changed on its own pages; here they can only be looked at.'));

// What the red banner said on every page is said once.
const endOfLife = note('wenzheng-end-of-life', -1, 'Camunda 7', say(
  'Camunda 7社区版的最后一个版本是7.24（2025年10月），此后不再有任何修复，安全问题也不例外。请及早规划后续版本或替代引擎。',
  'The last release of the Camunda 7 community edition is 7.24 (October 2025): no fixes will come, not for security either. Plan for a successor or another engine.'));

export default [lookedAt, endOfLife, loginOf('admin')];
