// People, groups and rights to look at; it also tells the administrator where the engine's own line of releases ends.
import { drawHead } from '../../tasklist/wenzheng/head.js';
import { speech } from '../../tasklist/wenzheng/labels.js';
import { say } from '../../tasklist/wenzheng/language.js';
import { returnToPlace } from '../../tasklist/wenzheng/login.js';

/** There are no tenants, and the call behind the figures of use is closed. */
document.querySelector('base').setAttribute(
  'cam-exclude-plugins', 'admin.dashboard.section:tenants,admin.system:system-settings-metrics');
returnToPlace();
drawHead();

export default {
  app: {
    vendor: say('问政', 'Wenzheng'),
    name: say('系统管理', 'Admin')
  },
  ...await speech(new URL('../locales/', import.meta.url)),
  disableWelcomeMessage: true,
  customScripts: ['wenzheng/plugin']
};
