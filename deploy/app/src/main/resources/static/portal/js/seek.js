/** A slim bar below a video: whoever points at it sees what is shown there, and goes there by a click. */

import {h} from './dom.js';
import {clock} from './words.js';

const PART = /^(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)$/;

export function seekBar(video, opened) {
  const time = h('span', {class: 'seek-time'});
  const picture = h('span', {class: 'seek-picture', hidden: true}, time);
  const mark = h('span', {class: 'seek-mark', hidden: true});
  const done = h('span', {class: 'seek-done'});
  const bar = h('div', {class: 'seek', 'aria-hidden': 'true'}, done, mark, picture);
  let parts = [];

  const share = event => {
    const {left, width} = bar.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - left) / width));
  };

  function look(event) {
    const at = share(event);
    const second = at * opened.durationSeconds;
    const part = parts.find(({to}) => second < to) || parts[parts.length - 1];
    mark.hidden = false;
    mark.style.left = at * 100 + '%';
    if (part) {
      show(part, at, second);
    }
  }

  function show({url, x, y, width, height}, at, second) {
    picture.hidden = false;
    picture.style.width = width + 'px';
    picture.style.height = height + 'px';
    picture.style.backgroundImage = `url("${url}")`;
    picture.style.backgroundPosition = `-${x}px -${y}px`;
    const most = Math.max(0, bar.clientWidth - width);
    picture.style.left = Math.min(most, Math.max(0, at * bar.clientWidth - width / 2)) + 'px';
    time.textContent = clock(second);
  }

  function leave() {
    picture.hidden = true;
    mark.hidden = true;
  }

  bar.addEventListener('pointermove', look);
  bar.addEventListener('pointerdown', look);
  bar.addEventListener('pointerleave', leave);
  bar.addEventListener('click', event => { video.currentTime = share(event) * opened.durationSeconds; });
  video.addEventListener('timeupdate', () => { done.style.width = video.currentTime / opened.durationSeconds * 100 + '%'; });

  return {
    element: bar,
    /** Without pictures it is still a bar. */
    async start() {
      const response = opened.thumbnailsUrl ? await fetch(opened.thumbnailsUrl).catch(() => null) : null;
      if (response && response.ok) {
        parts = parse(await response.text());
      }
    },
  };
}

/** Stretches of time in order, each with its part of a larger picture. */
function parse(text) {
  return text.split('\n\n').slice(1).flatMap(block => {
    const [times, address] = block.trim().split('\n');
    const part = PART.exec(address || '');
    return part ? [{
      to: seconds(times.split(' --> ')[1]), url: part[1], x: part[2], y: part[3], width: Number(part[4]), height: Number(part[5]),
    }] : [];
  });
}

const seconds = time => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
