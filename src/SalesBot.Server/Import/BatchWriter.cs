using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Server.Import;

/// <summary>
/// Writes a checked batch, in one transaction of the caller's: people before their deals, names matched to what is there. What people changed in
/// the bot stays as it is. Progress is reported in rows.
/// </summary>
internal sealed class BatchWriter(SalesDb db, KnownRecords known, ImportReport report, DateTimeOffset now, Action<int> progress)
{
    private const int SaveEvery = 1000;
    private readonly ImportChanges changes = new(db);
    private readonly DealWriter deals = new(known, report, now);
    private int written;

    public async Task WriteAsync(Batch batch, CancellationToken stop)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var row in batch.People)
        {
            await TakeAsync("people", row.From, () => Person(row), stop);
        }

        foreach (var row in batch.Products)
        {
            await TakeAsync("products", row.From, () => Product(row), stop);
        }

        foreach (var row in batch.Customers)
        {
            await TakeAsync("customers", row.From, () => Customer(row), stop);
        }

        foreach (var row in batch.Contacts)
        {
            await TakeAsync("contacts", row.From, () => Contact(row), stop);
        }

        foreach (var row in batch.Deals)
        {
            foreach (var extra in deals.Missing(row))
            {
                Add(extra);
            }

            await TakeAsync("deals", row.From, () => deals.Write(row, db), stop);
        }

        await LearnStagesAsync(batch, stop);
        deals.Remark();
        await changes.SaveAsync(stop);
        await changes.EnterAsync(report, now, stop);
    }

    /// <summary>A row that came before and has not changed is left alone.</summary>
    private async Task TakeAsync(string kind, Origin from, Func<(Record Record, bool New)> write, CancellationToken stop)
    {
        var source = $"{from.System}/{kind}";
        var before = known.Row(source, from.Natural);
        if (before?.Hash == from.Hash)
        {
            report.Count(kind, Outcome.Unchanged);
            progress(1);
            return;
        }

        var (record, isNew) = write();
        if (isNew)
        {
            Add(record);
        }

        if (before is null)
        {
            before = new ImportedRow { Source = source, Natural = from.Natural, RecordKey = record.Key };
            db.Add(before);
            known.Add(before);
        }

        before.Hash = from.Hash;
        report.Count(kind, isNew ? Outcome.Added : Outcome.Updated);
        progress(1);
        if (++written % SaveEvery == 0)
        {
            await changes.SaveAsync(stop);
        }
    }

    private void Add(Record record)
    {
        db.Add(record);
        changes.Added(record);
    }

    private (Record Record, bool New) Person(PersonRow row)
    {
        var team = row.Team is null ? null : known.Team(row.Team);
        if (team is null && row.Team is not null)
        {
            team = new Team { Key = KnownRecords.Key('G', row.From.System, row.Team), Name = row.Team, CreatedAt = now };
            known.Add(team);
            Add(team);
        }

        var manager = known.Person(row.Manager);
        if (manager is null && row.Manager is not null)
        {
            manager = new Person { Key = KnownRecords.Key('P', row.From.System, row.Manager), Name = row.Manager, Role = Role.Manager, Team = team, CreatedAt = now };
            known.Add(manager);
            Add(manager);
            report.Count("people", Outcome.Added);
        }

        var person = known.Person(row.Name) ?? new Person { Key = KnownRecords.Key('P', row.From.System, row.Name), Name = row.Name, Role = row.Role, CreatedAt = now };
        (person.Manager, person.Team) = (manager ?? person.Manager, team ?? person.Team);
        (person.EnglishName, person.Email) = (row.English ?? person.EnglishName, row.Email ?? person.Email);
        known.Add(person);
        return (person, person.Id == 0 && db.Entry(person).State == EntityState.Detached);
    }

    private (Record Record, bool New) Product(ProductRow row)
    {
        var product = known.Product(row.Name) ?? new Product { Key = KnownRecords.Key('G', row.From.System, "product/" + row.Name), Name = row.Name, CreatedAt = now };
        (product.Series, product.Price) = (row.Series ?? product.Series, row.Price ?? product.Price);
        known.Add(product);
        return (product, db.Entry(product).State == EntityState.Detached);
    }

    private (Record Record, bool New) Customer(CustomerRow row)
    {
        var customer = known.Customer(row.Name) ?? new Customer { Key = KnownRecords.Key('C', row.From.System, row.Name), Name = row.Name, CreatedAt = now };
        (customer.Industry, customer.Region, customer.Grade) = (row.Industry ?? customer.Industry, row.Region ?? customer.Region, row.Grade ?? customer.Grade);
        customer.Owner = known.Person(row.Owner) ?? customer.Owner;
        known.Add(customer);
        return (customer, db.Entry(customer).State == EntityState.Detached);
    }

    private (Record Record, bool New) Contact(ContactRow row)
    {
        var customer = known.Customer(row.Customer);
        if (customer is null)
        {
            customer = new Customer { Key = KnownRecords.Key('C', row.From.System, row.Customer), Name = row.Customer, CreatedAt = now };
            known.Add(customer);
            Add(customer);
            report.Count("customers", Outcome.Added);
        }

        var key = KnownRecords.Key('K', row.From.System, row.From.Natural);
        var contact = known.Row($"{row.From.System}/contacts", row.From.Natural) is null
            ? null
            : db.Contacts.Local.FirstOrDefault(c => c.Key == key) ?? db.Contacts.FirstOrDefault(c => c.Key == key);
        var isNew = contact is null;
        contact ??= new Contact { Key = key, Name = row.Name, CreatedAt = now };
        contact.Customer = customer;
        (contact.Title, contact.Phone, contact.Email) = (row.Title ?? contact.Title, row.Phone ?? contact.Phone, row.Email ?? contact.Email);
        return (contact, isNew);
    }

    private async Task LearnStagesAsync(Batch batch, CancellationToken stop)
    {
        var learnt = await db.StageAliases.ToDictionaryAsync(a => a.Label, StringComparer.OrdinalIgnoreCase, stop);
        foreach (var (label, stage) in batch.Stages.Where(s => !learnt.ContainsKey(s.Key)))
        {
            db.StageAliases.Add(new StageAlias { Label = label, Stage = stage });
            report.Remarks.Add(new Word("Import.stage_learnt", label, StageName.Of(stage)));
        }
    }
}
