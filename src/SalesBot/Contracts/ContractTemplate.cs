using System.ComponentModel.DataAnnotations;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.People;

namespace SalesBot.Contracts;

/// <summary>
/// One version of a contract template (AP-08): the file that contracts are made from, as admin or legal laid it down. Versions are only added; the
/// highest <see cref="Number"/> of a <see cref="Name"/> is the one to use. When is <see cref="Record.CreatedAt"/>.
/// </summary>
internal sealed class ContractTemplate : Record
{
    public const int LongestName = 100;

    [MaxLength(LongestName)]
    public string Name { get; set; } = "";

    /// <summary>From 1, in the order of coming.</summary>
    public int Number { get; set; }

    public long DocumentId { get; set; }
    public Document Document { get; set; } = null!;

    /// <summary>The terms that it proposes, word for word, which those of a contract are put beside; null where none were given.</summary>
    [MaxLength(1000)]
    public string? Terms { get; set; }

    public long ById { get; set; }
    public Person By { get; set; } = null!;
}
