import {loginOf} from '../../tasklist/wenzheng/login.js';

export default loginOf('welcome');
