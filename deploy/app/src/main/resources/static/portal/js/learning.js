/** Where the learner was last, and how much was learnt on the last days. */

import {lessonAddress} from './course.js';
import {h, svg} from './dom.js';
import {say} from './learning-words.js';
import {clock, duration, language, time, wordFor} from './words.js';

const MOST_PLACES = 3;
const BAR = {width: 14, step: 20, height: 60, foot: 14};
const DAY_MS = 86400000;

/** What can be gone on with; nothing if there is nothing. */
export function goingOn(places) {
  const open = places.items.filter(place => !place.completed).slice(0, MOST_PLACES);
  return open.length === 0 ? null : h('section', {class: 'going-on', 'aria-labelledby': 'going-on'},
    h('h2', {id: 'going-on'}, say('continue')),
    h('ul', {class: 'places'}, open.map(place)));
}

function place(line) {
  const to = line.next || {lessonId: line.lessonId, title: line.lessonTitle, kind: line.kind};
  return h('li', {class: 'place'},
    h('div', {class: 'where'},
      h('p', {class: 'facts'}, h('span', {}, wordFor('kind', to.kind)), h('span', {}, line.courseTitle)),
      h('h3', {}, to.title),
      h('p', {class: 'facts'},
        !line.next && h('span', {}, say('continue.lesson', line.lessonPercent)),
        h('span', {}, say('continue.course', line.percent)),
        h('span', {}, say('continue.when', time(line.at))))),
    h('a', {class: 'button', href: lessonAddress(line.enrolmentId, line.courseId, to.lessonId)}, whatToDo(line)));
}

function whatToDo(line) {
  if (line.next || line.resumeAtSeconds === 0) {
    return say(line.next || line.coveredSeconds === 0 ? 'continue.begin' : 'continue');
  }
  return line.kind === 'VIDEO' ? say('continue.at', clock(line.resumeAtSeconds)) : say('continue');
}

/** A bar for each day, empty ones too. */
export function lastDays(days) {
  const credited = new Map(days.items.map(item => [item.day, item.creditedSeconds]));
  const all = daysBetween(days.from, days.to).map(day => ({day, seconds: credited.get(day) || 0}));
  const sum = all.reduce((total, one) => total + one.seconds, 0);
  return h('section', {class: 'last-days', 'aria-labelledby': 'last-days'},
    h('h2', {id: 'last-days'}, say('days', all.length)),
    h('p', {class: 'hint'}, sum > 0
      ? say('days.sum', duration(sum), duration(all[all.length - 1].seconds))
      : say('days.none', all.length)),
    sum > 0 && bars(all));
}

function daysBetween(from, to) {
  const days = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

function bars(days) {
  const most = Math.max(...days.map(one => one.seconds));
  return svg('svg', {
    class: 'bars', viewBox: `0 0 ${days.length * BAR.step} ${BAR.height + BAR.foot}`, role: 'img',
    'aria-label': say('days.bars', days.length, duration(most)),
  }, days.map((one, index) => bar(one, index, most)));
}

/** The least that is there can be seen. */
function bar({day, seconds}, index, most) {
  const height = seconds > 0 ? Math.max(2, Math.round(seconds * BAR.height / most)) : 1;
  const left = index * BAR.step + (BAR.step - BAR.width) / 2;
  const name = new Date(day).toLocaleDateString(language, {month: 'long', day: 'numeric', timeZone: 'UTC'});
  return svg('g', {class: seconds > 0 ? 'bar' : 'bar none'},
    svg('title', {}, say('days.one', name, duration(seconds))),
    svg('rect', {x: left, y: BAR.height - height, width: BAR.width, height, rx: 1}),
    svg('text', {x: left + BAR.width / 2, y: BAR.height + BAR.foot - 3, 'text-anchor': 'middle'}, Number(day.slice(8))));
}
