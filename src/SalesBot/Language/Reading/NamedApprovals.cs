using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// Which approval a decision means. All that waits for the speaker, and all of what is named, is compared by the words that name it
/// (<see cref="Trace"/>). A decision is never guessed: what fits two alike is asked, what fits none is said to fit none.
/// </summary>
internal static class NamedApprovals
{
    /// <summary>What was found.</summary>
    /// <param name="Sure">All of these are meant; else it is to be asked which.</param>
    /// <param name="Unmet">Words that name an approval, and none fits them.</param>
    internal sealed record Meaning(IReadOnlyList<NamedRecord> Records, bool Sure, Mark? Unmet = null)
    {
        /// <summary>By a name, words of a title or a sender, so that nothing that was shown before is meant.</summary>
        public bool Named { get; init; }
    }

    /// <summary>Those for the speaker to decide that something in the clause names; nothing where it only says "the quote".</summary>
    /// <param name="byFigures">A discount or an amount names one too (“85折的”).</param>
    public static IReadOnlyList<NamedRecord> Named(Clause clause, bool byFigures = false)
    {
        var places = Places.Find(clause).Where(record => record.Kind == NamedKind.Approval).ToList();
        if (places.Count > 0) return places;
        var (waiting, claims) = (clause.Message.Desk.Waiting, clause.Claims);
        var pool = Below(clause, claims).Concat(waiting).Where(approval => approval.IsOpen && IsFor(clause, approval)).DistinctBy(approval => approval.Key, StringComparer.Ordinal);
        return [.. Trace.Best([.. pool.Where(approval => claims.Any(claim => (IsNaming(claim) || (byFigures && claim.Kind == ClaimKind.Value)) && claim.Fits(approval))).Select(approval => Traced(approval, claims))]).Select(trace => trace.Record)];
    }

    /// <summary>Which are meant by a decision with these cues.</summary>
    public static Meaning Meant(Clause clause, IReadOnlyList<Mark> cues)
    {
        var (waiting, all) = (clause.Message.Desk.Waiting, clause.Claims);
        var focus = ApprovalInView.Of(clause) ?? clause.Index.Get(clause.Focus.Approval);
        var scope = Scope(clause, cues, all, focus is not null);
        var claims = all.Where(claim => claim.Mark.Start < scope || (claim.Kind == ClaimKind.Topic && focus is null)).ToList();
        var pool = Below(clause, claims).Concat(waiting).Concat(focus is null ? [] : [focus]).DistinctBy(approval => approval.Key, StringComparer.Ordinal).Where(clause.Message.MaySee);
        var fit = pool.Where(approval => IsAllowed(claims, approval)).OrderBy(approval => approval.Key, StringComparer.Ordinal).ToList();
        fit = Prefer(fit, approval => approval.IsOpen);
        fit = Prefer(fit, approval => IsFor(clause, approval));
        var unmet = Unknown(clause, claims, scope) ?? (fit.Count == 0 ? Binding(claims).FirstOrDefault()?.Mark : null);
        if (fit.Count == 0 || unmet is not null) return new Meaning([], Sure: false, unmet);
        var best = Trace.Best([.. fit.Select(approval => Traced(approval, claims))]);
        if (focus is not null && best.Exists(trace => trace.Record.Key == focus.Key)) best.RemoveAll(trace => trace.Record.Key != focus.Key);
        var records = best.ConvertAll(trace => trace.Record);
        var named = claims.Any(claim => IsNaming(claim) && records.Exists(record => claim.Fits(record)));
        // What fits the one just decided as well may be said of that one.
        var decided = focus is { IsOpen: false } && clause.Focus.Fresh && claims.Count > 0 && claims.TrueForAll(claim => claim.Fits(focus));
        var sure = !decided && best.Count == 1 ? !IsDoubtful(clause, claims, scope, best[0]) : (Trace.AreJoined(clause, best) || (named && IsAll(clause, cues))) && !HasAnother(clause, cues);
        if (focus is not null && !named && Elsewhere(all, waiting, scope) is { Count: > 0 } others && others.TrueForAll(other => other.Key != focus.Key)) return new Meaning([focus, .. others], Sure: false);
        // A figure or words of another one's title in the remark on the one in view: which is meant is open.
        if (focus is { IsOpen: true } && !records.Contains(focus) && IsFor(clause, focus) && !claims.Any(claim => Chooses(clause, claim, cues) && records.Exists(record => claim.Fits(record)))) return new Meaning([focus, .. records], Sure: false);
        return new Meaning(records, sure) { Named = named };
    }

    /// <summary>
    /// “两个都批”, "approve both": the word stands in the breath of the order or ends one before it ("happy with both, let them through"), a bare 都
    /// right before it (“都看过了，同意” is none).
    /// </summary>
    public static bool IsAll(Clause clause, IReadOnlyList<Mark> cues)
    {
        var breaths = clause.Breaths;
        var orders = cues.Count > 0 ? cues : [new Mark(clause.To, clause.To)];
        return clause.Marks.Of(Feature.Those).Any(word => orders.Any(cue => word.End - word.Start == 1
            ? cue.Start <= word.End && word.Start < cue.End
            : breaths.Any(breath => word.Overlaps(breath.Start, breath.End) && (cue.Overlaps(breath.Start, breath.End) || (breath.End == word.End && word.End <= cue.Start)))));
    }

    /// <summary>“驳回，粤兴那个”: a name after the order is the ground where one approval is spoken of, or names another one.</summary>
    private static List<NamedRecord> Elsewhere(IReadOnlyList<Claim> claims, IReadOnlyList<NamedRecord> waiting, int scope) =>
        [.. waiting.Where(approval => claims.Any(claim => claim.Kind == ClaimKind.Name && claim.Mark.Start >= scope && claim.Fits(approval)))];

    private static bool IsNaming(Claim claim) => claim.Kind is ClaimKind.Name or ClaimKind.Sender or ClaimKind.Words;

    /// <summary>By a name or a kind; by words of a title, in the breath of the order only.</summary>
    private static bool Chooses(Clause clause, Claim claim, IReadOnlyList<Mark> cues) =>
        claim.Kind >= ClaimKind.Kind || (claim.Kind is ClaimKind.Words or ClaimKind.Person && (cues.Count == 0 || clause.Breaths.Any(breath => claim.Mark.Overlaps(breath.Start, breath.End) && cues.Any(cue => cue.Overlaps(breath.Start, breath.End)))));

    private static bool IsFor(Clause clause, NamedRecord approval) => approval.Approvers.Count == 0 || approval.Approvers.Contains(clause.Message.Person, StringComparer.Ordinal);

    private static IEnumerable<NamedRecord> Below(Clause clause, IReadOnlyList<Claim> claims) =>
        clause.Mentions.Where(mention => claims.Any(claim => claim.Kind == ClaimKind.Name && claim.Mark == mention.Mark)).SelectMany(mention => mention.Records)
            .SelectMany(record => record.Kind == NamedKind.Approval ? [record] : clause.Index.Of(record.Key, NamedKind.Approval)).DistinctBy(approval => approval.Key, StringComparer.Ordinal).Where(clause.Message.MaySee);

    /// <summary>
    /// Up to where words name the approval: the breath of the order. What follows gives the ground, unless nothing was named yet and nothing was
    /// spoken of (“驳回！粤兴那个”).
    /// </summary>
    private static int Scope(Clause clause, IReadOnlyList<Mark> cues, IReadOnlyList<Claim> claims, bool spokenOf)
    {
        var breaths = clause.Breaths;
        var cue = cues.Count == 0 ? clause.To : cues[0].Start;
        var end = breaths.Where(breath => breath.Start <= cue).Select(breath => breath.End).DefaultIfEmpty(clause.To).Max();
        if (spokenOf || claims.Any(claim => claim.Mark.Start < end && claim.Kind > ClaimKind.Kind)) return end;
        return breaths.Where(breath => breath.Start >= end && claims.Any(claim => IsNaming(claim) && breath.Start <= claim.Mark.Start && claim.Mark.Start < breath.End)).Select(breath => breath.End).DefaultIfEmpty(end).First();
    }

    private static IEnumerable<Claim> Binding(IReadOnlyList<Claim> claims) => claims.Where(claim => claim.Kind >= ClaimKind.Kind);

    /// <summary>It fits one of the names, one of the senders, one of the kinds that are said.</summary>
    private static bool IsAllowed(IReadOnlyList<Claim> claims, NamedRecord approval) => Binding(claims).GroupBy(claim => claim.Kind).All(said => said.Any(claim => claim.Fits(approval)));

    private static Trace Traced(NamedRecord approval, IReadOnlyList<Claim> claims)
    {
        var trace = new Trace(approval, []);
        foreach (var claim in claims.Where(claim => claim.Fits(approval)))
        {
            // Beside the text, as “框架协议” is both a kind and words of a title.
            if (claim.Kind is ClaimKind.Kind or ClaimKind.Topic) trace.Places.Add(-1 - claim.Mark.Start);
            else trace.Add(claim.Mark.Start, claim.Mark.End);
        }

        return trace;
    }

    private static List<NamedRecord> Prefer(List<NamedRecord> found, Predicate<NamedRecord> better) => found.Exists(better) ? found.FindAll(better) : found;

    /// <summary>A name that is nobody's, or of what the speaker may not see, where nothing else names it.</summary>
    private static Mark? Unknown(Clause clause, IReadOnlyList<Claim> claims, int scope) =>
        claims.Any(IsNaming) || Stranger.Find(clause) is not { } stranger || stranger.Start >= scope ? null : stranger;

    /// <summary>A figure that is not the one's, or a word before its kind that is none of its words: it may be another one that is meant.</summary>
    private static bool IsDoubtful(Clause clause, IReadOnlyList<Claim> claims, int scope, Trace found) =>
        claims.Any(claim => claim.Kind == ClaimKind.Value && !claim.Fits(found.Record)) || claims.Any(claim => claim.Kind == ClaimKind.Kind && claim.Mark.Start < scope && Described.Otherwise(clause, claim.Mark.Start, found));

    /// <summary>Another decision is said in the same clause: which is for which is open.</summary>
    private static bool HasAnother(Clause clause, IReadOnlyList<Mark> cues) =>
        clause.ByRules.Where(scored => PhraseBook.Standard.Needs[scored.Intent] == "approval").SelectMany(scored => scored.Reasons.Where(reason => reason.Rule.Weight >= 6).SelectMany(reason => reason.Words))
            .Any(word => word.End > word.Start && !clause.Mentions.Any(mention => mention.Mark.Overlaps(word.Start, word.End)) && !cues.Any(cue => cue.Overlaps(word.Start, word.End)));
}
