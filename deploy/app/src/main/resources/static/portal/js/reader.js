/** An article on the stage: shown as text, credited second by second while the page is in front. */

import {h} from './dom.js';
import {Watched} from './watched.js';
import {clock, t} from './words.js';

const TICK_MS = 1000;

export function articleStage(opened) {
  const watched = new Watched(opened.durationSeconds);
  const counter = h('p', {class: 'hint'});
  let position = opened.resumeAtSeconds < opened.durationSeconds ? opened.resumeAtSeconds : 0;
  let timer = null;
  let last = 0;

  const stage = {
    element: h('div', {class: 'stage'}, h('div', {class: 'text'}, paragraphs(opened.text)), counter),
    onSeen: () => null,
    take: () => watched.take(),
    position: () => Math.floor(position),
    rate: () => 1,
    isPlaying: () => timer !== null && position < opened.durationSeconds,
    start() {
      last = performance.now();
      timer = setInterval(tick, TICK_MS);
      tell();
    },
    stop() {
      clearInterval(timer);
      timer = null;
    },
  };

  /** A device that slept comes back with a long tick; it was not read meanwhile. */
  function tick() {
    const now = performance.now();
    const passed = Math.min((now - last) / 1000, 2 * TICK_MS / 1000);
    last = now;
    if (document.visibilityState === 'visible' && position < opened.durationSeconds) {
      const from = position;
      position = Math.min(opened.durationSeconds, position + passed);
      watched.add(from, position);
      stage.onSeen(watched.seen);
      tell();
    }
  }

  function tell() {
    counter.textContent = t('lesson.reading', clock(position), clock(opened.durationSeconds)) + ' · ' + t('lesson.readingHint');
  }

  return stage;
}

/** The little of Markdown that articles here need: headings, lists, paragraphs. Everything is set as text. */
export function paragraphs(markdown) {
  return markdown.replace(/\r/g, '').replace(/^(#{1,6} .*)$/gm, '\n$1\n').split(/\n{2,}/).map(block => block.trim()).filter(Boolean).map(block => {
    const heading = /^#{1,6} +(.*)$/.exec(block);
    const lines = block.split('\n');
    if (heading) {
      return h('h2', {}, heading[1]);
    }
    if (lines.every(line => /^[-*] /.test(line))) {
      return h('ul', {}, lines.map(line => h('li', {}, line.slice(2))));
    }
    if (lines.every(line => /^\d+[.)] /.test(line))) {
      return h('ol', {}, lines.map(line => h('li', {}, line.replace(/^\d+[.)] /, ''))));
    }
    return h('p', {}, block);
  });
}
