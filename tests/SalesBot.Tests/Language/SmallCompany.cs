using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language;

/// <summary>Two customers whose names begin alike, one deal, two colleagues: enough to see how a sentence is read. It is Wednesday 2026-03-11, 10:00.</summary>
internal static class SmallCompany
{
    public static readonly DateTime Now = new(2026, 3, 11, 10, 0, 0, DateTimeKind.Unspecified);

    public static Frame Read(string text, Focus? focus = null, Func<NamedRecord, bool>? maySee = null) =>
        new Reader(Index()).Read(text, "p1", Now, focus ?? new Focus(), maySee ?? (_ => true));

    public static EntityIndex Index()
    {
        var index = new EntityIndex();
        index.Upsert(new NamedRecord(NamedKind.Customer, "c1", "Cobalt Robotics"));
        index.Upsert(new NamedRecord(NamedKind.Customer, "c2", "Cobalt Mining"));
        index.Upsert(new NamedRecord(NamedKind.Deal, "d1", "Cobalt Robotics vision") { Customer = "c1", Stage = "qualify", Amount = 92000 });
        index.Upsert(new NamedRecord(NamedKind.Person, "p2", "Liv Berg"));
        index.Upsert(new NamedRecord(NamedKind.Person, "p3", "Sam Oduya"));
        return index;
    }
}
