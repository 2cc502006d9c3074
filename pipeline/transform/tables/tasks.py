"""The main tasks of whole-department forms → the table `tasks`."""

from pipeline.model.finding import Located
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.tables.projects import TASKS
from pipeline.transform.records import Rows, of_table
from pipeline.transform.tables.money import AmountNotRead, yuan
from pipeline.transform.values.grammars import grammar_of

AMOUNTS = {"amount_total": "task_total", "amount_fiscal": "task_fiscal", "amount_other": "task_other"}


def tasks(task_cells: Rows, projects: Rows, rules: Rulebook) -> tuple[Rows, list[Located]]:
    """One row per task, from the long rows of task cells; and findings for amounts that could not be read."""
    texts: dict[tuple[str, int, int], dict[str, str]] = {}
    for cell in task_cells:
        texts.setdefault((cell["document_id"], cell["form_no"], cell["task_no"]), {})[cell["column"]] = cell["text"]
    forms = {(form["document_id"], form["form_no"]): form for form in projects}
    rows, findings, grammar = [], [], grammar_of(rules)
    for (document_id, form_no, task_no), printed in texts.items():
        form = forms[document_id, form_no]
        row = {"project_id": form["project_id"], "task_no": task_no, "task_name": printed["task_name"].strip()}
        row["content"] = printed.get("task_content", "").strip() or None
        for column, name in AMOUNTS.items():
            try:
                row[column] = yuan(printed.get(name), form["amount_unit"], grammar)
            except AmountNotRead as fault:
                findings.append(Located(fault.code, document_id, form["project_id"], evidence=printed[name]))
        rows.append(row)
    return of_table(rows, TASKS), findings
