// The processes as the supervision office and the administrator see them.
import { drawHead } from '../../tasklist/wenzheng/head.js';
import { speech } from '../../tasklist/wenzheng/labels.js';
import { frame, say } from '../../tasklist/wenzheng/language.js';
import { returnToPlace } from '../../tasklist/wenzheng/login.js';

/** Nobody may stop, change or delete a process from here, and so nothing offers it. */
const CLOSED = [
  'cockpit.navigation:batch',
  'cockpit.processDefinition.runtime.action',
  'cockpit.jobDefinition.action',
  'cockpit.processInstance.runtime.action:add-variable-action',
  'cockpit.processInstance.runtime.action:cancel-process-instance-action',
  'cockpit.processInstance.runtime.action:update-suspension-state-action',
  'cockpit.incident.action:increase-incident-external-task-retry',
  'cockpit.repository.deployment.action'
];

/** Trying a failed job again is the administrator's. */
const REPAIRING = [
  'cockpit.processInstance.runtime.action:job-retry-action',
  'cockpit.incident.action:increase-incident-job-retry'
];

const repairs = frame?.roles.includes('admin') ?? false;
const closed = repairs ? CLOSED : [...CLOSED, ...REPAIRING];

document.querySelector('base').setAttribute('cam-exclude-plugins', closed.join(','));
document.documentElement.classList.toggle('wenzheng-watches', !repairs);
returnToPlace();
drawHead();

export default {
  app: {
    vendor: say('问政', 'Wenzheng'),
    name: say('流程监控', 'Cockpit')
  },
  ...await speech(new URL('../locales/', import.meta.url)),
  disableWelcomeMessage: true,
  customScripts: ['wenzheng/plugin']
};
