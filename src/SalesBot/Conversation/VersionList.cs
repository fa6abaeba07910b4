using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>The versions of something that the company lays down for itself: which, when, by whom, why; an admin may go back to one with a button (AL-04).</summary>
/// <param name="name">The <see cref="Definition.Name"/>.</param>
/// <param name="restore">The command that goes back to one.</param>
/// <param name="shipped">How the one that ships is called.</param>
internal abstract class VersionList(string name, string restore, Word shipped) : Command
{
    private const int Most = 20;

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var versions = await act.Db.Definitions.AsNoTracking().Where(d => d.Name == Name).OrderByDescending(d => d.Number).Take(Most).ToListAsync(cancellationToken);
        var admin = act.Me.May(Permission.Administer);
        var rows = versions.Select((v, i) => new Row(
            new Word("Process.version", v.Number),
            new Word("Format.Dot", new Word("Process.version_by", v.CreatedAt, act.Org.Find(v.ById) ?? (object)new Word("Process.imported")), v.Note ?? ""),
            admin && i > 0 ? Back(v.Number) : null)).ToList();
        rows.Add(new Row("Process.version_shipped", shipped, admin && versions.Count > 0 ? Back(0) : null));
        Word title = new("Command." + Spec.Id);
        return new Reply(new View("list", new { Title = title, Subtitle = admin ? new Word("Process.versions_hint") : null, Rows = rows }, title));
    }

    /// <summary>
    /// “还是换回原来的” right after such a change: versions are only added, so the one before it is offered, with why the change was made. Null where none of
    /// these changes is one.
    /// </summary>
    public static async Task<Reply?> GoingBackAsync(Act act, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var keys = changes.Where(c => c.Record == nameof(Definition)).Select(c => c.Key).ToList();
        if (keys.Count == 0 || await act.Db.Definitions.AsNoTracking().FirstOrDefaultAsync(d => keys.Contains(d.Key), cancellationToken) is not { } made || All.FirstOrDefault(list => list.Name == made.Name) is not { } list)
        {
            return null;
        }

        Word title = new("Command." + list.Restore), text = new("Process.going_back", made.Number, made.Note ?? "", made.Number == 1 ? new Word("Process.version_shipped") : new Word("Process.version", made.Number - 1));
        Button[] buttons = [list.Back(made.Number - 1), new(new Word("Command." + list.Spec.Id), list.Spec.Id)];
        return new Reply(new View("text", new { Title = title, Paragraphs = new[] { text }, Buttons = buttons }, text));
    }

    private static IEnumerable<VersionList> All => typeof(VersionList).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(VersionList))).Select(type => (VersionList)Activator.CreateInstance(type)!);

    private string Name { get; } = name;

    private string Restore { get; } = restore;

    private Button Back(int number) => new(new Word("Command." + Restore), Restore, new Slots { ["version"] = number.ToString(CultureInfo.InvariantCulture) });

    private sealed record Row(Word Main, Word Second, Button? Open);
}
