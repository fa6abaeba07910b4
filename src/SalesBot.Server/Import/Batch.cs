using SalesBot.People;

namespace SalesBot.Server.Import;

/// <summary>Everything that the files say, checked and typed, before anything is looked up or written.</summary>
internal sealed class Batch
{
    public List<PersonRow> People { get; } = [];

    public List<ProductRow> Products { get; } = [];

    public List<CustomerRow> Customers { get; } = [];

    public List<ContactRow> Contacts { get; } = [];

    public List<DealRow> Deals { get; } = [];

    /// <summary>Files that hold nothing to take (a data dictionary).</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>Other systems' stage names met, and the stage of ours that each means.</summary>
    public Dictionary<string, string> Stages { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>Where a row came from: the source system, what names it there, and a hash of its cells to know it again.</summary>
internal sealed record Origin(string System, string Natural, string Hash);

internal sealed record PersonRow(Origin From, string Name, string? English, Role Role, string? Manager, string? Team, string? Email);

internal sealed record ProductRow(Origin From, string Name, string? Series, decimal? Price);

internal sealed record CustomerRow(Origin From, string Name, string? Industry, string? Region, string? Grade, string? Owner);

internal sealed record ContactRow(Origin From, string Name, string Customer, string? Title, string? Phone, string? Email);

internal sealed record DealRow(Origin From, string? Name, string? Customer, string? Product, string Owner, string Stage, decimal? Amount, string? Currency, DateOnly? Close, DateOnly? Created)
{
    public string? NextStep { get; init; }

    public string? LostReason { get; init; }
}
