using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesBot.Server.Import;

/// <summary>The typed cells of one row; a cell that cannot be read is a fault of its row and column, an empty one is null.</summary>
internal sealed class Cells(SourceTable table, SourceRow row, IReadOnlyDictionary<string, int> columns, DateOrder order, Faults faults)
{
    /// <summary>"No date yet" is written as a day in the year 3999 by some systems.</summary>
    private const int NeverYear = 3000;

    public int Row => row.Number;

    public string File => table.File;

    public string? Text(string field, int longest = 200)
    {
        if (!columns.TryGetValue(field, out var column) || row.Cells[column] is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.Length > longest)
        {
            Fault(field, "Import.long", longest, text[..40] + "…");
            return null;
        }

        return text;
    }

    public string Required(string field)
    {
        var text = Text(field);
        if (text is null && columns.ContainsKey(field))
        {
            Fault(field, "Import.missing");
        }

        return text ?? "";
    }

    /// <summary>An amount with or without a currency sign and thousands separators; <c>1.234,50</c> is read as continental.</summary>
    public decimal? Amount(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        var digits = Regex.Replace(text, @"[\p{Sc}\s\u00A0]|[A-Za-z]{3}", "", RegexOptions.NonBacktracking);
        var comma = digits.LastIndexOf(',');
        var point = digits.LastIndexOf('.');
        var continental = comma > point && (point >= 0 || digits.Length - comma != 4);
        digits = continental ? digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : digits.Replace(",", "", StringComparison.Ordinal);
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) < 100_000_000_000_000m)
        {
            return amount;
        }

        Fault(field, "Import.amount", text);
        return null;
    }

    public DateOnly? Day(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        string[] formats = [.. DateFormats.All.Any, .. order == DateOrder.DayFirst ? DateFormats.All.DayFirst : DateFormats.All.MonthFirst];
        if (DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.RoundtripKind, out var day) && day.Year >= 1900)
        {
            return day.Year > NeverYear ? null : DateOnly.FromDateTime(day);
        }

        Fault(field, "Import.date", text);
        return null;
    }

    public void Fault(string field, string word, params object?[] args) =>
        faults.Add(table.File, row.Number, columns.TryGetValue(field, out var column) ? table.Headers[column] : field, word, args);
}

/// <summary>How <c>03/04/2026</c> is meant in one file.</summary>
internal enum DateOrder
{
    MonthFirst,
    DayFirst,
}
