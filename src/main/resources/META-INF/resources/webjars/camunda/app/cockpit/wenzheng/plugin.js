import {translateBareWords} from '../../tasklist/wenzheng/bare-words.js';
import {keepAsShown} from '../../tasklist/wenzheng/kept.js';
import {loginOf} from '../../tasklist/wenzheng/login.js';

translateBareWords();
// How long history is kept.
keepAsShown('[ng-click="showDialog()"]');

export default loginOf('cockpit');
