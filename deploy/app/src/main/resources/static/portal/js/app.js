/** The portal: which page an address shows, and the frame around it. */

import {get, logOut} from './api.js';
import {announce, h, replace} from './dom.js';
import * as session from './session.js';
import {language, t} from './words.js';
import {courseView} from './course.js';
import {heatView} from './heat.js';
import {hrView} from './hr.js';
import {lessonView} from './lesson.js';
import {logInView} from './login.js';
import {makingView, makesCourses} from './making.js';
import {mineView} from './mine.js';
import {coursePolicyView, unitPolicyView} from './policy.js';
import {searchView} from './search.js';
import {sharingView} from './sharing.js';

const ROUTES = [
  [/^\/$/, searchView],
  [/^\/courses\/([^/]+)$/, courseView],
  [/^\/mine$/, mineView],
  [/^\/learn\/([^/]+)\/([^/]+)\/([^/]+)$/, lessonView],
  [/^\/hr$/, hrView],
  [/^\/hr\/([^/]+)\/watch-policy$/, unitPolicyView],
  [/^\/making$/, makingView],
  [/^\/making\/([^/]+)\/watch-policy$/, coursePolicyView],
  [/^\/making\/([^/]+)\/heat$/, heatView],
  [/^\/making\/([^/]+)\/sharing$/, sharingView],
];

const main = document.getElementById('main');
let leave = null;
let turn = 0;

function route() {
  const [path, query] = (location.hash.slice(1) || '/').split('?');
  for (const [pattern, view] of ROUTES) {
    const match = pattern.exec(path);
    const values = match && match.slice(1).map(decodeURIComponent);
    // A value becomes part of an address of the API, and must not lead elsewhere there
    if (values && !values.some(value => /[/?#%\\]|^\.+$/.test(value))) {
      return {view, path, values, query: new URLSearchParams(query || '')};
    }
  }
  return null;
}

/** A view answers {title, content, leave?, shown?}; a newer turn makes a slower older one void. */
async function show() {
  const mine = ++turn;
  if (leave) {
    leave();
    leave = null;
  }
  main.setAttribute('aria-busy', 'true');
  try {
    const view = await build();
    if (mine !== turn) {
      if (view.leave) {
        view.leave();
      }
      return;
    }
    leave = view.leave || null;
    replace(main, view.content);
    document.title = view.title + ' · ' + t('app.name');
    announce(view.title);
    window.scrollTo(0, 0);
    if (view.shown) {
      view.shown();
    }
  } catch (problem) {
    if (mine === turn && session.isOpen()) {
      replace(main, trouble(problem.message));
    }
  } finally {
    main.removeAttribute('aria-busy');
    frame();
  }
}

async function build() {
  if (!session.isOpen()) {
    return logInView(show);
  }
  if (!session.whoAmI()) {
    session.know(await get('/api/v1/me'));
  }
  const found = route();
  return found ? found.view(found) : {title: t('problem.page'), content: trouble(t('problem.page'))};
}

function trouble(text) {
  return h('div', {class: 'notice', role: 'alert'},
    h('p', {}, text),
    h('p', {}, h('button', {type: 'button', class: 'quiet', onclick: show}, t('retry')), ' ', h('a', {href: '#/'}, t('home'))));
}

function frame() {
  const me = session.whoAmI();
  const path = location.hash.slice(1).split('?')[0] || '/';
  const link = (to, word) => h('a', {href: '#' + to, 'aria-current': path === to ? 'page' : null}, t(word));
  replace(document.getElementById('top'),
    h('a', {class: 'brand', href: '#/'},
      h('img', {src: '/favicon.svg', alt: '', width: 32, height: 32}),
      h('span', {}, t('app.name'), h('small', {}, t('app.line')))),
    me && h('nav', {'aria-label': t('nav.label')},
      link('/', 'nav.search'), link('/mine', 'nav.mine'), makesCourses(me) && link('/making', 'nav.making'), me.roles.includes('HR') && link('/hr', 'nav.hr')),
    me && h('div', {class: 'person'}, h('span', {}, me.name),
      h('button', {type: 'button', class: 'quiet small', onclick: endVisit}, t('nav.logOut'))));
}

async function endVisit() {
  if (leave) {
    leave();
    leave = null;
  }
  await logOut();
  location.hash = '#/';
  show();
}

document.documentElement.lang = language;
document.getElementById('skip').textContent = t('app.skip');
document.getElementById('skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
document.getElementById('foot').textContent = t('foot');
window.addEventListener('hashchange', show);
window.addEventListener('session-ended', show);
show();
