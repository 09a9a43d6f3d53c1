// Tasklist as the city's units see it. Replaces the default file whole, shortcuts included; the one for starting a
// process is left out, for petitions arrive through the product's own intake only.
import { labelsFirst } from '../wenzheng/labels.js';

const english = (navigator.languages[0] ?? '').startsWith('en');

document.documentElement.lang = english ? 'en' : 'zh-CN';

await labelsFirst(new URL('../locales/', import.meta.url).pathname, english ? 'en' : 'zh');

export default {
  app: {
    vendor: english ? 'Wenzheng' : '问政',
    name: english ? 'Tasklist' : '任务列表'
  },
  locales: {
    availableLocales: ['zh', 'en'],
    // With Chinese behind it, English would tell its dates in Chinese: moment keeps the language that came last.
    fallbackLocale: english ? 'en' : 'zh'
  },
  ...(!english && {
    dateFormat: {
      short: 'YYYY年M月D日',
      normal: 'YYYY年M月D日 HH:mm',
      long: 'YYYY年M月D日 HH:mm'
    }
  }),
  disableWelcomeMessage: true,
  customScripts: ['wenzheng/plugin'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: english ? 'claims the selected task' : '认领所选任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: english ? 'goes to the first filter' : '转到第一个筛选器'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: english ? 'goes to the first task in the list' : '转到列表中的第一个任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: english ? 'goes to the first field of the form' : '转到表单的第一栏'
    }
  }
};
