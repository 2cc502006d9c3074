"""Small projects that are unusual and entirely in order, and ones with one fault; judged by hand before they were run."""

from typing import NamedTuple

from tests.transform.made import COST, HEADER, QUANTITY, TIMELINESS, form, indicator

QUALITY = ("产出指标", "质量指标")
SOCIAL, LASTING = ("效益指标", "社会效益指标"), ("效益指标", "可持续影响指标")
ECONOMIC = ("效益指标", "经济效益指标")
CONTENT = ("满意度指标", "服务对象满意度指标")
USUAL = [
    indicator(QUANTITY, "巡检点位数量", "8处", "按台账统计"),
    indicator(QUALITY, "巡检质量", "达到规范", "按巡检规范逐项打分"),
    indicator(TIMELINESS, "巡检完成时间", "2025年11月", "按巡检记录"),
    indicator(COST, "耗材成本", "≤60元", "按合同"),
    indicator(COST, "备件成本", "≤40元", "按合同"),
    indicator(SOCIAL, "设备正常运行率", "≥90%", "按停机记录统计"),
    indicator(CONTENT, "用户满意度", "≥95%", "问卷调查"),
]
SCORED = {
    "巡检点位数量": ("8处", "8处"),
    "巡检质量": ("≥90%", "92%"),
    "巡检完成时间": ("2025年11月", "2025年11月"),
    "耗材成本": ("≤60元", "60元"),
    "备件成本": ("≤40元", "40元"),
    "设备正常运行率": ("≥90%", "92%"),
    "用户满意度": ("≥95%", "96%"),
}
"""What the usual rows state and reach in a self-evaluation, by name."""
EVALUATED = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
UNITS = ["一级指标", "二级指标", "三级指标", "指标值", "计量单位"]
NATURES = ["一级指标", "二级指标", "三级指标", "指标值类型", "指标值", "计量单位"]
HALVES = ["一级指标", "二级指标", "三级指标", "半年（程）指标值", "全年（程）指标值"]
FUNDS = ["项目资金（元）", "年初预算数", "全年预算数", "执行数", "执行率"]


class Case(NamedTuple):
    """A project's blocks, and the codes that a person would want to read about it."""

    name: str
    blocks: list
    codes: frozenset = frozenset()


def planned(name, *rows, codes=(), **printed):
    """A project with these rows, and the usual ones of the classes that they leave out."""
    given = {tuple(row[:2]) for row in rows}
    others = [row for row in USUAL if tuple(row[:2]) not in given]
    return Case(name, [form(**{"资金用途": "设备巡检"} | printed), [HEADER, *rows, *others]], frozenset(codes))


def evaluated(name, *rows, codes=(), funds=()):
    """A self-evaluation; each row is (levels, name, target, actual, weight, score, reason)."""
    given = {row[0] for row in rows}
    usual = [[*row[:3], *SCORED[row[2]], "", "", ""] for row in USUAL if tuple(row[:2]) not in given]
    head = [*form(资金用途="设备巡检", **({"预算数": None} if funds else {})), *([FUNDS, *funds] if funds else [])]
    return Case(name, [head, [EVALUATED, *([*row[0], *row[1:]] for row in rows), *usual]], frozenset(codes))


def printed(name, head, *rows, codes=(), **labels):
    """A project under another header."""
    return Case(name, [form(**{"资金用途": "设备巡检"} | labels), [head, *rows]], frozenset(codes))


def quantity(name, target, description="按台账统计"):
    return indicator(QUANTITY, name, target, description)


def quality(name, target, description="按记录统计"):
    return indicator(QUALITY, name, target, description)


def timely(target, name="完成时间"):
    return indicator(TIMELINESS, name, target, "按记录统计")


def cost(name, target, description="按合同"):
    return indicator(COST, name, target, description)


LONG = {"项目起止时间": "2024年1月-2026年12月"}
IN_ORDER = [
    planned("多年项目的完成时间", timely("2026年12月底前"), **LONG),
    planned("多年项目的文字写到起止年份", 资金用途="2024年启动建设，2026年建成投用", **LONG),
    planned("跨年学年", timely("2025年8月底前"), 资金用途="保障2024-2025学年教学", 项目起止时间="2024年9月-2025年8月"),
    planned("跨年季度", 资金用途="支付2024年第四季度至2025年第三季度物业费"),
    planned("坏的比率用上限", quality("群众投诉率", "≤1%"), quality("工程返工率", "≤2%"), quality("人员流失率", "≤5%")),
    planned("更坏的比率用上限", quality("孕产妇死亡率", "≤9/10万"), quality("预算超支率", "≤0%"), quality("房屋空置率", "≤10%")),
    planned("少见的坏比率", quality("管网漏损率", "≤8%"), quality("学生辍学率", "0%"), quality("城镇调查失业率", "≤5.5%")),
    planned("好的时长用下限", quality("设备质保期", "≥3年"), quality("道路使用年限", "≥10年"), quality("录像保存时间", "≥90天")),
    planned("响应用上限", timely("≤2小时", "故障响应时间"), timely("≤30分钟", "平均等待时间")),
    planned("开放时间用下限", quantity("每周开放时间", "≥56小时"), quality("设备正常运行时间", "≥8000小时")),
    planned("超过百分之百", quality("任务完成率", "≥120%"), indicator(ECONOMIC, "税收增长率", "≥120%"),
            indicator(ECONOMIC, "国有资产保值增值率", "≥105%")),
    planned("金融的覆盖率", quality("贷款拨备覆盖率", "≥150%"), quality("流动性覆盖率", "≥110%")),
    planned("全覆盖", quality("服务覆盖率", "100%"), quality("宣传到位率", "=100%")),
    planned("不满意率的上限", indicator(CONTENT, "群众不满意率", "≤5%", "问卷调查")),
    planned("满意度类里的信访率", indicator(CONTENT, "用户满意度", "≥95%", "问卷"), indicator(CONTENT, "群众信访率", "≤2%", "台账")),
    planned("满意度类里的件数", indicator(CONTENT, "有效投诉件数", "≤3件", "台账")),
    planned("满意度写成文字", indicator(CONTENT, "服务对象满意度", "达到90%以上", "问卷")),
    planned("户均和人均", quantity("户均参保人数", "2.5人"), quantity("人均借阅册数", "≥1.5册")),
    planned("月均和日均", quantity("月均办件数量", "≥120.5件"), quantity("日均接待人次", "≥35.6人次")),
    planned("场均和每万人", quantity("场均观众人次", "≥350.5人次"), quantity("每万人拥有公交车数量", "12.5辆")),
    planned("半公里", quantity("新建道路长度", "0.5公里"), quantity("培训学时", "≥40.5学时")),
    planned("补贴作数量", quantity("发放补贴", "≥200万元"), quantity("兑现奖励", "≥50万元")),
    planned("债务作数量", quantity("偿还债务本金", "3000万元"), quantity("支付利息", "120万元")),
    planned("欠款和债券", quantity("清理拖欠账款", "500万元"), quantity("发行专项债券", "2亿元"), quantity("缴纳税款", "30万元")),
    planned("人均成本没有人数", cost("人均培训成本", "≤2000元/人")),
    planned("名称写资金数量", cost("投入资金数量", "≤100元")),
    planned("成本控制数", cost("预算成本控制数", "≤100元")),
    planned("同名不同值", cost("补助标准", "≤500元/人", "低保对象"), cost("补助标准", "≤300元/人", "低收入对象")),
    planned("同名同值不同对象", quality("验收合格率", "100%", "道路工程验收合格的占比"), quality("验收合格率", "100%", "绿化工程验收合格的占比")),
    planned("零的其他资金", 预算数="100", 财政资金="100", 其他资金="0.00"),
    planned("万元的取舍", cost("巡检成本", "≤100万元"), 金额单位="万元", 预算数="100.00", 财政资金="33.33", 上级补助资金="33.33", 其他资金="33.33"),
    planned("文件号", 资金用途="依据财预〔2021〕101号、津财（2024）15号文件开展设备巡检"),
    planned("标准号", quality("管理体系", "符合GB/T 19001-2016标准", "按认证证书"), 绩效目标="1.通过ISO9001认证"),
    planned("标题里的年份", 资金用途="落实《某某市2023年政府工作报告》任务，开展设备巡检"),
    planned("建成年份", 资金用途="对2018年建成的机房和2020年投入使用的系统进行巡检"),
    planned("文件年份", 资金用途="按照2022年印发的管理办法和2024年签订的合同开展巡检"),
    planned("远期年份", 资金用途="到2027年累计建成100座，本年建成20座", **{"绩效目标": "1.面向2035年完善体系"}),
    planned("对照年份", 资金用途="超过2023年水平，以2024年为基数，比2022年增长5%"),
    planned("五年规划", quantity("新建驿站数量", "≥5座"), 资金用途="“十四五”期间新建驿站20座，2025年新建驿站5座"),
    planned("起算年份", 资金用途="自2021年起开展，2023年以来逐步扩大"),
    planned("电话和门牌", quantity("维修楼栋数量", "≥2栋"), 资金用途="维修中山路188号36号楼等2栋楼，联系电话022-65309888"),
    planned("热线号码", quantity("热线平台数量", "1个"), 资金用途="维护12345热线平台1个，受理110指挥中心转办事项"),
    planned("届次和期次", quantity("举办培训班期数", "≥5期"), 资金用途="举办第3期等各期培训班，承办第7届比赛"),
    planned("别的东西的个数", quantity("检查企业数量", "≥30家"), 资金用途="对12个乡镇的30家企业开展检查"),
    planned("每期人数", quantity("培训人次", "≥150人次"), 资金用途="培训3期，每期50人"),
    planned("每村个数", quantity("安装路灯数量", "≥60盏"), 资金用途="为20个村安装路灯，每村安装路灯3盏"),
    planned("上年的个数", quantity("评审项目数量", "≥120个"), 资金用途="上年评审项目100个，今年评审项目不少于120个"),
    planned("截至上年的个数", quantity("建成充电桩数量", "≥20个"), 资金用途="截至2024年底已建成充电桩80个"),
    planned("三年的个数", quantity("培训人次", "≥120人次"), 资金用途="三年共培训360人次"),
    planned("合计与分项", quantity("新建公厕数量", "2座"), quantity("改造公厕数量", "3座"), 资金用途="建设公厕5座，其中新建2座、改造3座"),
    planned("余数", quantity("培训人数", "≥100人"), 资金用途="培训100余人"),
    planned("万人次", quantity("接待游客人次", "≥12000人次"), 资金用途="接待游客1.2万人次"),
    planned("固定说法", quantity("免费开放场馆数量", "4个"), 资金用途="“三馆一站”免费开放，打造15分钟生活圈，推进一村一品"),
    planned("分批采购", quantity("采购电脑数量", "≥60台"), 资金用途="分3批采购电脑60台，由2名工程师验收"),
    planned("文字写到预算", 绩效目标="1.全年支出控制在预算100元以内", 资金用途="项目预算100元，其中设备巡检60元、维修40元"),
    planned("分项预算", 资金用途="其中设备采购预算60元、安装预算40元"),
    planned("总预算和本年预算", 资金用途="项目总预算300元，本年安排100元", **LONG),
    planned("上年预算", 资金用途="较上年预算120元减少20元"),
    planned("单价和总价", quantity("采购设备数量", "20台"), 资金用途="采购设备20台，单价5元，共计100元"),
    planned("按场计算", 资金用途="按每场2元的标准补助20场，共40元；培训60元"),
    planned("奖项", 资金用途="发放一等奖每名5元、二等奖每名3元、三等奖每名1元"),
    planned("别人的金额", 资金用途="奖励年营业收入超过5000万元的企业"),
    planned("每月的期限", timely("每月10日前"), timely("每季度末前", "报表报送时间")),
    planned("每年的期限", timely("每年12月31日前"), **LONG),
    planned("相对的期限", timely("合同签订后30日内"), timely("次月15日前", "工资发放时间")),
    planned("全年", timely("2025年全年"), timely("2025年1-12月", "服务时间")),
    planned("终止月的期限", timely("2025年第四季度"), 项目起止时间="2025年1月-2025年10月15日"),
    planned("没有数的期限", timely("按合同约定"), timely("及时", "响应及时性")),
    planned("不是份额的率", quality("视频刷新率", "≥60Hz"), quality("摄像机帧率", "≥25帧"), quality("公交发车频率", "10分钟/班")),
    planned("比", quality("师生比例", "1:15"), quality("资金配套比例", "1:1")),
    planned("无事故", quality("重大安全责任事故", "无", "按通报"), quality("网络舆情事件", "无", "按通报")),
    planned("零事故", quality("安全事故起数", "0起"), quality("有责投诉", "0次")),
    planned("成本节约", cost("成本节约率", "≥5%"), cost("项目成本", "≤100元")),
    planned("同比", indicator(ECONOMIC, "游客收入", "较上年增长5%以上", "按统计")),
    planned("只有起始年", 项目起止时间="2025年1月起"),
    planned("项目期是长期", 项目起止时间="长期"),
    printed("单位栏同义", UNITS, [*QUANTITY, "服务月数", "12个月", "月"], [*QUANTITY, "维修面积", "2000平方米", "㎡"],
            [*QUALITY, "验收合格率", "≥95%", "%"], [*TIMELINESS, "完成时间", "2025年11月", ""], [*COST, "巡检成本", "≤100", "元"],
            [*SOCIAL, "事故下降率", "≥5", "%"], [*CONTENT, "用户满意度", "≥95%", "%"]),
    evaluated("完成值换单位", (QUANTITY, "培训人数", "≥3.5万人", "36120人", "20", "20", ""),
              (ECONOMIC, "企业产值", "≥1.2亿元", "12500万元", "10", "10", "")),
    evaluated("时长换单位", (TIMELINESS, "响应时间", "≤2小时", "90分钟", "10", "10", ""),
              (QUANTITY, "道路长度", "≥5公里", "5200米", "10", "10", "")),
    evaluated("小数和百分数", (QUALITY, "合格率", "≥95%", "0.96", "10", "10", ""), (CONTENT, "满意度", "≥95%", "96", "10", "10", "")),
    evaluated("半分", (QUALITY, "合格率", "≥98%", "95%", "10", "9.5", "设备老化"), (QUANTITY, "巡检次数", "≥12次", "12次", "7.5", "7.5", "")),
    evaluated("日期作完成值", (TIMELINESS, "完成时间", "2025年12月底前", "2025年11月30日", "10", "10", ""),
              (TIMELINESS, "验收时间", "2025年12月底前", "2025.11.30", "10", "10", ""), (TIMELINESS, "付款时间", "2025年12月底前", "按时完成", "5", "5", "")),
    evaluated("无事故作完成值", (QUALITY, "安全事故起数", "0起", "无", "10", "10", ""), (QUANTITY, "有责投诉次数", "0次", "未发生", "10", "10", "")),
    evaluated("多一个", (QUANTITY, "编制报告数量", "≥1份", "2份", "10", "10", "")),
    evaluated("没有运算符而超过", (QUANTITY, "巡检次数", "12次", "15次", "10", "10", "")),
    evaluated("定性的完成值", (QUALITY, "巡检完好率", "≥90%", "达成预期指标", "10", "10", ""), (SOCIAL, "群众知晓率", "≥90%", "基本达成", "10", "8", "有待加强")),
    evaluated("按比例取整", (QUALITY, "合格率", "≥95%", "90%", "10", "9.5", "设备老化"), (QUANTITY, "巡检次数", "≥14次", "12次", "20", "17.14", "两处停运")),
    evaluated("执行率写百分数", funds=[["年度资金总额", "100", "100", "98", "98%"]]),
    evaluated("执行率写一", funds=[["年度资金总额", "100", "100", "100", "1"]]),
    evaluated("执行率写小数", funds=[["年度资金总额", "100", "100", "98", "0.98"]]),
    evaluated("执行数为零", funds=[["年度资金总额", "100", "100", "0", "0"], ["其他资金", "0", "0", "0", ""]]),
    evaluated("执行数超过年初", funds=[["年度资金总额", "80", "100", "100", "100%"]]),
    planned("水电消耗用上限", quality("单位面积能耗下降", "≥3%"), quality("食品抽检不合格率", "≤2%"), quality("行政复议纠错率", "≤5%")),
    planned("保障时长", quality("车辆保险期限", "≥1年"), timely("≤3个工作日", "办结时限"), quality("免费维保期", "≥24个月")),
    planned("参保率", quality("城乡居民参保率", "≥98%"), quality("林木覆盖率", "≥32.5%"), quality("资金到位率", "100%")),
    planned("增收", indicator(ECONOMIC, "带动农户增收", "≥1500元/户", "抽样"), indicator(ECONOMIC, "新增税收", "≥200万元", "税务口径")),
    planned("工资", quantity("发放工资月数", "12个月"), quantity("在编人员数", "35人"), 资金用途="发放35名在编人员12个月工资"),
    planned("分两次付款", 资金用途="按合同约定，验收后支付60元，质保期满支付40元"),
    planned("上级和本级", 预算数="100", 财政资金="40", 上级补助资金="60", 其他资金=None),
    planned("上级含在财政里", 预算数="100", 财政资金="100", 上级补助资金="60", 其他资金="0"),
    planned("结转资金", 预算数="100", 财政资金="70", 上年结转资金="30"),
    planned("部分是百分比", quantity("完成年度工程量", "60%"), timely("2025年12月", "主体工程完工时间")),
    planned("人和人次", quantity("参加活动人次", "≥500人次"), 资金用途="组织50人的志愿队，服务群众500人次"),
    planned("村和户", quantity("改造农户数量", "≥120户"), 资金用途="在6个村改造农户120户，每户2间"),
    planned("楼层和面积", quantity("装修面积", "≥800平方米"), 资金用途="装修3号楼2层800平方米办公用房"),
    planned("代际的数", 资金用途="建设5G基站，推广4K超高清，落实“三重一大”制度"),
    planned("日期里的号", 资金用途="保障3月15日、12月4日主题宣传活动"),
    planned("年龄和金额标准", quantity("发放高龄津贴人数", "≥300人"), 资金用途="为80周岁以上老人300人发放高龄津贴，每人每月50元"),
    planned("法规条款", 资金用途="依据《预算法》第三十二条、第五十七条开展巡检"),
    planned("建党百年", 资金用途="纪念建党100周年，开展巡检"),
    planned("总投资", 资金用途="项目总投资3000元，已到位2000元，本年度安排100元", **LONG),
    planned("还本", 资金用途="偿还2020年发行的专项债券利息"),
    planned("测算分项加合计", 测算依据="1.巡检20次×4元/次=80元；2.培训5人×4元=20元，合计100元", 政策依据="《某区养护办法》"),
    planned("测算不写等号", 测算依据="每次5元，全年20次", 政策依据="某财发〔2023〕12号"),
    planned("测算含单价和月数", 测算依据="值守2人×25元/月×2个月=100元", 政策依据="2024年3月15日区政府常务会议纪要"),
    planned("测算带定额外的一项", 测算依据="巡检16次×5元/次=80元，零星材料20元", 政策依据="区政府第12次常务会议"),
    planned("测算的数没有单位", 测算依据="20×5元=100元", 政策依据="区长批示（2024年6月）"),
    planned("测算除以年限", 测算依据="设备600元÷6年=100元", 政策依据="某府办[2022]第31号"),
    planned("测算带括号", 测算依据="（12+8）次×5元=100元", 政策依据="《预算法》第三十二条"),
    planned("测算写了上年", 测算依据="参照2024年18次×5元/次=90元，适当增加", 政策依据="《某区巡检规程》（试行）"),
    planned("测算为一个来源", 财政资金="80", 其他资金="20", 测算依据="财政补助16次×5元/次=80元", 政策依据="《某区补助办法》"),
    planned("赛事届次", 资金用途="筹办2026年全国运动会的前期场馆巡检", codes=["text_names_other_year"]),
    planned("竣工备案", timely("2025年6月底前", "施工完成时间"), timely("2025年9月底前", "验收时间"), 项目起止时间="2025.03-2025.09"),
    planned("学期", timely("2025年秋季学期"), timely("寒暑假期间", "培训时间")),
    planned("满意度分对象", indicator(CONTENT, "教师满意度", "≥90%", "问卷"), indicator(CONTENT, "学生满意度", "≥90%", "问卷")),
    planned("成本总额与分项", cost("项目总成本", "≤100元"), cost("其中：人工成本", "≤60元"), cost("其中：材料成本", "≤40元")),
    planned("社会成本", cost("群众投诉成本", "无")),
    evaluated("跨单位的金额", (ECONOMIC, "新增税收", "≥200万元", "0.021亿元", "10", "10", "")),
    evaluated("少花钱", (COST, "培训成本", "≤500元/人", "420元/人", "10", "10", "")),
    evaluated("降得更低", (SOCIAL, "事故发生率", "≤5%", "1%", "10", "10", "")),
    evaluated("整数得分", (QUANTITY, "巡检次数", "≥12次", "11次", "10", "9", "汛期停一次")),
    evaluated("得分写分字", (QUANTITY, "巡检次数", "≥12次", "12次", "10分", "10分", "")),
    evaluated("不适用", (QUANTITY, "巡检次数", "≥12次", "不适用", "10", "10", "本年未实施")),
    evaluated("按季度完成", (TIMELINESS, "完成时间", "第四季度前", "第三季度", "10", "10", ""), codes=["deadline_without_year"]),
    evaluated("约数完成", (QUANTITY, "培训人次", "≥500人次", "约520人次", "10", "10", "")),
    evaluated("执行率取整", funds=[["年度资金总额", "5000000", "4938270", "4561725", "92%"]]),
    evaluated("执行率带分项", funds=[["年度资金总额", "120", "100", "95", "95.00%"], ["其中：当年财政拨款", "120", "80", "80", "100%"], ["上年结转资金", "0", "20", "15", "75%"]]),
    planned("两类事一个办结率", quality("咨询和投诉办结率", "≥95%")),
    planned("新建和改建", quantity("新建和改建农村公路里程", "≥12公里")),
    planned("单位写在名称里", quantity("巡检车辆(辆)", "8")),
    planned("时限和及时率", timely("收到申请后5日内", "款项支付时限"), timely("100%", "款项支付及时率"), timely("每月15日前", "工资发放时间")),
    planned("年中和年底", timely("2025年6月底前", "初验完成时间"), timely("2025年12月底前", "终验完成时间")),
    planned("只有一个年底", timely("2025年12月31日前", "项目完成时间")),
    planned("目标写了效果", 绩效目标="1.通过设备巡检，保障系统稳定运行"),
    planned("目标各有指标", 绩效目标="1.开展点位巡检，保障设备运行。\n2.提高用户满意度。"),
    planned("发放全对", quality("补贴发放准确率", "100%"), quality("数据录入准确率", "≥95%")),
    planned("单价差一元", quantity("补助人数", "3人"), cost("人均补助", "≤33元/人")),
    planned("会议有日期", 政策依据="区政府2024年3月5日第8次常务会议"),
    planned("测算是单价和数量", 测算依据="巡检20次，每次5元"),
]  # fmt: skip

OF_FAULT = [
    planned("漏损率用下限", quality("管网漏损率", "≥8%"), codes=["direction_contradicts_meaning"]),
    planned("差评率用下限", quality("网上差评率", "≥3%"), codes=["direction_contradicts_meaning"]),
    planned("失业率用下限", indicator(SOCIAL, "登记失业率", "≥4%", "按统计"), codes=["direction_contradicts_meaning"]),
    planned("满意度用上限", indicator(CONTENT, "师生认可度", "≤90%", "问卷"), codes=["direction_contradicts_meaning"]),
    planned("测算空白", 测算依据="", codes=["basis_left_blank"]),
    planned("依据和测算都空白", 立项依据="  ", 测算过程="", codes=["basis_left_blank"]),
    planned("测算只有一句话", 测算依据="根据工作需要和市场行情综合测算", codes=["calculation_not_shown"]),
    planned("测算只列金额", 测算依据="巡检80元、培训20元", codes=["calculation_not_shown"]),
    planned("测算与预算不符", 测算依据="巡检24次×5元/次=120元", codes=["calculation_differs_from_budget"]),
    planned("测算乘错", 测算依据="巡检18次×5元/次=100元", codes=["calculation_differs_from_budget"]),
    planned("依据没有文件", 政策依据="根据上级有关文件精神", codes=["policy_basis_without_document"]),
    planned("依据是会议但没有日期", 政策依据="区政府常务会议决定", codes=["policy_basis_without_document"]),
    planned("上年已完成", timely("2024年12月31日前"), codes=["deadline_outside_fiscal_year"]),
    planned("期满之后", timely("2025年11月底前"), 项目起止时间="2025年1月-2025年9月", codes=["deadline_outside_project_period"]),
    planned("支付上年费用", 资金用途="支付2024年度审计费", codes=["text_names_other_year"]),
    planned("文字与指标不符", quantity("培训人次", "≥100人次"), 资金用途="培训120人次", codes=["text_count_differs"]),
    planned("文字与预算不符", 资金用途="本项目预算120元", codes=["text_budget_differs"]),
    planned("用途与预算不符", 资金用途="设备巡检60元、维修30元", codes=["purpose_differs_from_budget"]),
    planned("万元的差额", cost("巡检成本", "≤100万元"), 金额单位="万元", 预算数="100.00", 财政资金="60.00", 其他资金="39.00", codes=["funds_do_not_add_up"]),
    planned("同样的两行", quality("验收合格率", "100%"), quality("验收合格率", "100%"), codes=["duplicate_indicator"]),
    planned("数量没有值", quantity("检查数量", "**"), codes=["target_missing"]),
    planned("零点三套", quantity("升级系统数量", "0.3套"), codes=["fraction_of_a_whole"]),
    planned("设备写金额", quantity("购买设备", "5万元"), codes=["money_in_quantity"]),
    planned("覆盖率超过百分之百", quality("服务覆盖率", "120%"), codes=["share_above_100"]),
    planned("成本叫人数", cost("经费发放人数", "≤100元"), codes=["name_contradicts_class"]),
    planned("定性没有标准", indicator(SOCIAL, "保障安全", "有效保障"), codes=["value_repeats_name", "benefit_not_quantified"]),
    printed("半年和全年都定性", HALVES, [*QUALITY, "资金使用合规性", "合规", "合规"], codes=["qualitative_without_standard"]),
    printed("半年和全年都是金额", HALVES, [*QUANTITY, "购买设备", "2万元", "5万元"], codes=["money_in_quantity"]),
    printed("值带以上与单位栏不符", UNITS, [*SOCIAL, "事故起数", "5%以上", "起"], codes=["unit_contradicts_value"]),
    printed("定量却写文字", NATURES, [*QUANTITY, "公务接待次数", "定量", "只减不增", "次"], codes=["nature_contradicts_value", "value_does_not_fit_class"]),
    evaluated("完成值空白", (QUANTITY, "巡检次数", "≥12次", "", "10", "10", ""), codes=["result_missing"]),
    evaluated("完成值是横线", (QUANTITY, "巡检次数", "≥12次", "—", "10", "10", ""), codes=["result_missing"]),
    evaluated("远超目标", (QUANTITY, "巡检次数", "≥12次", "30次", "10", "10", ""), codes=["result_far_above_target"]),
    evaluated("超时而满分", (TIMELINESS, "抢通时间", "≤24小时", "36小时", "10", "10", ""), codes=["score_contradicts_result"]),
    evaluated("换单位仍不足", (QUANTITY, "培训人数", "≥3.5万人", "31000人", "10", "10", ""), codes=["score_contradicts_result"]),
    evaluated("得分高于分值", (QUANTITY, "巡检次数", "≥12次", "12次", "10", "12", ""), codes=["score_above_weight"]),
    evaluated("执行超过预算", funds=[["年度资金总额", "100", "100", "120", "120%"]], codes=["executed_above_budget"]),
    evaluated("执行率算错", funds=[["年度资金总额", "100", "100", "90", "95%"]], codes=["execution_rate_differs"]),
    planned("上限写在好评上", indicator(CONTENT, "群众好评率", "≤80%", "问卷"), codes=["direction_contradicts_meaning"]),
    planned("事故用下限", quality("安全事故次数", "≥2次"), codes=["direction_contradicts_meaning"]),
    planned("目标超出分母", quality("政策知晓率", "≥105%"), codes=["share_above_100"]),
    planned("半个人", quantity("聘用保安人数", "2.5人"), codes=["fraction_of_a_whole"]),
    planned("率写成次数", quality("培训通过率", "≥20人"), codes=["rate_without_percent"]),
    planned("次年完成", timely("2026年6月"), codes=["deadline_outside_fiscal_year"]),
    planned("目标写别的数", quantity("整治河道数量", "≥8条"), 绩效目标="1.整治河道12条", codes=["text_count_differs"]),
    planned("预算写错", 绩效目标="1.严格按照项目预算90元执行", codes=["text_budget_differs"]),
    planned("来源超过总额", 预算数="100", 财政资金="80", 其他资金="30", codes=["funds_do_not_add_up"]),
    planned("模板未填", quantity("新建泵站（≥**座）", "3座"), codes=["template_not_filled"]),
    evaluated("延期而满分", (TIMELINESS, "完工时间", "2025年6月底前", "2025年9月", "10", "10", ""), codes=["score_contradicts_result"]),
    evaluated("扣分无原因", (QUANTITY, "巡检次数", "≥12次", "11次", "10", "9", ""), codes=["shortfall_without_reason"]),
    evaluated("少完成而多得分", (QUANTITY, "巡检次数", "≥12次", "6次", "10", "9", "停运"), codes=["score_above_proportion"]),
    evaluated("执行率和数不符", funds=[["年度资金总额", "100", "100", "80", "100%"]], codes=["execution_rate_differs"]),
    planned("及时率和准确率", quality("检查及时率和报告准确率", "≥95%"), codes=["two_measures_in_one"]),
    planned("名称是一句话", quantity("按照主管部门年度工作要求组织各单位开展相关业务并在年底之前全部完成检查验收", "8个"), codes=["name_is_a_sentence"]),
    planned("数没有单位", quantity("巡检车辆", "8"), codes=["number_without_unit"]),
    planned("时效写及时", indicator(TIMELINESS, "款项支付及时性", "及时"), codes=["timeliness_without_time"]),
    planned("都在年底", timely("2025年12月底前", "初验完成时间"), timely("2025年12月31日前", "终验完成时间"), codes=["deadlines_all_at_year_end"]),
    planned("目标只说开展", 绩效目标="1.开展各项工作", codes=["goal_without_effect"]),
    planned("目标没有指标", 绩效目标="1.开展点位巡检，保障设备运行。\n2.修缮海岛灯塔并绘制航标图册。", codes=["goal_without_indicator"]),
    planned("发放可以有错", quality("补贴发放准确率", "≥95%"), codes=["lax_bar"]),
    planned("元和万元弄混", 金额单位="万元", codes=["amount_unit_slip"]),
    planned("单价取整", quantity("补助人数", "30人"), cost("人均补助", "≤3元/人"), codes=["costs_differ_by_rounding"]),
    planned("成本没有金额", cost("办公成本", "合理", ""), codes=["value_does_not_fit_class"]),
]  # fmt: skip
