using System.ComponentModel.DataAnnotations;
using SalesBot.Data;

namespace SalesBot.People;

/// <summary>Somebody of the company. <see cref="ManagerId"/> is the direct superior: alerts, approvals and visibility follow it.</summary>
internal sealed class Person : Record
{
    [MaxLength(100)]
    public string Name { get; set; } = "";

    [MaxLength(100)]
    public string? EnglishName { get; set; }

    public List<string> Aliases { get; set; } = [];

    public Role Role { get; set; }

    public long? TeamId { get; set; }
    public Team? Team { get; set; }

    public long? ManagerId { get; set; }
    public Person? Manager { get; set; }

    [MaxLength(200)]
    public string? Email { get; set; }

    /// <summary><c>zh-CN</c> or <c>en</c> once the person chose one; null follows the messenger's locale.</summary>
    [MaxLength(10)]
    public string? Language { get; set; }

    /// <summary>IANA zone of this person's working day; all dates said to and by them are in it.</summary>
    [MaxLength(60)]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Working hours in <see cref="TimeZone"/>: nudges wait for them.</summary>
    public TimeOnly WorkFrom { get; set; } = new(9, 0);
    public TimeOnly WorkTo { get; set; } = new(18, 0);

    /// <summary>When the daily digest comes, in <see cref="TimeZone"/>; null: it was switched off.</summary>
    public TimeOnly? DigestAt { get; set; } = new(9, 0);

    /// <summary>The channel id of the messenger in which this person wants to be told first; null: wherever they were last.</summary>
    [MaxLength(40)]
    public string? Messenger { get; set; }

    public bool Active { get; set; } = true;
}
