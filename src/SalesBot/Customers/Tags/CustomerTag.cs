using System.ComponentModel.DataAnnotations;
using SalesBot.Data;

namespace SalesBot.Customers.Tags;

/// <summary>A word that people file a customer under (CU-03).</summary>
internal sealed class CustomerTag : Record
{
    public long CustomerId { get; set; }
    public Customer Customer { get; set; } = null!;

    /// <summary>As it was first written; compared without case.</summary>
    [MaxLength(30)]
    public string Name { get; set; } = "";
}
