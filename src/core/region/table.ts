/** Code, Chinese and English name: GB/T 2260 as of 2023-06-30. */
export const current = `
650000 新疆维吾尔自治区 Xinjiang Uygur Autonomous Region
650100 乌鲁木齐市 Ürümqi City
650102 天山区 Tianshan District
650103 沙依巴克区 Saybagh District
650104 新市区 Xinshi District
650105 水磨沟区 Shuimogou District
650106 头屯河区 Toutunhe District
650107 达坂城区 Dabancheng District
650109 米东区 Midong District
650121 乌鲁木齐县 Ürümqi County
650200 克拉玛依市 Karamay City
650202 独山子区 Dushanzi District
650203 克拉玛依区 Karamay District
650204 白碱滩区 Baijiantan District
650205 乌尔禾区 Urho District
650400 吐鲁番市 Turpan City
650402 高昌区 Gaochang District
650421 鄯善县 Shanshan County
650422 托克逊县 Toksun County
650500 哈密市 Hami City
650502 伊州区 Yizhou District
650521 巴里坤哈萨克自治县 Barkol Kazakh Autonomous County
650522 伊吾县 Yiwu County
652300 昌吉回族自治州 Changji Hui Autonomous Prefecture
652301 昌吉市 Changji City
652302 阜康市 Fukang City
652323 呼图壁县 Hutubi County
652324 玛纳斯县 Manas County
652325 奇台县 Qitai County
652327 吉木萨尔县 Jimsar County
652328 木垒哈萨克自治县 Mori Kazakh Autonomous County
652700 博尔塔拉蒙古自治州 Bortala Mongol Autonomous Prefecture
652701 博乐市 Bole City
652702 阿拉山口市 Alashankou City
652722 精河县 Jinghe County
652723 温泉县 Wenquan County
652800 巴音郭楞蒙古自治州 Bayingolin Mongol Autonomous Prefecture
652801 库尔勒市 Korla City
652822 轮台县 Luntai County
652823 尉犁县 Yuli County
652824 若羌县 Ruoqiang County
652825 且末县 Qiemo County
652826 焉耆回族自治县 Yanqi Hui Autonomous County
652827 和静县 Hejing County
652828 和硕县 Hoxud County
652829 博湖县 Bohu County
652900 阿克苏地区 Aksu Prefecture
652901 阿克苏市 Aksu City
652902 库车市 Kuqa City
652922 温宿县 Wensu County
652924 沙雅县 Xayar County
652925 新和县 Xinhe County
652926 拜城县 Baicheng County
652927 乌什县 Wushi County
652928 阿瓦提县 Awat County
652929 柯坪县 Kalpin County
653000 克孜勒苏柯尔克孜自治州 Kizilsu Kyrgyz Autonomous Prefecture
653001 阿图什市 Artux City
653022 阿克陶县 Akto County
653023 阿合奇县 Akqi County
653024 乌恰县 Wuqia County
653100 喀什地区 Kashgar Prefecture
653101 喀什市 Kashgar City
653121 疏附县 Shufu County
653122 疏勒县 Shule County
653123 英吉沙县 Yengisar County
653124 泽普县 Zepu County
653125 莎车县 Shache County
653126 叶城县 Yecheng County
653127 麦盖提县 Makit County
653128 岳普湖县 Yopurga County
653129 伽师县 Jiashi County
653130 巴楚县 Bachu County
653131 塔什库尔干塔吉克自治县 Taxkorgan Tajik Autonomous County
653200 和田地区 Hotan Prefecture
653201 和田市 Hotan City
653221 和田县 Hotan County
653222 墨玉县 Moyu County
653223 皮山县 Pishan County
653224 洛浦县 Luopu County
653225 策勒县 Cele County
653226 于田县 Yutian County
653227 民丰县 Minfeng County
654000 伊犁哈萨克自治州 Ili Kazakh Autonomous Prefecture
654002 伊宁市 Yining City
654003 奎屯市 Kuytun City
654004 霍尔果斯市 Khorgos City
654021 伊宁县 Yining County
654022 察布查尔锡伯自治县 Qapqal Xibe Autonomous County
654023 霍城县 Huocheng County
654024 巩留县 Gongliu County
654025 新源县 Xinyuan County
654026 昭苏县 Zhaosu County
654027 特克斯县 Tekes County
654028 尼勒克县 Nilka County
654200 塔城地区 Tacheng Prefecture
654201 塔城市 Tacheng City
654202 乌苏市 Usu City
654203 沙湾市 Shawan City
654221 额敏县 Emin County
654224 托里县 Toli County
654225 裕民县 Yumin County
654226 和布克赛尔蒙古自治县 Hoboksar Mongol Autonomous County
654300 阿勒泰地区 Altay Prefecture
654301 阿勒泰市 Altay City
654321 布尔津县 Burqin County
654322 富蕴县 Fuyun County
654323 福海县 Fuhai County
654324 哈巴河县 Habahe County
654325 青河县 Qinghe County
654326 吉木乃县 Jeminay County
659001 石河子市 Shihezi City
659002 阿拉尔市 Aral City
659003 图木舒克市 Tumxuk City
659004 五家渠市 Wujiaqu City
659005 北屯市 Beitun City
659006 铁门关市 Tiemenguan City
659007 双河市 Shuanghe City
659008 可克达拉市 Kokdala City
659009 昆玉市 Kunyu City
659010 胡杨河市 Huyanghe City
659011 新星市 Xinxing City
659012 白杨市 Baiyang City
`;

/**
 * Units that went, each with the code of the one that has its whole area today: code now, code then, the first day it
 * was no longer valid, names. The list at github.com/yescallop/areacodes (CC0) quotes the decisions: State Council
 * 国函〔2015〕52号 and 国函〔2016〕9号, Ministry of Civil Affairs 民函〔2019〕123号; for 沙湾 the announcement by the
 * autonomous region's government. Renames before 2015 are not listed.
 */
export const former = `
650400 652100 2015-03-16 吐鲁番地区 Turpan Prefecture
650402 652101 2015-03-16 吐鲁番市 Turpan City
650421 652122 2015-03-16 鄯善县 Shanshan County
650422 652123 2015-03-16 托克逊县 Toksun County
650500 652200 2016-01-07 哈密地区 Hami Prefecture
650502 652201 2016-01-07 哈密市 Hami City
650521 652222 2016-01-07 巴里坤哈萨克自治县 Barkol Kazakh Autonomous County
650522 652223 2016-01-07 伊吾县 Yiwu County
652902 652923 2019-11-20 库车县 Kuqa County
654203 654223 2021-01-29 沙湾县 Shawan County
`;

/** What people call the autonomous prefectures; every other unit loses only 市 or 地区. */
export const shortNames: Readonly<Record<string, string>> = {
  "652300": "昌吉州",
  "652700": "博州",
  "652800": "巴州",
  "653000": "克州",
  "654000": "伊犁州",
};
