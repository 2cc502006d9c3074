"""The parts of a book of Excel as XML (ECMA-376-1, 12.3 and 18.2 to 18.8), with gaps to be filled."""

from string import Template

_BEGIN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

CONTENT_TYPES = Template(
    f'{_BEGIN}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>$each</Types>'
)
CONTENT_TYPE = f'<Override PartName="/xl/worksheets/sheet{{n}}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
TOP_RELATIONS = Template(
    f'{_BEGIN}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
RELATIONS = Template(
    f'{_BEGIN}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="styles" Type="{_OFFICE}/styles" Target="styles.xml"/>$each</Relationships>'
)
RELATION = f'<Relationship Id="sheet{{n}}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{{n}}.xml"/>'
BOOK = Template(
    f'{_BEGIN}<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>$sheets</sheets>'
    "<definedNames>$names</definedNames></workbook>"
)
SHEET = '<sheet name={title} sheetId="{n}" r:id="sheet{n}"/>'
NAMES = (
    '<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">{filtered}</definedName>'
    '<definedName name="_xlnm.Print_Titles" localSheetId="{place}">{head}</definedName>'
)
STYLES = Template(
    f"{_BEGIN}<styleSheet {_MAIN}>"
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="10"/><name val="$font"/></font>'
    '<font><b/><sz val="10"/><name val="$font"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFD9D9D9"/></patternFill></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyFont="1" '
    'applyFill="1" applyAlignment="1">'
    '<alignment horizontal="center" vertical="center" wrapText="1"/></xf>'
    + "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"{quoted} applyNumberFormat="1" '
        'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
        for number, quoted in ((49, ' quotePrefix="1"'), (164, ""), (0, ""), (4, ""))
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
"""In this order: what is not said, a head, a text, a day, a number, money."""
SHEET_BEGIN = Template(
    f'{_BEGIN}<worksheet {_MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
    'activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><cols>$columns</cols><sheetData>"
)
COLUMN = '<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
SHEET_END = Template(
    '</sheetData><autoFilter ref="$all"/><printOptions gridLines="1"/>'
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="8" orientation="landscape" fitToWidth="$pages" fitToHeight="0"/>'
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
)
"""A3 on its side, as few pages wide as can be read."""
