using System.Collections.Concurrent;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Language.Names;
using SalesBot.People;
using SalesBot.Tasks;

namespace SalesBot.Data;

/// <summary>What the reader has to know of each kind of record, as queries over the database.</summary>
internal static class NamedRecords
{
    /// <summary>By the name of the record's type.</summary>
    public static IReadOnlyDictionary<string, Func<SalesDb, IQueryable<Row>>> All { get; } = new Dictionary<string, Func<SalesDb, IQueryable<Row>>>(StringComparer.Ordinal)
    {
        [nameof(Person)] = People, [nameof(Team)] = Teams, [nameof(Product)] = Products, [nameof(Customer)] = Customers, [nameof(Contact)] = Contacts,
        [nameof(Deal)] = Deals, [nameof(Contract)] = Contracts, [nameof(Quote)] = Quotes, [nameof(Approval)] = Approvals, [nameof(Todo)] = Todos,
    };

    private static IQueryable<Row> People(SalesDb db) => db.People.Where(p => p.Active).Select(p => new Row
    {
        Kind = NamedKind.Person, Key = p.Key, Name = p.Name, English = p.EnglishName, Aliases = p.Aliases, Role = p.Role.ToString(), Team = p.Team!.Key, Owner = p.Key,
    });

    private static IQueryable<Row> Teams(SalesDb db) => db.Teams.Select(t => new Row { Kind = NamedKind.Team, Key = t.Key, Name = t.Name, English = t.EnglishName, Aliases = t.Aliases });

    private static IQueryable<Row> Products(SalesDb db) => db.Products.Select(p => new Row { Kind = NamedKind.Product, Key = p.Key, Name = p.Name, Aliases = p.Aliases });

    private static IQueryable<Row> Customers(SalesDb db) => db.Customers.Where(c => c.MergedIntoId == null).Select(c => new Row
    {
        Kind = NamedKind.Customer, Key = c.Key, Name = c.Name, Legal = c.LegalName, English = c.EnglishName, Aliases = c.Aliases, Owner = c.Owner!.Key,
    });

    private static IQueryable<Row> Contacts(SalesDb db) => db.Contacts.Where(c => c.ErasedAt == null).Select(c => new Row
    {
        Kind = NamedKind.Contact, Key = c.Key, Name = c.Name, Aliases = c.Aliases, Customer = c.Customer.Key, Owner = c.Customer.Owner!.Key, Role = c.Title,
    });

    private static IQueryable<Row> Deals(SalesDb db) => db.Deals.Select(d => new Row
    {
        Kind = NamedKind.Deal, Key = d.Key, Name = d.Name, Customer = d.Customer!.Key, Owner = d.Owner.Key, Stage = d.Stage, Status = d.Status.ToString(), Amount = d.Amount, Currency = d.Currency, Date = d.CloseDate,
    });

    private static IQueryable<Row> Contracts(SalesDb db) => db.Contracts.Select(c => new Row
    {
        Kind = NamedKind.Contract, Key = c.Key, Name = c.Title, Customer = c.Customer!.Key, Deal = c.Deal!.Key, Owner = c.Deal.Owner.Key, Status = c.Status.ToString(), Amount = c.Amount, Currency = c.Currency,
    });

    private static IQueryable<Row> Quotes(SalesDb db) => db.Quotes.Select(q => new Row
    {
        Kind = NamedKind.Quote, Key = q.Key, Name = q.Deal.Name, Customer = q.Deal.Customer!.Key, Deal = q.Deal.Key, Owner = q.Deal.Owner.Key, Status = q.Status.ToString(), Amount = q.Amount, Currency = q.Currency, Discount = q.Discount,
    });

    private static IQueryable<Row> Approvals(SalesDb db) => db.Approvals.Select(a => new Row
    {
        Kind = NamedKind.Approval, Key = a.Key, Name = a.Contract != null ? a.Contract.Title : a.Deal!.Name, Deal = a.Deal!.Key, Customer = a.Deal.Customer!.Key, Owner = a.Submitter.Key,
        Status = a.Status.ToString(), About = a.Kind.ToString(), Subject = a.Contract != null ? a.Contract.Key : a.Quote!.Key, Approvers = a.Approvers.Select(p => p.Person.Key).ToList(),
    });

    private static IQueryable<Row> Todos(SalesDb db) => db.Todos.Where(t => t.DoneAt == null).Select(t => new Row
    {
        Kind = NamedKind.Task, Key = t.Key, Name = t.Title, Customer = t.Customer!.Key, Deal = t.Deal!.Key, Owner = t.Owner.Key, Date = t.DueOn, Status = t.Kind == TodoKind.Own ? "open" : "nudge",
    });

    /// <summary>One record as the database gives it.</summary>
    internal sealed class Row
    {
        private static readonly ConcurrentDictionary<string, string> Snakes = new(StringComparer.Ordinal);

        public NamedKind Kind { get; init; }
        public string Key { get; init; } = "";
        public string Name { get; init; } = "";
        public string? Legal { get; init; }
        public string? English { get; init; }
        public List<string>? Aliases { get; init; }
        public string? Customer { get; init; }
        public string? Deal { get; init; }
        public string? Owner { get; init; }
        public string? Stage { get; init; }
        public string? Status { get; init; }
        public decimal? Amount { get; init; }
        public string? Currency { get; init; }
        public decimal? Discount { get; init; }
        public DateOnly? Date { get; init; }
        public string? Role { get; init; }
        public string? Team { get; init; }
        public string? About { get; init; }
        public string? Subject { get; init; }
        public List<string>? Approvers { get; init; }

        public NamedRecord ToRecord() => new(Kind, Key, Name)
        {
            OtherNames = [.. new[] { Legal, English }.Where(n => n is not null).Select(n => n!), .. Aliases ?? []],
            Customer = Customer,
            Deal = Deal,
            Owner = Owner,
            Stage = Stage,
            Status = Status is null ? null : Snake(Status),
            Amount = Amount,
            Currency = Currency,
            Discount = Discount,
            Date = Date,
            Role = Role is null || Kind == NamedKind.Contact ? Role : Snake(Role),
            Team = Team,
            About = About is null ? null : Snake(About),
            Subject = Subject,
            Approvers = Approvers ?? [],
            InPool = Kind == NamedKind.Customer && Owner is null,
        };

        /// <summary>Our enum names as LABELS.md writes them: <c>InApproval</c> → <c>in_approval</c>.</summary>
        private static string Snake(string name) => Snakes.GetOrAdd(name, _ =>
            string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())));
    }
}
