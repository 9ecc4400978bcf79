/** The log-in of this tab. It lives in sessionStorage, so that closing the tab ends it. */

const KEY = 'lms.session';
let session = JSON.parse(sessionStorage.getItem(KEY) || 'null');
let me = null;

export function isOpen() {
  return session !== null;
}

export function accessToken() {
  return session && session.accessToken;
}

export function refreshToken() {
  return session && session.refreshToken;
}

/** Half a minute early, so that a token does not expire on its way. */
export function isExpired() {
  return session !== null && Date.now() > session.expiresAt - 30000;
}

export function begin(issued) {
  session = {
    accessToken: issued.accessToken,
    refreshToken: issued.refreshToken,
    expiresAt: Date.now() + issued.expiresInSeconds * 1000,
  };
  sessionStorage.setItem(KEY, JSON.stringify(session));
}

export function end() {
  session = null;
  me = null;
  sessionStorage.removeItem(KEY);
}

export function whoAmI() {
  return me;
}

export function know(person) {
  me = person;
}
