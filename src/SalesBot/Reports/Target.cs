using System.ComponentModel.DataAnnotations;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Reports;

/// <summary>
/// What somebody is to sell in a period (GO-01): the sum of won deals, in one currency. A leader's target counts the deals of everybody below,
/// a team's those of its members; exactly one of the two is set.
/// </summary>
internal sealed class Target : Record
{
    public long? PersonId { get; set; }
    public Person? Person { get; set; }

    public long? TeamId { get; set; }
    public Team? Team { get; set; }

    /// <summary>First and last day that count.</summary>
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }

    public decimal Amount { get; set; }

    [MaxLength(3)]
    public string Currency { get; set; } = "CNY";

    public long SetById { get; set; }
    public Person SetBy { get; set; } = null!;
}
