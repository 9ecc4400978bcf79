/** Small things for building pages: elements are made from values, text is always text, never markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** h('a', {href: '#/', class: 'x', onclick: f}, 'text', otherElement, [more]) */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export function replace(element, ...children) {
  element.textContent = '';
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
}

/** Tells people who listen instead of looking. */
export function announce(text) {
  document.getElementById('announce').textContent = text;
}

/** HTML from the search in which <em> marks what was found: the marks become elements, all else stays text. */
export function marked(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return Array.from(parsed.body.childNodes, node =>
    node.nodeName === 'EM' ? h('mark', {}, node.textContent) : node.textContent);
}

export function field(label, input, hint) {
  return h('label', {class: 'field'}, h('span', {class: 'field-name'}, label), input, hint ? h('span', {class: 'hint'}, hint) : null);
}
