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

    /// <summary>As it is called in a name that is written in Latin letters: “MES 生产执行系统” is MES there.</summary>
    public string InLatin() =>
        Name.All(char.IsAscii) ? Name : Name.Split(' ')[0] is { Length: > 1 } first && first.All(char.IsAscii) ? first : Aliases.Find(alias => alias.All(char.IsAscii)) ?? Name;
}
