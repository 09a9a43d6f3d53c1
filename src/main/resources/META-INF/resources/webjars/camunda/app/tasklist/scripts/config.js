// Tasklist as the city's units see it. Replaces the default file whole, shortcuts included; the one for starting a
// process is left out, for petitions arrive through the product's own intake only.
import { drawHead } from '../wenzheng/head.js';
import { speech } from '../wenzheng/labels.js';
import { say } from '../wenzheng/language.js';
import { returnToPlace } from '../wenzheng/login.js';

returnToPlace();
drawHead();

export default {
  app: {
    vendor: say('问政', 'Wenzheng'),
    name: say('任务列表', 'Tasklist')
  },
  ...await speech(new URL('../locales/', import.meta.url)),
  disableWelcomeMessage: true,
  customScripts: ['wenzheng/plugin'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: say('认领所选任务', 'claims the selected task')
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: say('转到第一个筛选器', 'goes to the first filter')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: say('转到列表中的第一个任务', 'goes to the first task in the list')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: say('转到表单的第一栏', 'goes to the first field of the form')
    }
  }
};
