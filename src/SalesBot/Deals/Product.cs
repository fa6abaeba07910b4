using System.ComponentModel.DataAnnotations;
using SalesBot.Data;

namespace SalesBot.Deals;

internal sealed class Product : Record
{
    [MaxLength(200)]
    public string Name { get; set; } = "";

    public List<string> Aliases { get; set; } = [];

    [MaxLength(100)]
    public string? Series { get; set; }

    public decimal? Price { get; set; }
}
