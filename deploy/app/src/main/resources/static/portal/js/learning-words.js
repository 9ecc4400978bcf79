/** What the pages about one's own learning say, in both languages. {0}, {1} … are filled in. */

import {language} from './words.js';

const WORDS = {
  'zh-CN': {
    'title': '我的学习',
    'continue': '接着学',
    'continue.at': '从 {0} 继续',
    'continue.begin': '开始学习',
    'continue.next': '下一课时：{0}',
    'continue.when': '上次学习 {0}',
    'continue.lesson': '本课时 {0}%',
    'continue.course': '全课程 {0}%',
    'days': '近 {0} 天',
    'days.sum': '共计入 {0}，其中今天 {1}。',
    'days.none': '近 {0} 天还没有学习记录。',
    'days.one': '{0}：{1}',
    'days.bars': '近 {0} 天每天计入的学习时间，最多的一天 {1}',
  },
  'en': {
    'title': 'My learning',
    'continue': 'Continue',
    'continue.at': 'Go on at {0}',
    'continue.begin': 'Begin',
    'continue.next': 'Next lesson: {0}',
    'continue.when': 'Last opened {0}',
    'continue.lesson': '{0}% of the lesson',
    'continue.course': '{0}% of the course',
    'days': 'The last {0} days',
    'days.sum': '{0} credited, {1} of it today.',
    'days.none': 'Nothing was credited in the last {0} days.',
    'days.one': '{0}: {1}',
    'days.bars': 'Time credited on each of the last {0} days; {1} on the best of them',
  },
};

export function say(key, ...values) {
  return WORDS[language][key].replace(/\{(\d)\}/g, (ignored, index) => String(values[index]));
}
