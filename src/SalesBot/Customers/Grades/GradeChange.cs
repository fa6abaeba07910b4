using System.ComponentModel.DataAnnotations;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Customers.Grades;

/// <summary>That a customer got another grade: from which to which, by whom, why (CU-01); when is <see cref="Record.CreatedAt"/>.</summary>
internal sealed class GradeChange : Record
{
    public long CustomerId { get; set; }
    public Customer Customer { get; set; } = null!;

    [MaxLength(1)]
    public string? From { get; set; }

    [MaxLength(1)]
    public string? To { get; set; }

    public long ById { get; set; }
    public Person By { get; set; } = null!;

    [MaxLength(400)]
    public string? Reason { get; set; }
}
