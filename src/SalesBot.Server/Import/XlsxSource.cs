using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SalesBot.Server.Import;

/// <summary>The first sheet of an Excel workbook; dates are told from numbers by the cell's number format.</summary>
internal static class XlsxSource
{
    public static SourceTable? Read(string file, Stream stream, Faults faults)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            var book = document.WorkbookPart!;
            var sheet = book.Workbook.Descendants<Sheet>().First();
            var rows = ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>().Select(r => (Number: (int)(r.RowIndex?.Value ?? 0), Cells: Cells(book, r))).Where(r => r.Cells.Count > 0).ToList();
            if (rows.Count == 0)
            {
                faults.Add(file, 0, null, "Import.empty");
                return null;
            }

            var width = rows[0].Cells.Keys.Max() + 1;
            string[] Line(Dictionary<int, string> cells) => [.. Enumerable.Range(0, width).Select(i => cells.GetValueOrDefault(i, "").Trim())];
            return new SourceTable(file, Line(rows[0].Cells), [.. rows.Skip(1).Select(r => new SourceRow(r.Number, Line(r.Cells)))]);
        }
        catch (Exception broken) when (broken is FileFormatException or InvalidDataException or OpenXmlPackageException or InvalidOperationException or ArgumentException or System.Xml.XmlException)
        {
            faults.Add(file, 0, null, "Import.not_excel");
            return null;
        }
    }

    private static Dictionary<int, string> Cells(WorkbookPart book, Row row)
    {
        var cells = new Dictionary<int, string>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? Column(reference) : next;
            next = column + 1;
            if (Text(book, cell) is { Length: > 0 } text)
            {
                cells[column] = text;
            }
        }

        return cells;
    }

    /// <summary>The column of a reference such as AB12, from 0.</summary>
    private static int Column(string reference) => reference.TakeWhile(char.IsLetter).Aggregate(0, (n, c) => (n * 26) + char.ToUpperInvariant(c) - 'A' + 1) - 1;

    private static string Text(WorkbookPart book, Cell cell)
    {
        var raw = cell.CellValue?.Text ?? cell.InnerText;
        if (cell.DataType?.Value == CellValues.SharedString && int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return book.SharedStringTablePart!.SharedStringTable.ElementAt(index).InnerText;
        }

        return cell.DataType is null && IsDate(book, cell) && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is > 0 and < 2_958_466
            ? DateTime.FromOADate(serial).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : raw;
    }

    /// <summary>Built-in formats 14 to 22 and 45 to 47 are dates; a format of the file's own is one when it names years or days.</summary>
    private static bool IsDate(WorkbookPart book, Cell cell)
    {
        var style = book.WorkbookStylesPart?.Stylesheet.CellFormats?.ElementAtOrDefault((int)(cell.StyleIndex?.Value ?? 0)) as CellFormat;
        var id = style?.NumberFormatId?.Value ?? 0;
        var own = book.WorkbookStylesPart?.Stylesheet.NumberingFormats?.Elements<NumberingFormat>().FirstOrDefault(f => f.NumberFormatId?.Value == id)?.FormatCode?.Value;
        return id is (>= 14 and <= 22) or (>= 45 and <= 47) || own?.Contains("yy", StringComparison.OrdinalIgnoreCase) == true;
    }
}
