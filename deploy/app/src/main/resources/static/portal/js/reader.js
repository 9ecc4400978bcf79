/** An article or a document on the stage: credited second by second while the page is in front. */

import {h} from './dom.js';
import {Holds} from './holds.js';
import {Watched} from './watched.js';
import {clock, t} from './words.js';

const TICK_MS = 1000;

export function articleStage(opened, {reportSoon}) {
  return readingStage(opened, article(opened.html), reportSoon);
}

export function documentStage(opened, {reportSoon}) {
  return readingStage(opened, file(opened), reportSoon);
}

function readingStage(opened, content, reportSoon) {
  const watched = new Watched(opened.durationSeconds);
  const counter = h('p', {class: 'hint'});
  const told = h('p', {class: 'told', id: 'told', role: 'status'});
  let position = opened.resumeAtSeconds < opened.durationSeconds ? opened.resumeAtSeconds : 0;
  let timer = null;
  let last = 0;
  let isPaused = false;
  const isPlaying = () => timer !== null && !isPaused && position < opened.durationSeconds;
  const holds = new Holds({isPlaying, pause: () => pause(true), play: () => pause(false)});

  const stage = {
    element: h('div', {class: 'stage'}, told, content, counter),
    onSeen: () => null,
    take: () => watched.take(),
    played: () => watched.played,
    position: () => Math.floor(position),
    rate: () => 1,
    isPlaying,
    hold: reason => holds.hold(reason),
    release: reason => holds.release(reason),
    pause: () => null,
    tell(text) { told.textContent = text; },
    know: () => watched.forget(),
    obey: () => null,
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

  function pause(yes) {
    if (yes && !isPaused) {
      reportSoon();
    }
    isPaused = yes;
  }

  /** A device that slept comes back with a long tick; it was not read meanwhile. */
  function tick() {
    const now = performance.now();
    const passed = Math.min((now - last) / 1000, 2 * TICK_MS / 1000);
    last = now;
    if (document.visibilityState === 'visible' && isPlaying()) {
      const from = position;
      position = Math.min(opened.durationSeconds, position + passed);
      watched.add(from, position, true);
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
