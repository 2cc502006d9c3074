"""Web pages (.html, often named .doc or .xls) and pages in one file (.mht), as the HTML Standard describes them."""
