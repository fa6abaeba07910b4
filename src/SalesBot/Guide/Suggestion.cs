using System.ComponentModel.DataAnnotations;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Guide;

internal enum SuggestionState
{
    New,
    Planned,
    Done,
    Declined,
}

/// <summary>What somebody would like the bot or the process to do better (GV-01), with what became of it.</summary>
internal sealed class Suggestion : Record
{
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    [MaxLength(2000)]
    public string Text { get; set; } = "";

    public SuggestionState State { get; set; }

    [MaxLength(1000)]
    public string? Answer { get; set; }
}
