/** Names of organisations and people that do not exist, and that show it: each has 演示 or 示例 in it. */

const stems = "甲乙丙丁戊己庚辛壬癸";
const branches = "子丑寅卯辰巳午未申酉戌亥";
const numerals = "零一二三四五六七八九";

/** 甲零九 for 90: a name of its own for every number. */
export function serialName(serial: number): string {
  let text = "";
  let rest = Math.floor(serial / 10);
  do {
    text = `${numerals[rest % 10]}${text}`;
    rest = Math.floor(rest / 10);
  } while (rest > 0);
  return `${stems[serial % 10]}${text.padStart(2, "零")}`;
}

/** A county that is on no map: 某甲子县, 某乙丑县, … for numbers below 60. */
export const countyName = (n: number): string => `某${stems[n % 10]}${branches[n % 12]}县`;

const surnames = "张王李赵陈刘杨黄周吴马徐孙胡朱高林何郭罗";
const givenNames = [
  "阿卜杜拉",
  "买买提",
  "古丽娜尔",
  "努尔兰",
  "巴合提",
  "阿依古丽",
  "吐尔逊",
  "玛依拉",
] as const;

/** Looks like a person's name, and is nobody's: 张演示, 王示例, 阿卜杜拉·演示. */
export function personName(draw: number): string {
  const mark = draw % 2 === 0 ? "演示" : "示例";
  const rest = Math.floor(draw / 2);
  if (rest % 3 !== 0) return `${surnames[rest % surnames.length]}${mark}`;
  return `${givenNames[Math.floor(rest / 3) % givenNames.length]}·${mark}`;
}

/** What a business does, as its name says it, with the letter of GB/T 4754. */
export type Trade = { word: string; industry: string };
const trade = (industry: string, ...words: string[]): Trade[] =>
  words.map((word) => ({ word, industry }));

export const trades = {
  企业: [
    ...trade("F", "商贸", "贸易", "供应链", "医药"),
    ...trade("C", "机械制造", "食品加工", "纺织", "新材料", "农机"),
    ...trade("E", "建筑安装", "装饰工程"),
    ...trade("I", "信息技术", "软件"),
    ...trade("G", "物流", "运输"),
    ...trade("A", "农业发展", "种业"),
    ...trade("H", "酒店管理", "餐饮管理"),
    ...trade("L", "人力资源", "旅行社"),
    ...trade("M", "检测技术"),
    ...trade("N", "环境工程"),
    ...trade("D", "热力"),
    ...trade("B", "石料开采"),
    ...trade("R", "文化传播"),
  ],
  个体工商户: [
    ...trade("F", "便利店", "五金店", "粮油店", "干果店", "服装店"),
    ...trade("H", "面馆", "小吃店", "民宿"),
    ...trade("O", "理发店", "汽车修理部", "洗衣店"),
    ...trade("C", "馕房", "木器加工部"),
  ],
  合作社: trade("A", "林果种植", "养殖", "农机服务", "蔬菜种植", "棉花种植", "牛羊养殖"),
  社会组织: [
    ...trade("P", "幼儿园", "幼儿园", "职业培训学校"),
    ...trade("Q", "社区服务中心", "养老服务中心"),
    ...trade("S", "商会", "行业协会"),
  ],
} as const;
