/** What of a notification says where it belongs. */
export interface ThreadLinks {
  readonly id: string;
  readonly account: string;
  readonly mrn: string | null;
  readonly lrn: string | null;
  readonly conversation: string | null;
  /** References of a movement, of goods or of money, such as `departure 6512f0ac91`. */
  readonly movements: readonly string[];
}

/**
 * The ids of those that belong together with `id`, itself included, in the order given. An MRN names one
 * declaration, so two MRNs never share a thread. What has no MRN joins the one MRN of its conversation or movement;
 * failing that the one MRN of its LRN at the same account, because a sender may use an LRN again after 48 hours;
 * failing that those without MRN that share one of these. Where two MRNs would do it joins neither. An excise movement
 * has an ARC in the place of an MRN.
 */
export function threadMembers(all: readonly ThreadLinks[], id: string): readonly string[] {
  const homes = homesOf(all);
  const home = homes.get(id);
  return all.filter((links) => links.id === id || homes.get(links.id) === home).map((links) => links.id);
}

/** A name for the thread of each notification; the same name for all of a thread. */
function homesOf(all: readonly ThreadLinks[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { id, mrn } of all) if (mrn !== null) homes.set(id, `mrn ${mrn}`);
  while (join(all, homes, closeLinks));
  for (const links of all) {
    const [arc, another] = links.movements.filter((movement) => movement.startsWith('arc '));
    if (!homes.has(links.id) && arc !== undefined && another === undefined) homes.set(links.id, arc);
  }
  while (join(all, homes, closeLinks) || join(all, homes, lrnLinks));
  nameTheRest(all, homes);
  return homes;
}

type LinksOf = (links: ThreadLinks) => readonly string[];

const closeLinks: LinksOf = ({ conversation, movements }) => [
  ...(conversation === null ? [] : [`conversation ${conversation}`]),
  ...movements,
];

const lrnLinks: LinksOf = ({ lrn, account }) => (lrn === null ? [] : [`lrn ${account} ${lrn}`]);

/** Sends all homeless ones home whose links lead to one home only, at once, so that the order does not matter. */
function join(all: readonly ThreadLinks[], homes: Map<string, string>, linksOf: LinksOf): boolean {
  const reached = new Map<string, Set<string>>();
  for (const links of all) {
    const home = homes.get(links.id);
    if (home === undefined) continue;
    for (const link of linksOf(links)) reached.set(link, (reached.get(link) ?? new Set()).add(home));
  }
  const found = all.flatMap((links) => {
    if (homes.has(links.id)) return [];
    const [home, another] = new Set(linksOf(links).flatMap((link) => [...(reached.get(link) ?? [])]));
    return home === undefined || another !== undefined ? [] : [[links.id, home] as const];
  });
  for (const [id, home] of found) homes.set(id, home);
  return found.length > 0;
}

/** Those that share any link, directly or through others, get one name: the first of their links by spelling. */
function nameTheRest(all: readonly ThreadLinks[], homes: Map<string, string>): void {
  const rest = all.filter(({ id }) => !homes.has(id));
  const names = new Map(rest.map((links) => [links.id, [...linksOfRest(links)].sort()[0] ?? '']));
  let changed: boolean;
  do {
    changed = false;
    const least = new Map<string, string>();
    for (const links of rest) {
      const name = names.get(links.id) ?? '';
      for (const link of linksOfRest(links)) {
        const known = least.get(link);
        if (known === undefined || name < known) least.set(link, name);
      }
    }
    for (const links of rest) {
      const name = [...linksOfRest(links)].map((link) => least.get(link) ?? link).sort()[0] ?? '';
      if (name !== names.get(links.id)) changed = true;
      names.set(links.id, name);
    }
  } while (changed);
  for (const [id, name] of names) homes.set(id, name);
}

const linksOfRest: LinksOf = (links) => [`id ${links.id}`, ...closeLinks(links), ...lrnLinks(links)];
