"""Excel workbooks: .xlsx and its kin on lxml, .xls and .et on xlrd; numbers as Excel prints them."""
