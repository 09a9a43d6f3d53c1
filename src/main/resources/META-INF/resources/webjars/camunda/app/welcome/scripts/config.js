// The page behind Camunda's own addresses: the city's name, its language, and the way back to the product.
import { drawHead } from '../../tasklist/wenzheng/head.js';
import { speech } from '../../tasklist/wenzheng/labels.js';
import { say } from '../../tasklist/wenzheng/language.js';
import { returnToPlace } from '../../tasklist/wenzheng/login.js';

returnToPlace();
drawHead();

export default {
  app: {
    vendor: say('问政', 'Wenzheng'),
    name: say('应用', 'Applications')
  },
  ...await speech(new URL('../locales/', import.meta.url)),
  disableWelcomeMessage: true,
  customScripts: ['wenzheng/plugin'],
  links: [
    {
      label: say('工作台', 'My work'),
      href: '/work',
      description: say('今天等您办理的事项', 'What waits for you today')
    }
  ]
};
