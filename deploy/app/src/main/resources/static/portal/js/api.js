/** Calls to the platform: adds the access token, renews it, and turns problem documents into errors. */

import * as session from './session.js';
import {language, t} from './words.js';

/** A problem document (RFC 9457), or a request that did not get through (status 0). */
export class Problem extends Error {
  constructor(status, document, retryAfterSeconds) {
    super(document.detail || document.title || t('problem.unknown'));
    this.status = status;
    this.type = (document.type || '').replace('urn:problem:', '');
    this.errors = document.errors || [];
    this.enrolmentId = document.enrolmentId;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Worth trying again without any change. */
  get isPassing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

let renewal = null;

export const get = path => call('GET', path);
export const post = (path, body) => call('POST', path, body);

/** What people edit together: {body, tag}. */
export const getTagged = path => tagged('GET', path);

/** On top of what has this tag; a problem of status 412 if that was changed meanwhile. */
export const putTagged = (path, body, ifMatch) => tagged('PUT', path, body, ifMatch);

/** A call as the logged-in person. */
export async function call(method, path, body, accept) {
  const response = await answer(method, path, body, {accept});
  return accept ? (await orProblem(response)).blob() : read(response);
}

async function tagged(method, path, body, ifMatch) {
  const response = await answer(method, path, body, {ifMatch});
  return {body: await read(response), tag: response.headers.get('ETag')};
}

async function answer(method, path, body, options) {
  if (session.isExpired()) {
    await renew();
  }
  let response = await send(method, path, body, session.accessToken(), options);
  if (response.status === 401 && session.isOpen()) {
    await renew();
    response = await send(method, path, body, session.accessToken(), options);
  }
  if (response.status === 401) {
    endSession();
  }
  return response;
}

/** A call with a token of its own, or none. */
export async function callWith(token, path, body, options) {
  return read(await send('POST', path, body, token, options || {}));
}

export async function logIn(username, password) {
  session.begin(await callWith(null, '/api/v1/auth/token', {username, password}));
}

export async function logOut() {
  const refreshToken = session.refreshToken();
  session.end();
  if (refreshToken) {
    await callWith(null, '/api/v1/auth/logout', {refreshToken}).catch(() => null);
  }
}

function renew() {
  if (!renewal) {
    renewal = callWith(null, '/api/v1/auth/refresh', {refreshToken: session.refreshToken()})
      .then(session.begin)
      .catch(problem => {
        if (problem.status === 400 || problem.status === 401) {
          endSession();
        }
        throw problem;
      })
      .then(() => { renewal = null; }, problem => { renewal = null; throw problem; });
  }
  return renewal;
}

function endSession() {
  session.end();
  window.dispatchEvent(new Event('session-ended'));
}

async function send(method, path, body, token, {accept, ifMatch, keepalive}) {
  const headers = {Accept: accept || 'application/json', 'Accept-Language': language};
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (ifMatch) {
    headers['If-Match'] = ifMatch;
  }
  if (token) {
    headers.Authorization = 'Bearer ' + token;
  }
  try {
    return await fetch(path, {method, headers, keepalive: Boolean(keepalive), body: body === undefined ? undefined : JSON.stringify(body)});
  } catch (unreachable) {
    throw new Problem(0, {detail: t('problem.offline')});
  }
}

async function read(response) {
  await orProblem(response);
  return response.status === 204 ? null : response.json();
}

async function orProblem(response) {
  if (!response.ok) {
    const document = await response.json().catch(() => ({}));
    throw new Problem(response.status, document, Number(response.headers.get('Retry-After')) || 0);
  }
  return response;
}
