/** The list of rows in the explorer; {n} and the like are filled in by the browser. */
export const rowTools = {
  hint: "方向键移动，回车看这一行的全部内容，标题行上回车排序。",
  sight: "第 {from}–{to} 行，共 {of} 行",
  loading: "正在读取……",
  failed: "有几行没有读到，滚动一下即重试。",
  rowOf: "第 {n} 行，共 {of} 行",
  order: "排序",
  other: "下面还是筛选之前的前几行：符合条件的行要等逐行数据载入。",
  sourceOrder: "按来源的顺序",
  up: "{label}，从小到大",
  down: "{label}，从大到小",
  choose: "选择列",
  columns: "显示哪些列",
  apply: "显示所选的列",
  usual: "恢复常用的列",
  close: "关闭",
  page: "打开这一行的页面",
  copy: "复制这一行的链接",
  copied: "链接已复制。",
  copyByHand: "浏览器不让复制，请自己复制这个网址：",
  previous: "上一行",
  next: "下一行",
};

export type RowToolStrings = typeof rowTools;
