using SalesBot.Conversation;
using SalesBot.Language.Text;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>A friendly word back, and where help is.</summary>
internal sealed class SmallTalk : Command
{
    private static readonly Lazy<IReadOnlyList<(string Kind, string[] Words)>> Kinds = new(() =>
        [.. GuideFile.Lines("small-talk.txt").Select(l => l.Split(" = ", 2)).Select(l => (l[0], l[1].Split('|')))]);

    public override CommandSpec Spec { get; } = new("small_talk", Permission.Member) { Changes = false, InHelp = false, Accompanies = true };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var told = Unknown.Told(act);
        var kind = told == Unknown.PassedOn ? null : Kinds.Value.FirstOrDefault(k => Array.Exists(k.Words, w => (NormalText.Of(act.Said ?? "").Text + " ").Contains(w, StringComparison.OrdinalIgnoreCase))).Kind;
        if (kind is null && told is not null)
        {
            return Task.FromResult(Act.Say(new Word("Unknown." + told), "Suggest.help"));
        }

        kind ??= act.Slots.Text("topic") is { } topic && topic is "later" or "no_name" ? topic : act.Slots.Flag("confirm") == true ? "settled" : "fine";
        return Task.FromResult(Act.Say(new Word("SmallTalk." + kind, act.Me), "Suggest.my_tasks", "Suggest.help"));
    }
}
