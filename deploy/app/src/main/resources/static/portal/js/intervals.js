/** Arithmetic on sorted lists of [from, to] pairs that neither touch nor overlap. */

export function add(list, from, to) {
  if (!(to > from)) {
    return list;
  }
  const before = list.filter(pair => pair[1] < from);
  const after = list.filter(pair => pair[0] > to);
  const touching = list.slice(before.length, list.length - after.length);
  const start = touching.length ? Math.min(from, touching[0][0]) : from;
  const end = touching.length ? Math.max(to, touching[touching.length - 1][1]) : to;
  return [...before, [start, end], ...after];
}

export function union(...lists) {
  return lists.flat().reduce((all, [from, to]) => add(all, from, to), []);
}

export function subtract(list, taken) {
  return taken.reduce((rest, [from, to]) => rest.flatMap(pair =>
    [[pair[0], Math.min(pair[1], from)], [Math.max(pair[0], to), pair[1]]].filter(part => part[1] > part[0])), list);
}

export function seconds(list) {
  return list.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** The whole seconds that were (nearly) fully seen: a player's clock does not tick on the second. */
export function wholeSeconds(list, end) {
  const slack = 0.3;
  return list
    .map(([from, to]) => [Math.max(0, Math.ceil(from - slack)), Math.min(end, Math.floor(to + slack))])
    .filter(([from, to]) => to > from);
}
