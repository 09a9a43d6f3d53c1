// The page behind Camunda's own addresses: the city's name, its language, and the way back to the product.
import { labelsFirst } from '../../tasklist/wenzheng/labels.js';

const english = (navigator.languages[0] ?? '').startsWith('en');

document.documentElement.lang = english ? 'en' : 'zh-CN';

await labelsFirst(new URL('../locales/', import.meta.url).pathname, english ? 'en' : 'zh');

export default {
  app: {
    vendor: english ? 'Wenzheng' : '问政',
    name: english ? 'Applications' : '应用'
  },
  locales: {
    availableLocales: ['zh', 'en'],
    // With Chinese behind it, English would tell its dates in Chinese: moment keeps the language that came last.
    fallbackLocale: english ? 'en' : 'zh'
  },
  disableWelcomeMessage: true,
  customScripts: ['wenzheng/plugin'],
  links: [
    {
      label: english ? 'My work' : '工作台',
      href: '/work',
      description: english ? 'What waits for you today' : '今天等您办理的事项'
    }
  ]
};
