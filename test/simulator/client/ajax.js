import { words } from './config.js';

const { $j } = window;

/**
 * Asks the server. A log-in page as answer means that the session is over: the page says so and goes to the log-in.
 * A refusal (422) comes back as `{ error }`.
 */
export async function ask(address, { data, method, dataType = 'json' } = {}) {
  const sent = data === undefined ? {} : { data: JSON.stringify(data), contentType: 'application/json' };
  try {
    const request = { url: address, method: method ?? (data ? 'POST' : 'GET'), dataType: 'text', ...sent };
    const text = await $j.ajax(request);
    if (/id="LoginForm"/.test(text)) return loggedOut();
    return dataType === 'json' ? JSON.parse(text) : text;
  } catch (failure) {
    if (failure.status === 422) return JSON.parse(failure.responseText);
    throw failure;
  }
}

/** Tells that the session is over, once and for all: the promise never settles. */
export function loggedOut() {
  window.alert(words.loggedOut);
  window.location.href = '/admin/~loff';
  return new Promise(() => {});
}
