using System.Text.Json;
using SalesBot.Contracts;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Promises;
using SalesBot.Tickets;

namespace SalesBot.Server.Demo;

/// <summary>
/// The shape of <c>company.json</c>. All days are relative to the moment of filling: <c>…DaysAgo</c> back, <c>…In</c> ahead (negative: overdue).
/// </summary>
internal sealed record DemoFile(
    IReadOnlyList<DemoFile.Group> Teams, IReadOnlyList<DemoFile.Member> People, IReadOnlyList<DemoFile.Item> Products, IReadOnlyList<DemoFile.Firm> Customers,
    IReadOnlyList<DemoFile.Chance> Deals, IReadOnlyList<DemoFile.Note> FollowUps, IReadOnlyList<DemoFile.Duty> Tasks, IReadOnlyList<DemoFile.Paper> Contracts,
    IReadOnlyList<DemoFile.Submission> Submissions, IReadOnlyList<DemoFile.Trouble> Tickets, IReadOnlyList<DemoFile.Pledge> Promises)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static DemoFile Read()
    {
        using var stream = typeof(DemoFile).Assembly.GetManifestResourceStream("Demo.company.json")!;
        return JsonSerializer.Deserialize<DemoFile>(stream, Options)!;
    }

    internal sealed record Group(string Key, string Name, string? English, List<string>? Aliases);

    internal sealed record Member(string Key, string Name, string? English, Role Role, string? Team, string? Manager, List<string>? Aliases, string? Language);

    internal sealed record Item(string Key, string Name, List<string>? Aliases, string? Series, decimal? Price);

    internal sealed record Firm(
        string Key, string Name, string? Legal, string? English, List<string>? Aliases, string? Industry, string? Region, string? Grade, string? Owner, int LastDaysAgo, List<Face>? Contacts, List<string>? Tags);

    internal sealed record Face(string Name, string? Title, string? Motive, string? Phone, List<string>? Aliases, BuyingRole? Role);

    internal sealed record Chance(
        string Key, string Name, string Customer, string Owner, string? Product, string Stage, DealStatus Status, decimal Amount, string Currency, int CloseIn, int StageDaysAgo,
        int CreatedDaysAgo, List<JsonElement[]> History, string? NextStep, int? NextIn, string? LostReason, decimal? Reviewed);

    internal sealed record Note(string Deal, string Customer, string Author, int DaysAgo, string? Method, string Content, string? Contact, string? NextStep, int? NextIn);

    internal sealed record Duty(string Owner, string Title, int DueIn, TimeOnly? At, string? Customer, string? Deal);

    internal sealed record Paper(
        string Key, string Title, string Deal, string Customer, decimal Amount, string Currency, ContractStatus Status, int? SignedDaysAgo, string? Terms, List<Instalment>? Payments);

    internal sealed record Instalment(decimal Amount, int DueIn, bool Paid);

    internal sealed record Trouble(string Customer, string Content, TicketKind Kind, string By, string Assignee, int DaysAgo, bool Urgent, int? ClosedDaysAgo, string? Note, int? Score);

    internal sealed record Pledge(string Customer, string? Deal, string By, PromiseSide Side, string Content, int DueIn, PromiseState State);

    internal sealed record Submission(string Contract, string By, int HoursAgo);
}
