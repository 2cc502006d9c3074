"""Word 97 to 2003 files (.doc, .dot, and .wps of WPS Office), as [MS-DOC] describes them."""
