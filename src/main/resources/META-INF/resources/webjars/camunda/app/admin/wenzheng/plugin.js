import {loginOf} from '../../tasklist/wenzheng/login.js';

// What the red banner said on every page is said once, to the person who can act on it.
const SENTENCES = [
  ['zh', 'Camunda 7社区版的最后一个版本是7.24（2025年10月），此后不再有任何修复，安全问题也不例外。请及早规划后续版本或替代引擎。'],
  ['en', 'The last release of the Camunda 7 community edition is 7.24 (October 2025): no fixes will come, not for security either. Plan for a successor or another engine.']
];

function paragraph([language, sentence]) {
  const text = document.createElement('p');
  text.lang = language;
  text.textContent = sentence;
  return text;
}

const endOfLife = {
  id: 'wenzheng-end-of-life',
  pluginPoint: 'admin.dashboard.section',
  priority: -1,
  properties: {label: 'Camunda 7'},
  render: node => {
    node.className = 'wenzheng-end-of-life';
    node.append(...SENTENCES.map(paragraph));
  }
};

export default [endOfLife, loginOf('admin')];
