using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Between an order and its command: may they, is it clear, is it complete, is it meant. Only then it runs.</summary>
internal sealed class CommandRunner(CommandTable commands, FileStore files)
{
    public Command Find(Frame order) => Find(order.Intent) ?? commands.Find("unknown")!;

    public Command? Find(string intent) => commands.Find(intent);

    public async Task<Reply> RunAsync(Command command, Act act, CancellationToken cancellationToken)
    {
        var spec = command.Spec;
        act = act with { Store = files };
        foreach (var area in Area.All)
        {
            act = await area.CompleteAsync(spec, act, cancellationToken);
        }

        if (act.Frame.NoSuchDay is { } day)
        {
            return Question.Again(act, DayOf(spec, act), new Word("Bad.no_such_day", Excerpt.Of(day)));
        }

        if (act.Frame.Clarify.Count > 0)
        {
            return await Question.WhichAsync(act, act.Frame.Clarify, cancellationToken);
        }

        foreach (var area in Area.All)
        {
            (act, var ask) = await area.FindAsync(spec, act, cancellationToken);
            if (ask is not null)
            {
                return ask;
            }
        }

        var missing = spec.Requires.Where(slot => act.Frame.Ref(slot) is null && act.Slots.Text(slot) is null).ToList();
        if (missing.Count > 0)
        {
            var about = CommandSpec.WantsForm(missing.Count) && act.Frame.Ref("deal") is { } deal ? (await Choice.NamesAsync(act, [deal], cancellationToken)).GetValueOrDefault(deal) : null;
            return CommandSpec.WantsForm(missing.Count) && !IsBareForm(act, spec) ? Question.Form(act, spec, missing, about) : await command.OfferAsync(act, missing[0], cancellationToken) ?? Question.For(act, missing[0]);
        }

        if (!act.Pressed && act.Slots.Flag("confirm") is null && NeedsYes(spec, act))
        {
            return await Question.ConfirmAsync(act, cancellationToken);
        }

        if (act.Slots.Flag("confirm") == false)
        {
            return Question.Dropped(act);
        }

        var reply = await command.RunAsync(act, cancellationToken);
        MustNotWrite(spec, act);

        // Looked for once, for all who ask what the command changed.
        act.Db.ChangeTracker.DetectChanges();
        return TooLong.Refuse(act.Db) ?? reply;
    }

    /// <summary>It is in doubt, or is read back before it is done; and another value at a yes/no is read back in its turn, as only a yes carries out.</summary>
    private static bool NeedsYes(CommandSpec spec, Act act) =>
        (spec.Changes && act.Frame.Confidence < Frame.Sure) || (spec is { Changes: true, AsksItself: false } && act is { Frame.Answers: true, Focus.Asked: "confirm" }) || (spec.ReadsBack && act.Focus.Pending == spec.Id);

    /// <summary>A form came back as it was shown: where a messenger has no fields to fill in, what is missing is asked one by one.</summary>
    private static bool IsBareForm(Act act, CommandSpec spec) => act.Pressed && act.Focus is { Filled: { } shown } && act.Focus.Pending == spec.Id && act.Slots.Keys.All(shown.ContainsKey);

    /// <summary>Of a command that says it changes nothing, what it reads is not watched: a change would be lost without a word.</summary>
    private static void MustNotWrite(CommandSpec spec, Act act)
    {
        if (!spec.Changes && act.Db.ChangeTracker.Entries<Record>().Any(e => e.State != EntityState.Unchanged))
        {
            throw new InvalidOperationException($"The command {spec.Id} writes, but declares Changes = false.");
        }
    }

    /// <summary>The slot that the day of an order fills; with a next step, the day of that.</summary>
    private static string DayOf(CommandSpec spec, Act act) =>
        spec.Requires.FirstOrDefault(slot => slot.EndsWith("date", StringComparison.Ordinal)) ?? (act.Slots.Text("next_step") is null ? "date" : "next_date");
}
