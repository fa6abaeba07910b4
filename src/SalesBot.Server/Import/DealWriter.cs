using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Server.Import;

/// <summary>A deal's row as our record, with what had to be supposed counted for the report.</summary>
internal sealed class DealWriter(KnownRecords known, ImportReport report, DateTimeOffset now)
{
    private readonly Dictionary<string, int> matched = new(StringComparer.Ordinal);
    private Dictionary<string, Deal>? imported;
    private int withoutCustomer;
    private int estimated;

    /// <summary>People, customers and products that the row names and nobody knows yet; they are made with it.</summary>
    public IEnumerable<Record> Missing(DealRow row)
    {
        if (known.Person(row.Owner) is null)
        {
            var name = row.Owner.Length > 0 ? row.Owner : "import";
            var person = new Person { Key = KnownRecords.Key('P', row.From.System, name), Name = name, Role = Role.Rep, CreatedAt = now };
            known.Add(person);
            report.Count("people", Outcome.Added);
            yield return person;
        }

        if (row.Customer is { } firm && known.Customer(firm) is null)
        {
            var customer = new Customer { Key = KnownRecords.Key('C', row.From.System, firm), Name = firm, CreatedAt = now };
            known.Add(customer);
            report.Count("customers", Outcome.Added);
            yield return customer;
        }

        if (row.Product is { } item && known.Product(item) is null)
        {
            var product = new Product { Key = KnownRecords.Key('G', row.From.System, "product/" + item), Name = item, CreatedAt = now };
            known.Add(product);
            report.Count("products", Outcome.Added);
            yield return product;
        }
    }

    public (Record Record, bool New) Write(DealRow row, SalesDb db)
    {
        var source = row.From.System + "/deals";
        var before = known.Row(source, row.From.Natural);
        var deal = before is null ? null : Imported(db, source).GetValueOrDefault(before.RecordKey);
        var isNew = deal is null;
        deal ??= new Deal { Key = KnownRecords.Key('D', row.From.System, row.From.Natural), CreatedAt = At(row.Created) ?? now };
        Fill(deal, row);
        if (isNew)
        {
            Imported(db, source)[deal.Key] = deal;
            db.AddRange(History(deal, row));
        }

        return (deal, isNew);
    }

    /// <summary>The deals that came from this source before, read once and kept up with what this import adds.</summary>
    private Dictionary<string, Deal> Imported(SalesDb db, string source) =>
        imported ??= db.Deals.Where(d => db.ImportedRows.Any(r => r.Source == source && r.RecordKey == d.Key)).ToDictionary(d => d.Key, StringComparer.Ordinal);

    /// <summary>What a person should know of what was supposed.</summary>
    public void Remark()
    {
        foreach (var (name, count) in matched)
        {
            report.Remarks.Add(new Word("Import.matched", name, new Word("Count.rows", count)));
        }

        if (withoutCustomer > 0)
        {
            report.Remarks.Add(new Word("Import.no_customer", withoutCustomer));
        }

        if (estimated > 0)
        {
            report.Remarks.Add(new Word("Import.estimated", estimated));
        }
    }

    private void Fill(Deal deal, DealRow row)
    {
        var product = known.Product(row.Product);
        if (product is not null && product.Name != row.Product)
        {
            var pair = $"{row.Product} = {product.Name}";
            matched[pair] = matched.GetValueOrDefault(pair) + 1;
        }

        deal.Customer = known.Customer(row.Customer);
        withoutCustomer += deal.Customer is null ? 1 : 0;
        deal.Product = product;
        deal.Owner = known.Person(row.Owner.Length > 0 ? row.Owner : "import")!;
        deal.Name = row.Name ?? (deal.Customer is { } customer ? $"{customer.Name} · {product?.Name ?? row.From.Natural}" : $"{product?.Name} · {row.From.Natural}");
        deal.Stage = row.Stage;
        deal.Status = row.Stage switch { "won" => DealStatus.Won, "lost" => DealStatus.Lost, _ => DealStatus.Open };
        deal.Currency = row.Currency ?? "CNY";
        deal.Amount = row.Amount ?? Estimate(deal, product);
        deal.ReviewedAmount = deal.Amount;
        deal.CloseDate = row.Close;
        deal.ClosedAt = deal.Status == DealStatus.Open ? null : At(row.Close) ?? now;
        deal.StageSince = deal.ClosedAt ?? At(row.Created) ?? now;
        deal.LastActivityAt = deal.StageSince;
        (deal.NextStep, deal.LostReason) = (row.NextStep, row.LostReason);
    }

    /// <summary>An open deal without an amount is worth its product's list price until somebody says better; the report counts these.</summary>
    private decimal? Estimate(Deal deal, Product? product)
    {
        if (deal.Status != DealStatus.Open || product?.Price is not { } price)
        {
            return null;
        }

        estimated++;
        return price;
    }

    private IEnumerable<StageChange> History(Deal deal, DealRow row)
    {
        var entered = deal.Status == DealStatus.Open ? deal.Stage : "contact";
        yield return new StageChange { Key = deal.Key + "-1", Deal = deal, To = entered, At = deal.Status == DealStatus.Open ? deal.StageSince : At(row.Created) ?? deal.StageSince, CreatedAt = now };
        if (deal.Status != DealStatus.Open)
        {
            yield return new StageChange { Key = deal.Key + "-2", Deal = deal, From = entered, To = deal.Stage, At = deal.ClosedAt!.Value, CreatedAt = now };
        }
    }

    private static DateTimeOffset? At(DateOnly? day) => day is { } d ? new DateTimeOffset(d.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero) : null;
}
