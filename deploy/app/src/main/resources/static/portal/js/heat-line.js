/** The heat line of a lesson: a picture that is read by pointer, finger or keys, in words, and as a table. */

import {h, svg} from './dom.js';
import {say} from './making-words.js';
import {clock, duration} from './words.js';

const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];
const MOST_MARKS = 5;
const MOST_ROWS = 24;

/** A step of time of which no more than so many fill the lesson. */
const stepFor = (seconds, most) => STEPS.find(step => seconds / step <= most) || Math.ceil(seconds / most);

export function heatLine(title, heat) {
  if (heat.learners === 0) {
    return h('p', {class: 'nobody'}, say('heat.nobody'));
  }
  const line = stretches(heat);
  return [
    h('p', {class: 'heat-words'}, inWords(heat, line)),
    chart(title, heat, line),
    h('details', {class: 'heat-table'}, h('summary', {}, say('heat.table')), table(heat, line)),
  ];
}

/** From beginning to end, with those that nobody saw; neighbours differ. */
function stretches({durationSeconds, runs}) {
  const line = [];
  const add = (from, to, learners) => {
    const last = line[line.length - 1];
    if (last && last.learners === learners) {
      last.to = to;
    } else if (to > from) {
      line.push({from, to, learners});
    }
  };
  let end = 0;
  runs.filter(({from}) => from < durationSeconds).forEach(({from, to, learners}) => {
    add(end, from, 0);
    end = Math.min(to, durationSeconds);
    add(from, end, learners);
  });
  add(end, durationSeconds, 0);
  return line;
}

function inWords({learners, durationSeconds}, line) {
  const about = say('heat.learners', learners, duration(durationSeconds));
  if (line.length === 1) {
    return about + say('gap') + say('heat.even', line[0].learners);
  }
  const counts = line.map(one => one.learners);
  const longest = count => line.filter(one => one.learners === count).reduce((a, b) => b.to - b.from > a.to - a.from ? b : a);
  const told = (word, {from, to, learners: seenBy}) => say(word, clock(from), clock(to), seenBy);
  return [about, told('heat.most', longest(Math.max(...counts))), told('heat.least', longest(Math.min(...counts)))].join(say('gap'));
}

function chart(title, {durationSeconds}, line) {
  const most = Math.max(...line.map(one => one.learners));
  const mark = h('span', {class: 'heat-mark', hidden: true});
  const read = h('p', {class: 'heat-read hint', 'aria-hidden': 'true'}, say('heat.point'));
  const plot = h('div', {
    class: 'heat-plot', tabindex: 0, role: 'slider', 'aria-label': say('heat.chart', title),
    'aria-valuemin': 0, 'aria-valuemax': durationSeconds - 1,
  }, picture(line, durationSeconds, most), mark);
  let at = 0;

  function look(second) {
    at = Math.min(durationSeconds - 1, Math.max(0, Math.floor(second)));
    const text = say('heat.at', clock(at), line.find(({to}) => at < to).learners);
    mark.hidden = false;
    mark.style.left = (at + 0.5) / durationSeconds * 100 + '%';
    read.textContent = text;
    plot.setAttribute('aria-valuenow', at);
    plot.setAttribute('aria-valuetext', text);
  }

  const point = event => {
    const {left, width} = plot.getBoundingClientRect();
    look((event.clientX - left) / width * durationSeconds);
  };
  const small = Math.max(1, Math.round(durationSeconds / 100));
  const large = Math.max(small, Math.round(durationSeconds / 10));
  const ways = {
    ArrowLeft: () => at - small, ArrowDown: () => at - small, ArrowRight: () => at + small, ArrowUp: () => at + small,
    PageDown: () => at - large, PageUp: () => at + large, Home: () => 0, End: () => durationSeconds,
  };
  plot.addEventListener('pointermove', point);
  plot.addEventListener('pointerdown', point);
  plot.addEventListener('focus', () => look(at));
  plot.addEventListener('keydown', event => {
    if (ways[event.key]) {
      event.preventDefault();
      look(ways[event.key]());
    }
  });
  plot.setAttribute('aria-valuenow', 0);
  plot.setAttribute('aria-valuetext', say('heat.at', clock(0), line[0].learners));
  return h('div', {class: 'heat'}, read,
    h('div', {class: 'heat-most', 'aria-hidden': 'true'}, h('span', {}, most), h('span', {}, 0)), plot, axis(durationSeconds));
}

/** Stretched to its place; the line keeps its width. */
function picture(line, durationSeconds, most) {
  const edge = line.map(({from, to, learners}) => `L${from} ${most - learners}L${to} ${most - learners}`).join('');
  return svg('svg', {viewBox: `0 0 ${durationSeconds} ${most}`, preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    svg('path', {class: 'heat-area', d: `M0 ${most}${edge}L${durationSeconds} ${most}Z`}),
    svg('path', {class: 'heat-edge', d: 'M' + edge.slice(1), 'vector-effect': 'non-scaling-stroke'}));
}

function axis(durationSeconds) {
  const step = stepFor(durationSeconds, MOST_MARKS);
  const seconds = [];
  for (let second = 0; second < durationSeconds - step / 2; second += step) {
    seconds.push(second);
  }
  return h('div', {class: 'heat-axis', 'aria-hidden': 'true'}, [...seconds, durationSeconds].map(second => {
    const label = h('span', {class: second === 0 ? 'first' : second === durationSeconds ? 'last' : null}, clock(second));
    label.style.left = second / durationSeconds * 100 + '%';
    return label;
  }));
}

function table({learners, durationSeconds}, line) {
  const step = stepFor(durationSeconds, MOST_ROWS);
  const rows = [];
  for (let from = 0; from < durationSeconds; from += step) {
    rows.push(row(from, Math.min(from + step, durationSeconds), line, learners));
  }
  const head = ['time', 'learners', 'share'].map(name => h('th', {scope: 'col'}, say('heat.table.' + name)));
  return h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows));
}

function row(from, to, line, learners) {
  const counts = line.filter(one => one.from < to && one.to > from).map(one => one.learners);
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  const span = (a, b) => a === b ? a : say('heat.span', a, b);
  const share = count => Math.round(count * 100 / learners);
  return h('tr', {},
    h('th', {scope: 'row'}, say('heat.span', clock(from), clock(to))),
    h('td', {'data-label': say('heat.table.learners')}, String(span(least, most))),
    h('td', {'data-label': say('heat.table.share')}, span(share(least), share(most)) + '%'));
}
