// A few words of Camunda's own pages are no labels of its files of labels.
import {keepTranslated} from './words.js';

const WORDS = {
  'Actions': '操作',
  'CAM_WIDGET_HEADER_TOGGLE_NAVIGATION': '展开或收起导航',
  'Download': '下载',
  'Loading diagram': '正在加载流程图',
  'Suspended Job Definition': '已挂起的作业定义',
  'Toggle this section': '展开或收起此部分',
  'Upload': '上传',
  'null': '空值',
  'reset zoom': '恢复大小',
  'zoom in': '放大',
  'zoom out': '缩小'
};

const PLACES =
  '.navbar-toggle, .navigation, .placeholder-container, .null-value, .cam-table .actions, .cam-table .value a, .tooltip-inner';

export const translateBareWords = () => keepTranslated(WORDS, PLACES);
