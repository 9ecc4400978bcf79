/** Log-in. */

import {logIn} from './api.js';
import {field, h} from './dom.js';
import {t} from './words.js';

export function logInView(done) {
  const username = h('input', {name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true});
  const password = h('input', {name: 'password', type: 'password', autocomplete: 'current-password', required: true});
  const submit = h('button', {type: 'submit'}, t('login.submit'));
  const trouble = h('p', {class: 'trouble', role: 'alert'});
  const form = h('form', {
    class: 'login',
    onsubmit: async event => {
      event.preventDefault();
      submit.disabled = true;
      trouble.textContent = '';
      try {
        await logIn(username.value.trim(), password.value);
        done();
      } catch (problem) {
        trouble.textContent = problem.message;
        submit.disabled = false;
        password.select();
      }
    },
  }, h('h1', {}, t('login.title')), h('p', {class: 'lead'}, t('login.lead')),
  field(t('login.username'), username), field(t('login.password'), password), trouble, submit);
  return {title: t('login.title'), content: form, shown: () => username.focus()};
}
