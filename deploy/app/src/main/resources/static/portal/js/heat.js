/** What is watched of the video lessons of a course, for the group that makes it. */

import {get} from './api.js';
import {h, replace} from './dom.js';
import {heatLine} from './heat-line.js';
import {say} from './making-words.js';
import {date, t} from './words.js';

export async function heatView({values: [courseId]}) {
  const about = await get(`/api/v1/courses/${courseId}/draft/attributes`);
  const versions = await versionsOf(courseId);
  const lessons = h('div', {class: 'heats', 'aria-live': 'off'});
  const version = h('select', {id: 'version', onchange: () => show(version.value)}, versions.map(one =>
    h('option', {value: one.version}, say('heat.version.one', one.version, date(one.publishedAt)))));
  let turn = 0;

  /** One lesson after the other, so that a long course is no burst of questions. */
  async function show(number) {
    const mine = ++turn;
    replace(lessons, h('p', {role: 'status'}, t('loading')));
    try {
      const videos = await videosOf(courseId, number);
      if (mine !== turn) {
        return;
      }
      const places = videos.map(lesson => ({lesson, place: h('div', {}, h('p', {class: 'hint'}, t('loading')))}));
      replace(lessons, places.length === 0 ? h('p', {id: 'no-video'}, say('heat.noVideo')) : places.map(section));
      for (const {lesson, place} of places) {
        const heat = await get(`/api/v1/courses/${courseId}/lessons/${lesson.id}/heat?version=${number}`);
        if (mine !== turn) {
          return;
        }
        replace(place, heatLine(lesson.title, heat));
      }
    } catch (problem) {
      if (mine === turn) {
        replace(lessons, h('p', {class: 'trouble', role: 'alert'}, problem.message));
      }
    }
  }

  return {
    title: `${say('heat')} · ${about.title}`,
    content: [
      h('p', {class: 'crumb'}, h('a', {href: '#/making'}, say('back'))),
      h('h1', {}, say('heat'), h('small', {}, about.title)),
      versions.length === 0 ? h('p', {class: 'notice', id: 'unpublished'}, say('heat.unpublished')) : [
        h('p', {class: 'lead'}, say('heat.lead')),
        h('div', {class: 'filters'}, h('label', {}, h('span', {}, say('heat.version')), version)),
        lessons,
      ],
    ],
    shown: () => versions.length > 0 && show(version.value),
    leave: () => { turn++; },
  };
}

/** Newest first; none where nothing was ever published. */
async function versionsOf(courseId) {
  try {
    return (await get(`/api/v1/catalog/courses/${courseId}/versions`)).items;
  } catch (problem) {
    if (problem.status === 404) {
      return [];
    }
    throw problem;
  }
}

async function videosOf(courseId, version) {
  const {sections} = await get(`/api/v1/catalog/courses/${courseId}/versions/${version}/content`);
  return sections.flatMap(({lessons}) => lessons).filter(({kind}) => kind === 'VIDEO');
}

function section({lesson, place}, index) {
  return h('section', {class: 'heat-lesson', 'aria-labelledby': 'heat-' + index}, h('h2', {id: 'heat-' + index}, lesson.title), place);
}
