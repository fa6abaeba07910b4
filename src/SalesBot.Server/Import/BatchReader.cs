using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesBot.People;

namespace SalesBot.Server.Import;

/// <summary>Reads tables into a <see cref="Batch"/>; whatever is wrong goes to the faults and the batch is then not to be used.</summary>
internal sealed class BatchReader(string? system, Faults faults)
{
    public Batch Read(IEnumerable<SourceTable> tables)
    {
        var batch = new Batch();
        foreach (var table in tables)
        {
            if (Layouts.Choose(table, system, faults) is { } layout)
            {
                Read(table, layout, batch);
            }
        }

        return batch;
    }

    private void Read(SourceTable table, Layout layout, Batch batch)
    {
        var columns = layout.Match(table.Headers);
        if (layout.Kind == "documentation")
        {
            batch.LeftOut.Add(table.File);
            return;
        }

        var order = OrderOf(table, columns);
        foreach (var row in table.Rows)
        {
            var cells = new Cells(table, row, columns, order, faults);
            var from = new Origin(layout.System, "", Hash(row));
            switch (layout.Kind)
            {
                case "people":
                    batch.People.Add(Person(cells, from));
                    break;
                case "products":
                    batch.Products.Add(new ProductRow(Named(from, cells.Required("name")), cells.Required("name"), cells.Text("series"), cells.Amount("price")));
                    break;
                case "customers":
                    batch.Customers.Add(new CustomerRow(Named(from, cells.Required("name")), cells.Required("name"), cells.Text("industry", 100), cells.Text("region", 100), Grade(cells), cells.Text("owner")));
                    break;
                case "contacts":
                    batch.Contacts.Add(Contact(cells, from));
                    break;
                default:
                    Deal(cells, from, layout, batch);
                    break;
            }
        }
    }

    private static PersonRow Person(Cells cells, Origin from) =>
        new(Named(from, cells.Required("name")), cells.Required("name"), cells.Text("english"), Role.Rep, cells.Text("manager"), cells.Text("team"), cells.Text("email"));

    private static ContactRow Contact(Cells cells, Origin from) =>
        new(Named(from, cells.Required("customer") + "/" + cells.Required("name")), cells.Required("name"), cells.Required("customer"), cells.Text("title"), cells.Text("phone", 60), cells.Text("email"));

    private static void Deal(Cells cells, Origin from, Layout layout, Batch batch)
    {
        var label = cells.Text("stage") ?? "lead";
        var stage = StageLabels.Find(label);
        if (stage is null)
        {
            cells.Fault("stage", "Import.stage", label);
        }
        else
        {
            batch.Stages[label] = stage;
        }

        var natural = cells.Text("id") ?? $"{cells.Text("customer")}/{cells.Text("name")}";
        batch.Deals.Add(new DealRow(
            Named(from, natural), cells.Text("name"), cells.Text("customer"), cells.Text("product"), cells.Text("owner") ?? "", stage ?? "lead", cells.Amount("amount"),
            Currency(cells) ?? layout.Currency, cells.Day("close"), cells.Day("created"))
        {
            NextStep = cells.Text("next_step", 400),
            LostReason = cells.Text("lost_reason", 400),
        });
    }

    private static string? Currency(Cells cells)
    {
        if (cells.Text("currency") is not { } code)
        {
            return null;
        }

        if (code.Length == 3 && code.All(char.IsAsciiLetter))
        {
            return code.ToUpperInvariant();
        }

        cells.Fault("currency", "Import.currency", code);
        return null;
    }

    /// <summary>The letter of a grade such as “A（重点客户）”.</summary>
    private static string? Grade(Cells cells) => cells.Text("grade") is { } grade && char.ToUpperInvariant(grade[0]) is var letter and ('A' or 'B' or 'C') ? letter.ToString() : null;

    /// <summary>A file means days first when one of its dates cannot be read otherwise.</summary>
    private static DateOrder OrderOf(SourceTable table, Dictionary<string, int> columns) =>
        columns.Where(c => c.Key is "close" or "created").SelectMany(c => table.Rows.Select(r => r.Cells[c.Value])).Any(IsDayFirst) ? DateOrder.DayFirst : DateOrder.MonthFirst;

    private static bool IsDayFirst(string text)
    {
        var parts = text.Split(['.', '/', '-', ' '], 4);
        return parts.Length >= 3 && parts[0].Length <= 2 && (text.Contains('.', StringComparison.Ordinal) || (int.TryParse(parts[0], CultureInfo.InvariantCulture, out var first) && first > 12));
    }

    private static Origin Named(Origin row, string natural) => row with { Natural = natural };

    private static string Hash(SourceRow row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', row.Cells))))[..32];
}
