using System.Text.RegularExpressions;
using SalesBot.Conversation;
using SalesBot.Language.Amounts;
using SalesBot.Language.Numbers;
using SalesBot.Language.Spans;
using SalesBot.Language.Text;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>How many of a hundred documents of a kind are looked at afterwards (AP-07), from 0 (none) to 100 (each). It holds for everybody, so only for who leads everybody to say.</summary>
internal sealed partial class SetReviewRate : Command
{
    private const int Whole = 100;

    public override CommandSpec Spec { get; } = new("set_review_rate", Permission.ManageTeam) { Requires = ["rate"], MayAsk = ["kind"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var modes = await ReviewModes.LoadAsync(act, cancellationToken);
        if (DocumentKinds.Find(act.Process, act.Slots.Text("kind")) is not { } kind || modes.Of(kind) is not { } mode)
        {
            return Question.For(act, "kind");
        }

        if (act.Viewer.Owners is not null)
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say("ReviewMode.not_yours");
        }

        if (modes.IsRequired(kind))
        {
            return SetReviewMode.ByTheProcess(act, kind);
        }

        if (Read(act.Slots.Text("rate")) is not { } rate)
        {
            return Question.Again(act, "rate", new Word("ReviewMode.bad_rate", Excerpt.Of(act.Slots.Text("rate"))));
        }

        var changed = mode with { Rate = rate };
        if (changed.Rate == mode.Rate)
        {
            return Act.Say(new Word("ReviewMode.same", DocumentKinds.Say(kind))) with { SaysSame = true };
        }

        modes.Save(act, kind, changed, Spec.Id);
        return act.Receipt("Receipt.review_mode", null, new Word(mode.Passes ? "ReviewMode.rate" : "ReviewMode.rate_later", DocumentKinds.Say(kind), mode.Said, changed.Said));
    }

    /// <summary>"20%", "1 in 5", "half", "all", "none" and the like in Chinese: whole percents; null for anything else, and for what is less than none or more than all.</summary>
    public static int? Read(string? said)
    {
        var text = NormalText.Of((said ?? "").Trim().TrimEnd('.'));
        return StageWords.ShareIn(text.Text) is { } word ? word : Percent(text) is { } percent && percent is >= 0 and <= Whole && percent == Math.Floor(percent) ? (int)percent : null;
    }

    private static double? Percent(NormalText text)
    {
        var found = AmountReader.Read(text, new NumberStarts(text));
        return found.Count > 0 ? found is [{ Type: FoundType.Percent, Value: { } percent }] ? percent : null
            : Share().Match(text.Text) is { Success: true } share ? Number(share.Groups["n"].Value) is { } part && Number(share.Groups["of"].Value) is { Value: > 0 } of ? Math.Round(part.Value * Whole / of.Value) : null
            : Number(text.Text) is { } number ? number.Is(NumKind.Fraction) ? Math.Round(number.Value * Whole) : number.Value : null;
    }

    private static Num? Number(string words) => NumberReader.At(words, 0) is { } read && read.End == words.Length ? read : null;

    [GeneratedRegex("^(?<n>\\w+) (in|out of) (?<of>\\w+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();
}
