import type { Text } from "#core/language";

/** Articles 1 to 34: aims, fair access, finance, innovation, conduct; by number, in our own words. */
export const articles1to34 = {
  1: {
    zh: "为什么立：让民营经济平等竞争、健康发展。",
    en: "Why it is made: private businesses are to compete as equals and grow soundly.",
  },
  2: {
    zh: "管什么、管谁：自治区内促进民营经济的各项工作，以及什么算民营经济组织。",
    en: "What and whom it covers: all work to promote the private economy in the region, and what counts as a private organisation.",
  },
  3: {
    zh: "总的原则：公有制与非公有制并重，平等对待、公平竞争、同等保护。",
    en: "The principles: public and private ownership both count; equal treatment, fair competition, equal protection.",
  },
  4: {
    zh: "促进民营经济发展工作的成效纳入政府绩效考核评价体系。",
    en: "What promoting the private economy achieves goes into the performance appraisal of governments.",
  },
  5: {
    zh: "发展改革部门统筹，其他部门和各级政府各负其责。",
    en: "The development and reform department co-ordinates; other departments and levels do their part.",
  },
  6: {
    zh: "企业和经营者守法、诚信、公平竞争，保障劳动者，接受监督。",
    en: "Businesses and those who run them keep the law, act honestly, compete fairly, protect workers and accept supervision.",
  },
  7: {
    zh: "工商联联系和服务企业；商会、协会自律并反映诉求。",
    en: "The federation of industry and commerce serves businesses; chambers and associations regulate themselves and speak up for members.",
  },
  8: {
    zh: "宣传政策和好的做法，对有突出贡献的按规定表彰。",
    en: "Policies and good practice are made known, and outstanding contributions may be honoured.",
  },
  9: {
    zh: "负面清单之外一律平等进入，不得用所有制、规模等条件排斥民营企业。",
    en: "What is not on the national negative list is open to all; ownership, size and the like may not be used to keep private businesses out.",
  },
  10: {
    zh: "政策先过公平竞争审查；市场监督管理部门公开受理举报的电话、信箱或者电子邮件地址。",
    en: "Policies pass a fair-competition review first; market regulators publish the telephone, postbox or e-mail address for reports.",
  },
  11: {
    zh: "土地、资金、数据、职称等各种资源和政策，不因所有制不同而区别对待。",
    en: "Land, funds, data, professional titles and other resources are not given on different terms by ownership.",
  },
  12: {
    zh: "招标投标和采购全流程公开；不得设排斥民营企业的条件；为中小企业预留份额。",
    en: "Tendering and procurement are public from start to end, without terms that shut private businesses out, and with a share set aside for small and medium ones.",
  },
  13: {
    zh: "支持参与重大项目；发展改革部门及时发布鼓励民间投资的项目信息。",
    en: "Private businesses may take part in major projects; development departments publish promptly which projects seek private investment.",
  },
  14: {
    zh: "可以参与盘活存量资产和政府与社会资本合作项目，权责、收益和退出要写清楚。",
    en: "They may take on idle state assets and public–private projects, whose duties, returns and exits are spelt out.",
  },
  15: {
    zh: "支持到境外经营，政府给予指导、便利和风险提示。",
    en: "Business abroad is supported with guidance, easier procedures and warnings of risk.",
  },
  16: {
    zh: "金融机构平等放贷，不附加不合理条件；抽贷、断贷要提前通报。",
    en: "Lenders treat private borrowers equally, add no unreasonable terms, and give notice before they cut or recall a loan.",
  },
  17: {
    zh: "应收账款、仓单、股权、知识产权等可以用来担保。",
    en: "Receivables, warehouse receipts, shares, intellectual property and the like can serve as security.",
  },
  18: {
    zh: "银行、担保机构等分担融资风险，对小微企业减少或取消反担保。",
    en: "Banks, guarantors and others share the risk of lending; counter-guarantees of small businesses are cut or dropped.",
  },
  19: {
    zh: "多发首贷、信用贷、中长期贷款，开发适合民营企业的产品。",
    en: "More first-time, unsecured and longer loans, and products that suit private businesses.",
  },
  20: {
    zh: "支持上市、挂牌、发债等直接融资。",
    en: "Listing, bonds and other direct financing are supported.",
  },
  21: {
    zh: "依托融资信用服务平台归集信用数据，帮助凭信用贷款。",
    en: "A credit platform brings public credit data together so that credit standing can carry a loan.",
  },
  22: {
    zh: "引导企业加大创新投入，走专业化、精细化、特色化的路。",
    en: "Businesses are led to invest in innovation and to specialise.",
  },
  23: {
    zh: "可以承担重大科技专项，与高校、院所合作，使用重点实验室。",
    en: "They may carry out major research programmes, work with universities and use key laboratories.",
  },
  24: {
    zh: "大企业向中小企业开放技术、仪器和场地，一起创新。",
    en: "Large enterprises open technology, equipment and sites to smaller ones for joint innovation.",
  },
  25: {
    zh: "支持企业依法开发利用公共数据。",
    en: "Businesses may develop and use public data within the law.",
  },
  26: {
    zh: "为企业数字化转型提供产品、诊断和方案。",
    en: "Products, diagnosis and plans are offered for going digital.",
  },
  27: {
    zh: "支持参与制定标准，提供检验检测、认证等服务。",
    en: "Businesses may take part in setting standards and get testing and certification services.",
  },
  28: {
    zh: "支持科技成果转化和新技术、新产品的应用试验。",
    en: "Research results are brought into use, and new technology and products get trials.",
  },
  29: {
    zh: "扶持自主品牌，保护知识产权，快速处理侵权纠纷。",
    en: "Own brands are supported, intellectual property protected, and infringements dealt with quickly.",
  },
  30: {
    zh: "企业守法经营，从内部防治腐败。",
    en: "Businesses operate within the law and prevent corruption inside.",
  },
  31: {
    zh: "鼓励企业自愿承担社会责任、参与公益。",
    en: "Businesses are encouraged to take on social responsibility and charity, of their own will.",
  },
  32: {
    zh: "支持打造产业集群、区域和特色品牌。",
    en: "Brands of industries, regions and specialities are supported.",
  },
  33: {
    zh: "企业完善治理、财务和风险管理。",
    en: "Businesses improve their governance, accounts and control of risk.",
  },
  34: {
    zh: "企业依法签劳动合同、参加社会保险，保障劳动者。",
    en: "Businesses sign labour contracts, join social insurance and protect their workers.",
  },
} as const satisfies Readonly<Record<number, Text>>;
