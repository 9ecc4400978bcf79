/** Everything the portal says, in both languages. {0}, {1} … are filled in. */

const zh = {
  'app.name': '工匠学院',
  'app.line': '职工在线学习平台',
  'app.skip': '跳到正文',
  'nav.label': '主导航',
  'nav.search': '找课程',
  'nav.mine': '我的课程',
  'nav.hr': '单位完成情况',
  'nav.logOut': '退出',
  'foot': '每一个学时，都有据可查。',

  'login.title': '登录',
  'login.username': '用户名',
  'login.password': '密码',
  'login.submit': '登录',
  'login.lead': '学技能、记学时、拿证书，一个账号就够。',

  'search.title': '找课程',
  'search.label': '搜索课程',
  'search.placeholder': '例如：焊接机器人',
  'search.submit': '搜索',
  'search.field': '领域',
  'search.level': '级别',
  'search.tag': '标签',
  'search.all': '全部',
  'search.found': '找到 {0} 门课程',
  'search.none': '没有找到相关课程，换个词试试。',
  'search.more': '更多',
  'search.filters': '筛选',
  'search.suggestions': '搜索建议',

  'level.BASIC': '初级',
  'level.INTERMEDIATE': '中级',
  'level.ADVANCED': '高级',

  'course.outline': '课程目录',
  'course.enrol': '选修这门课',
  'course.continue': '继续学习',
  'course.start': '开始学习',
  'course.group': '教研组',
  'course.version': '第 {0} 版，{1} 发布',
  'course.length': '共 {0}',
  'course.lessons': '{0} 个课时',
  'course.enrolFirst': '选课后即可学习各课时。',
  'kind.VIDEO': '视频',
  'kind.ARTICLE': '图文',
  'kind.DOCUMENT': '文档',

  'mine.title': '我的课程',
  'mine.none': '还没有选课。',
  'mine.find': '去找课程',
  'mine.hours': '学时 {0}',
  'mine.due': '{0} 前完成',

  'progress.percent': '已完成 {0}%',
  'progress.completed': '已完成',
  'progress.inProgress': '学习中',
  'progress.notStarted': '未开始',

  'lesson.back': '返回课程',
  'lesson.next': '下一课时：{0}',
  'lesson.coverage': '观看覆盖',
  'lesson.coverageText': '本课时 {0}，已覆盖 {1}（{2}%）',
  'lesson.barLabel': '时间轴上已看过的部分',
  'lesson.thisSitting': '本次计入',
  'lesson.covered': '累计覆盖',
  'lesson.refused': '未计入',
  'lesson.saved': '保存状态',
  'lesson.savedYes': '全部已保存',
  'lesson.savedNot': '{0} 秒待保存',
  'lesson.savedLater': '网络不通，{0} 秒已留在本机，稍后自动补传',
  'lesson.seconds': '{0} 秒',
  'lesson.completed': '本课时已完成',
  'lesson.superseded': '您正在另一台设备（或另一个窗口）上学习，这里已停止计时。',
  'lesson.here': '在这里继续',
  'lesson.begunAgain': '课程有了新版本，需要重新学习；之前的学习记录已保留。',
  'lesson.goOn': '在新版本中继续',
  'lesson.replaced': '本课时的内容已更换，已为您打开新内容。',
  'lesson.expired': '播放凭证已过期。',
  'lesson.refusedReport': '平台没有接受本次记录：{0}',
  'lesson.hidden': '页面不在前台时不计入。',
  'lesson.rate': '播放速度最高 {0} 倍，超过的部分不计学时。',
  'lesson.noVideo': '这个浏览器不能播放这段视频。',
  'lesson.streamTrouble': '视频暂时取不到，正在重试……',
  'lesson.resumed': '从上次的 {0} 继续',
  'lesson.reading': '阅读时间 {0} / {1}',
  'lesson.readingHint': '页面在前台时计入阅读时间。',
  'lesson.playerLabel': '视频：{0}',
  'lesson.wholeScreen': '全屏',
  'lesson.quality': '清晰度',
  'lesson.qualityAutomatic': '自动 {0}',
  'lesson.openDocument': '在新窗口打开 {0}',
  'lesson.getDocument': '下载 {0}',
  'reason.not-enough-time': '真实经过的时间还不够',
  'reason.other': '原因：{0}',

  'hr.title': '单位完成情况',
  'hr.unit': '单位',
  'hr.state': '状态',
  'hr.course': '课程',
  'hr.name': '姓名',
  'hr.staffNumber': '工号',
  'hr.percent': '进度',
  'hr.hours': '学时',
  'hr.completedAt': '完成时间',
  'hr.csv': '导出 CSV',
  'hr.none': '没有符合条件的记录。',
  'hr.rows': '已显示 {0} 行',
  'state.NOT_STARTED': '未开始',
  'state.IN_PROGRESS': '学习中',
  'state.COMPLETED': '已完成',
  'state.OVERDUE': '已逾期',

  'more': '显示更多',
  'loading': '正在加载……',
  'retry': '重试',
  'problem.offline': '连不上平台，请检查网络。',
  'problem.unknown': '出了点问题。',
  'problem.page': '没有这个页面。',
  'home': '返回首页',
  'unit.hour': '{0} 小时',
  'unit.minute': '{0} 分',
  'unit.second': '{0} 秒',
};

const en = {
  'app.name': 'Artisan Academy',
  'app.line': 'Learning for people who make things',
  'app.skip': 'Skip to content',
  'nav.label': 'Main',
  'nav.search': 'Find courses',
  'nav.mine': 'My courses',
  'nav.hr': 'My unit',
  'nav.logOut': 'Log out',
  'foot': 'Every learning hour is evidence.',

  'login.title': 'Log in',
  'login.username': 'User name',
  'login.password': 'Password',
  'login.submit': 'Log in',
  'login.lead': 'Learn a skill, earn learning hours, receive certificates: one account for all.',

  'search.title': 'Find courses',
  'search.label': 'Search courses',
  'search.placeholder': 'For instance: 焊接机器人',
  'search.submit': 'Search',
  'search.field': 'Field',
  'search.level': 'Level',
  'search.tag': 'Tag',
  'search.all': 'All',
  'search.found': 'Courses found: {0}',
  'search.none': 'Nothing found. Try another word.',
  'search.more': 'More',
  'search.filters': 'Filters',
  'search.suggestions': 'Suggestions',

  'level.BASIC': 'Basic',
  'level.INTERMEDIATE': 'Intermediate',
  'level.ADVANCED': 'Advanced',

  'course.outline': 'Outline',
  'course.enrol': 'Enrol in this course',
  'course.continue': 'Continue learning',
  'course.start': 'Start learning',
  'course.group': 'Teaching group',
  'course.version': 'Version {0}, published {1}',
  'course.length': '{0} in all',
  'course.lessons': 'Lessons: {0}',
  'course.enrolFirst': 'Enrol to open the lessons.',
  'kind.VIDEO': 'Video',
  'kind.ARTICLE': 'Article',
  'kind.DOCUMENT': 'Document',

  'mine.title': 'My courses',
  'mine.none': 'You are not enrolled in a course yet.',
  'mine.find': 'Find a course',
  'mine.hours': 'Learning hours: {0}',
  'mine.due': 'Due {0}',

  'progress.percent': '{0}% done',
  'progress.completed': 'Completed',
  'progress.inProgress': 'In progress',
  'progress.notStarted': 'Not started',

  'lesson.back': 'Back to the course',
  'lesson.next': 'Next lesson: {0}',
  'lesson.coverage': 'Coverage',
  'lesson.coverageText': '{1} of {0} seen ({2}%)',
  'lesson.barLabel': 'Parts of the time line that were seen',
  'lesson.thisSitting': 'Credited now',
  'lesson.covered': 'Seen in all',
  'lesson.refused': 'Not credited',
  'lesson.saved': 'Saved',
  'lesson.savedYes': 'Everything is saved',
  'lesson.savedNot': '{0} s on the way',
  'lesson.savedLater': 'No connection: {0} s are kept on this device and sent later',
  'lesson.seconds': '{0} s',
  'lesson.completed': 'This lesson is completed',
  'lesson.superseded': 'You are watching on another device or in another window. Nothing more is credited here.',
  'lesson.here': 'Continue here',
  'lesson.begunAgain': 'The course has a new version that is begun anew. What you did before is kept on record.',
  'lesson.goOn': 'Go on in the new version',
  'lesson.replaced': 'This lesson was replaced; the new one is open now.',
  'lesson.expired': 'This playback has expired.',
  'lesson.refusedReport': 'The platform did not accept this report: {0}',
  'lesson.hidden': 'Nothing is credited while this page is in the background.',
  'lesson.rate': 'The speed is {0}× at most: faster than that earns nothing.',
  'lesson.noVideo': 'This browser cannot play this video.',
  'lesson.streamTrouble': 'The video cannot be fetched at the moment; trying again …',
  'lesson.resumed': 'Resumed at {0}',
  'lesson.reading': 'Reading time {0} of {1}',
  'lesson.readingHint': 'Reading time counts while this page is in front.',
  'lesson.playerLabel': 'Video: {0}',
  'lesson.wholeScreen': 'Full screen',
  'lesson.quality': 'Picture quality',
  'lesson.qualityAutomatic': 'Auto {0}',
  'lesson.openDocument': 'Open {0} in a window of its own',
  'lesson.getDocument': 'Download {0}',
  'reason.not-enough-time': 'not enough real time has passed',
  'reason.other': 'reason: {0}',

  'hr.title': 'Completion by unit',
  'hr.unit': 'Unit',
  'hr.state': 'State',
  'hr.course': 'Course',
  'hr.name': 'Name',
  'hr.staffNumber': 'Staff number',
  'hr.percent': 'Progress',
  'hr.hours': 'Hours',
  'hr.completedAt': 'Completed',
  'hr.csv': 'Export as CSV',
  'hr.none': 'Nothing fits these filters.',
  'hr.rows': 'Rows shown: {0}',
  'state.NOT_STARTED': 'Not started',
  'state.IN_PROGRESS': 'In progress',
  'state.COMPLETED': 'Completed',
  'state.OVERDUE': 'Overdue',

  'more': 'Show more',
  'loading': 'Loading …',
  'retry': 'Try again',
  'problem.offline': 'The platform cannot be reached. Please check your connection.',
  'problem.unknown': 'Something went wrong.',
  'problem.page': 'There is no such page.',
  'home': 'To the start page',
  'unit.hour': '{0} h',
  'unit.minute': '{0} min',
  'unit.second': '{0} s',
};

const preferred = (navigator.languages || [navigator.language]).find(tag => /^(zh|en)\b/i.test(tag)) || 'en';

export const language = /^zh/i.test(preferred) ? 'zh-CN' : 'en';

const words = language === 'zh-CN' ? zh : en;

export function t(key, ...values) {
  const text = words[key] === undefined ? key : words[key];
  return text.replace(/\{(\d)\}/g, (ignored, index) => String(values[index]));
}

/** The word for a value of the platform (a state, a level), or the value itself where there is none. */
export function wordFor(prefix, value) {
  return words[prefix + '.' + value] || value;
}

/** 125 → 2 分 5 秒; hours and minutes only for what is long. */
export function duration(totalSeconds) {
  const whole = Math.round(totalSeconds);
  const parts = [[Math.floor(whole / 3600), 'unit.hour'], [Math.floor(whole % 3600 / 60), 'unit.minute'], [whole % 60, 'unit.second']];
  const shown = parts.filter(([amount]) => amount > 0).slice(0, 2);
  return (shown.length ? shown : [[0, 'unit.second']]).map(([amount, unit]) => t(unit, amount)).join(' ');
}

/** 125 → 2:05 */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
}

export function date(instant) {
  return instant ? new Date(instant).toLocaleDateString(language) : '';
}

export function time(instant) {
  return instant ? new Date(instant).toLocaleString(language, {dateStyle: 'medium', timeStyle: 'short'}) : '';
}
