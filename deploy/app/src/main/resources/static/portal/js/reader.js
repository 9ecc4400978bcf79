/** An article or a document on the stage: credited second by second while the page is in front. */

import {h} from './dom.js';
import {Watched} from './watched.js';
import {clock, t} from './words.js';

const TICK_MS = 1000;

export function articleStage(opened) {
  return readingStage(opened, article(opened.html));
}

export function documentStage(opened) {
  return readingStage(opened, file(opened));
}

function readingStage(opened, content) {
  const watched = new Watched(opened.durationSeconds);
  const counter = h('p', {class: 'hint'});
  let position = opened.resumeAtSeconds < opened.durationSeconds ? opened.resumeAtSeconds : 0;
  let timer = null;
  let last = 0;

  const stage = {
    element: h('div', {class: 'stage'}, content, counter),
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

/** An article as the platform made it of Markdown; it holds nothing that could run. */
function article(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const link of parsed.querySelectorAll('a[href]')) {
    if (link.getAttribute('href').startsWith('#')) {
      link.removeAttribute('href');
    } else {
      link.target = '_blank';
    }
  }
  return h('div', {class: 'text'}, Array.from(parsed.body.childNodes, node => document.adoptNode(node)));
}

/** What browsers can show is shown here; the rest is opened with what the device has for it. */
function file(opened) {
  const isShown = opened.documentType === 'application/pdf';
  const link = h('a', {class: 'button', id: 'document-link', href: opened.documentUrl, target: '_blank', rel: 'noopener'},
    t(isShown ? 'lesson.openDocument' : 'lesson.getDocument', opened.documentName));
  return h('div', {class: 'document'},
    isShown && h('iframe', {id: 'document', src: opened.documentUrl, title: opened.documentName}), link);
}
