using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Which intent a clause has, and its frame.</summary>
internal static class Choice
{
    private const double EnoughToRead = 4;
    private const double EnoughToWrite = 5;
    private const double NoSubject = 2;

    /// <summary>The best intent that is sure enough and meant; <c>unknown</c> otherwise.</summary>
    public static ScoredIntent Of(Clause clause, IReadOnlyList<ScoredIntent> ranked, Subject subject)
    {
        foreach (var scored in ranked)
        {
            if (scored.Score < Threshold(clause, scored.Intent, subject)) continue;
            if (PhraseBook.Standard.Reads.Contains(scored.Intent)) return scored;
            var attitude = Stance.Of(clause, scored);
            if (attitude == Attitude.Meant || (scored.Intent is "log_followup" or "log_service_ticket" or "feedback" && attitude is not (Attitude.Forbidden or Attitude.AskedAbout))) return scored;
            if (attitude != Attitude.ToldOfOthers) break;
        }

        return Unknown;
    }

    public static ScoredIntent Unknown { get; } = new("unknown", 0, []);

    public static Frame Frame(Clause clause, ScoredIntent intent, Subject subject, double runnerUp = 0)
    {
        if (intent.Intent is "unknown" or "small_talk" or "undo" or "cancel") return new Draft(clause, intent, subject).ToFrame(1);
        var draft = new Draft(clause, intent, subject);
        SubjectSlots.Fill(draft, PhraseBook.Standard.Needs[intent.Intent]);
        SlotReaders.Fill(draft, PhraseBook.Standard.SlotsOf[intent.Intent]);
        return draft.ToFrame(Confidence(intent.Score, runnerUp));
    }

    /// <summary>Half from how much speaks for it, half from how far the next best is behind.</summary>
    public static double Confidence(double score, double runnerUp) =>
        Math.Round(Math.Clamp(score / 10, 0, 1) * 0.5 + Math.Clamp((score - Math.Max(0, runnerUp)) / 4, 0, 1) * 0.5, 3);

    private static double Threshold(Clause clause, string intent, Subject subject)
    {
        if (PhraseBook.Standard.Reads.Contains(intent)) return EnoughToRead;
        var needs = PhraseBook.Standard.Needs[intent];
        var missing = needs switch
        {
            "deal" or "customer" => subject.Customers.Count == 0 && subject.Deals.Count == 0,
            "approval" => !clause.Has(Feature.Approval) && !clause.Has(Feature.ContextApproval) && NamedApprovals.Waiting(clause).Count == 0,
            _ => false,
        };
        // A report adds to the record and changes nothing in it, so it may be believed a little sooner.
        var enough = intent == "log_followup" ? EnoughToRead : EnoughToWrite;
        return enough + (missing ? NoSubject : 0);
    }
}
