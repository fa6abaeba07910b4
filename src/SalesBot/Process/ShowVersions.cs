using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>The versions of the sales process: which, when, by whom, why; an admin may go back to one.</summary>
internal sealed class ShowVersions : Command
{
    private const int Most = 20;

    public override CommandSpec Spec { get; } = new("process_versions", Permission.ReadSales) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var versions = await ProcessVersions.Of(act.Db).AsNoTracking().OrderByDescending(d => d.Number).Take(Most).ToListAsync(cancellationToken);
        var admin = act.Me.May(Permission.Administer);
        var rows = versions.Select(v => new Row(
            new Word("Process.version", v.Number),
            new Word("Format.Dot", new Word("Process.version_by", v.CreatedAt, act.Org.Find(v.ById) ?? (object)new Word("Process.imported")), v.Note ?? ""),
            admin && v.Number != act.Process.Version ? Back(v.Number) : null)).ToList();
        rows.Add(new Row("Process.version_shipped", new Word("Process.template.default"), admin && versions.Count > 0 ? Back(0) : null));
        Word title = "Command.process_versions";
        return new Reply(new View("list", new { Title = title, Subtitle = admin ? new Word("Process.versions_hint") : null, Rows = rows }, title));
    }

    private static Button Back(int number) => new("Command.restore_process", "restore_process", new Slots { ["version"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private sealed record Row(Word Main, Word Second, Button? Open);
}
