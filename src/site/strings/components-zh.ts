/** The page of components, in Chinese. */
export const components = {
  title: "组件",
  lead: "每个组件的每种状态，与各页所用的完全相同；供查看和测试，不收录，不进入搜索。",
  text: "文字与链接",
  buttons: "按钮与对话框",
  forms: "表单",
  states: "状态与提示",
  exploring: "筛选",
  found: "搜索结果",
  figures: "数字与占比",
  cards: "首页的卡片",
  charts: "图",
  tables: "表",
  noRows: "没有行的表",
  one: "一条记录",
  files: "文件与来源",
};
