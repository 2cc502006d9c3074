"""Whatever is printed, the dataset that comes of it keeps its promises: every check passes."""

from tests import word
from tests.transform.made import COST, QUANTITY, TIMELINESS, indicator, project
from tests.whole_run.command import pipeline

ODD = """
无 ** ≥ 个 0 -5 ~ 8个工5% 1.2.3 ½ 10³ 三分之一 二100 12月 13月 2月30日 2025年2月29日 第三季度 2023.07-2024.01
2020年1月--2020年11月 ≥８０％ １２月 99999999999999999999 99999999999999亿元 ≤8.23万元/年/人 80%-90% 4%、3%、2%以下
3±1天 ≥**万元 优秀比例不超过20% 元/场 250万 2025年12月底前完成3项 不低于95%（含） [red] =SUM(A1) ';--
""".split()
BROKEN = ["", " ", "\t", "有效\n保障", "\u200b8个", "８\u00a0个", "'; DROP TABLE targets; --"]


def checked(folder, *projects):
    """The run over a document of these projects, which ends with the checks."""
    tables = [word.table(block) for one in projects for block in one]
    (folder / "a.docx").write_bytes(word.docx(*tables))
    return pipeline("run", folder / "a.docx", folder / "out")


def test_of_targets_that_are_odd(tmp_path):
    every_class = [QUANTITY, TIMELINESS, COST, ("某类", ""), ("", "")]
    rows = [indicator(levels, "某指标", text) for levels in every_class for text in ODD + BROKEN]
    assert checked(tmp_path, project(*rows)).exit_code == 0


def test_of_forms_that_are_odd(tmp_path):
    odd = [
        {"预算单位": None, "年度": None, "金额单位": None, "预算数": None, "绩效目标": None},
        {"项目名称": "[red]", "预算单位": "0", "年度": "去年", "金额单位": "个", "预算数": "很多", "绩效目标": "9.甲"},
        {"预算数": "1元", "财政资金": "2元", "资金用途": "用于甲3元/人和乙4万元"},
        {"预算数": "99999999999999亿元", "资金用途": "99999999999999亿元"},
    ]
    assert checked(tmp_path, *(project(indicator(COST, "甲", "≤1元"), **form) for form in odd)).exit_code == 0


def test_of_a_month_in_no_year(tmp_path):
    assert checked(tmp_path, project(indicator(TIMELINESS, "完成时间", "12月"), 年度=None)).exit_code == 0


def test_of_cells_with_several_indicators(tmp_path):
    rows = [
        indicator(QUANTITY, "指标1：演出场次\n指标2：新建中心\n……", "50场\n20个\n"),
        indicator(COST, "指标1：每场补助\n指标2：每个补助", "≤1.2万元"),
    ]
    assert checked(tmp_path, project(*rows)).exit_code == 0


def test_of_a_row_that_a_page_cuts_in_two(tmp_path):
    form, table = project(
        indicator(QUANTITY, "甲", "≤1个"), indicator(QUANTITY, "在线监", "≤5%"), indicator(QUANTITY, "乙", "≤2个")
    )
    header, first, cut, last = table
    rest = ["测数据故障率" if text == "在线监" else "" for text in cut]
    pages = (form, [header, first, cut], [header, rest, last])
    assert checked(tmp_path, pages).exit_code == 0
