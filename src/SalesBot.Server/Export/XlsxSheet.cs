using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SalesBot.Server.Export;

/// <summary>An Excel workbook with one sheet; written row by row, numbers as numbers, all else as text.</summary>
internal static class XlsxSheet
{
    public static async Task<int> WriteAsync(Sheet sheet, Stream to, CancellationToken stop)
    {
        using var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>();
        var count = 0;
        using (var xml = OpenXmlWriter.Create(part))
        {
            xml.WriteStartElement(new Worksheet());
            xml.WriteStartElement(new SheetData());
            xml.WriteElement(Row(sheet.Headers));
            await foreach (var row in sheet.Rows.WithCancellation(stop))
            {
                xml.WriteElement(Row(row));
                count++;
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = sheet.Name }));
        book.Workbook.Save();
        return count;
    }

    private static Row Row(IEnumerable<object?> cells) => new(cells.Select(Cell));

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        decimal number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number) },
        long or int => new Cell { DataType = CellValues.Number, CellValue = new CellValue(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture)) },
        _ => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Formula.Harmless(value.ToString() ?? ""))) },
    };
}
