using Microsoft.EntityFrameworkCore;

namespace SalesBot.Tests.Talking.Buttons;

/// <summary>What a press did since a moment: acts in the trail, and messages to others. What the service does by itself meanwhile is no press.</summary>
internal sealed class Effects(WebService service, string who)
{
    private long acts;
    private long messages;

    public async Task BeginAsync()
    {
        await using var db = service.Open();
        (acts, messages) = (await db.Audit.MaxAsync(a => (long?)a.Id) ?? 0, await db.Outbox.MaxAsync(m => (long?)m.Id) ?? 0);
    }

    /// <summary>Null when there was one act, and nobody was told the same twice; else what there was.</summary>
    public async Task<string?> OnceAsync(ButtonCase button)
    {
        var (done, told) = await TakeAsync();
        var twice = told.GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => "told twice: " + g.Key);
        var wrong = done.Count == (button.OnlyTells ? 0 : 1) ? [] : new[] { $"{done.Count} acts: {string.Join(", ", done)}" };
        var silent = button.OnlyTells && told.Count == 0 ? new[] { "nobody was told" } : [];
        return string.Join("; ", wrong.Concat(twice).Concat(silent)) is { Length: > 0 } fault ? fault : null;
    }

    /// <summary>Null when nothing changed, nobody was told and the press was answered.</summary>
    public async Task<string?> NoneAsync(string answer)
    {
        var (done, told) = await TakeAsync();
        return done.Count == 0 && told.Count == 0 && answer.Length > 0 && !answer.Contains("系统出错", StringComparison.Ordinal)
            ? null
            : $"{string.Join(", ", done)} | {string.Join(", ", told)} | answered: {answer}";
    }

    public async Task<bool> IsRefusedAsync(string person, string verb)
    {
        await using var db = service.Open();
        return await db.Audit.AnyAsync(a => a.Id > acts && a.Refused && a.Command == verb && a.Person!.Name == person);
    }

    private async Task<(List<string> Done, List<string> Told)> TakeAsync()
    {
        await using var db = service.Open();
        // What stays of an act when it is undone has an entry of its own, of the same moment.
        var entries = await db.Audit.AsNoTracking().Where(a => a.Id > acts && !a.Refused && a.PersonId != null).Select(a => new { a.At, Text = a.Command + " " + a.Changes }).ToListAsync();
        var done = entries.DistinctBy(e => e.At).Select(e => e.Text).ToList();
        var told = await db.Outbox.AsNoTracking().Where(m => m.Id > messages && m.UpdatesActivityId == null && m.ReferenceId == null && m.Person.Name != who).Select(m => m.Person.Name + " " + m.Content).ToListAsync();
        return (done, told);
    }
}
