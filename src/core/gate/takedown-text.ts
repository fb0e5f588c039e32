import type { Lang } from "#core/language";

/** What `withdraw` says it did. */
export type Done = {
  key: string;
  reason: string;
  /** ISO date on which it was listed. */
  day: string;
  /** The list and the source, as paths. */
  list: string;
  source: string;
  /** Already listed before. */
  before: boolean;
  /** Lines taken out of the source. */
  lines: readonly { first: number; last: number }[];
  /** Lines that could not be taken out without changing others. */
  stuck: readonly { first: number; last: number }[];
};

type Sentences = {
  lines: (lines: Done["lines"]) => string;
  listed: (d: Done) => string;
  takenOut: (d: Done, lines: string) => string;
  stuck: (d: Done, lines: string) => string;
  notThere: (d: Done) => string;
  now: string;
  build: (d: Done) => string;
  purge: string;
  caches: string;
  history: string;
  rewrite: string;
};

const span = ({ first, last }: Done["lines"][number], dash: string) =>
  first === last ? `${first}` : `${first}${dash}${last}`;

const sentences: Readonly<Record<Lang, Sentences>> = {
  zh: {
    lines: (lines) => lines.map((l) => span(l, "–")).join("、"),
    listed: ({ key, reason, day, list, before }) =>
      before
        ? `${key} 已于 ${day} 登记在 ${list}（${reason}），不重复登记。`
        : `${key} 已登记在 ${list}：${day}，${reason}。`,
    takenOut: ({ source }, lines) =>
      `已从 ${source} 取出第 ${lines} 行；原处留空行，其他行的行号不变。`,
    stuck: ({ source }, lines) =>
      `${source} 没有改动：取出第 ${lines} 行会改变其他行或合计。登记已经生效，编译不会公布它；请手工取出并改正合计。`,
    notThere: ({ source }) => `${source} 里没有这一行。`,
    now: "现在要做：",
    build: ({ list, source }) =>
      `运行 npm run build，把 dist/ 整个重新部署；提交 ${list} 和 ${source}。`,
    purge: "清除这些地址的缓存（CDN、反向代理，连同 .br 和 .gz），并请搜索引擎删除快照：",
    caches:
      "旧的部署、旧版发布包、备份和镜像里的同名文件一并替换。读者已打开的页面重新载入后才会更新。",
    history: "git 历史和别人的克隆里仍有提交过的文件。含有它的提交在下面两次改动之间：",
    rewrite: "改写历史（如 git filter-repo）并请所有克隆重新获取，或者让仓库不公开。",
  },
  en: {
    lines: (lines) => lines.map((l) => span(l, "–")).join(", "),
    listed: ({ key, reason, day, list, before }) =>
      before
        ? `${key} has been in ${list} since ${day} (${reason}); it is not listed again.`
        : `${key} is now in ${list}: ${day}, ${reason}.`,
    takenOut: ({ source }, lines) =>
      `Line ${lines} of ${source} was taken out; blank lines stay, so that every other row keeps its number.`,
    stuck: ({ source }, lines) =>
      `${source} was not changed: without line ${lines} other rows or a total would change. The row is listed, so compile does not publish it; take it out by hand and correct the total.`,
    notThere: ({ source }) => `${source} does not have this row.`,
    now: "To do now:",
    build: ({ list, source }) =>
      `Run npm run build and deploy all of dist/ again; commit ${list} and ${source}.`,
    purge:
      "Purge these addresses from caches (CDN, reverse proxy, with .br and .gz) and ask search engines to drop their copies:",
    caches:
      "Replace the same files in old deployments, releases, backups and mirrors. A page that a reader has open changes when it is loaded again.",
    history:
      "The history of git and other people's clones still hold the file that was committed. The commits that have the row lie between these changes:",
    rewrite:
      "Rewrite the history (git filter-repo, for example) and have every clone fetched anew, or keep the repository private.",
  },
};

/** What was done and what must be done now, line by line. */
export function takedownText(done: Done, addresses: readonly string[], lang: Lang): string[] {
  const say = sentences[lang];
  const taken =
    done.stuck.length > 0
      ? say.stuck(done, say.lines(done.stuck))
      : done.lines.length > 0
        ? say.takenOut(done, say.lines(done.lines))
        : say.notThere(done);
  return [
    say.listed(done),
    taken,
    "",
    say.now,
    `1. ${say.build(done)}`,
    `2. ${say.purge}`,
    ...addresses.map((address) => `   ${address}`),
    `3. ${say.caches}`,
    `4. ${say.history}`,
    `   git log --all --oneline -S'${done.key}' -- ${done.source}`,
    `   ${say.rewrite}`,
  ];
}
