using System.ComponentModel.DataAnnotations;
using SalesBot.Data;

namespace SalesBot.People;

internal sealed class Team : Record
{
    [MaxLength(100)]
    public string Name { get; set; } = "";

    [MaxLength(100)]
    public string? EnglishName { get; set; }

    public List<string> Aliases { get; set; } = [];
}
